/** Pages by number: an end in sight, never an endless scroll. */
import type { Language } from '../platform/words/words.ts'
import { Icon } from './icons.tsx'
import { words } from './words.ts'

/** The numbers to show: first, last, and those around the current one; 0 stands for a gap. */
export const numbersAround = (page: number, pages: number): number[] => {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((n, i) => {
    const before = sorted[i - 1] ?? 0
    if (n - before <= 1) return [n]
    return n - before === 2 ? [n - 1, n] : [0, n]
  })
}

/** Shows nothing when there is one page only. */
export const Pagination = (props: {
  lang: Language
  page: number
  pages: number
  href: (page: number) => string
  label?: string
}) => {
  const t = words(props.lang)
  const { page, pages, href } = props
  if (pages <= 1) return null
  return (
    <nav aria-label={props.label ?? t('pages')}>
      <ul class="pages">
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="back" />
              <span class="word">{t('previous')}</span>
            </a>
          </li>
        ) : null}
        {numbersAround(page, pages).map((n, i) => (
          <li key={n || `gap-${i}`}>
            {n === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a href={href(n)} aria-label={t('page', { n })} aria-current={n === page ? 'page' : undefined}>
                {n}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              <span class="word">{t('next')}</span>
              <Icon name="arrow" />
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
