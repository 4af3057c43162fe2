/** My words: what a person said and wrote, numbered pages, each line leading to where it stands. */
import { dayOf } from '../../../platform/words/dates.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import type { Reader } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** One thing said or written; without words it was taken back. */
export interface MyLine {
  readonly key: number
  readonly text: string | undefined
  readonly language: string
  readonly at: Date
  readonly about?: string
  readonly href: string
}

const shortened = (text: string): string =>
  text.length <= 200 ? text : `${text.slice(0, 198).replace(/\s+\S*$/, '')} …`

const Line = ({ reader, line }: { reader: Reader; line: MyLine }) => {
  const { lang, zone } = reader
  const t = words(lang)
  return (
    <li>
      {line.text === undefined ? (
        <span class="muted">{t('mine.withdrawn')}</span>
      ) : (
        <a href={line.href} lang={line.language} dir="auto">
          {shortened(line.text)}
        </a>
      )}
      <span class="muted small">
        {dayOf(line.at, lang, zone)}
        {line.about ? ` · ${t('home.in', { title: shortened(line.about) })}` : ''}
      </span>
    </li>
  )
}

/** `of` says which of the two lists is shown. */
export const MyWordsPage = (props: {
  reader: Reader
  of: 'said' | 'reflections'
  lines: readonly MyLine[]
  page: number
  total: number
}) => {
  const { reader, of, lines, page, total } = props
  const { lang } = reader
  const t = words(lang)
  const address = of === 'said' ? urls.myWords : urls.myReflections
  return (
    <Page
      title={t(of === 'said' ? 'mine.title' : 'mine.reflections')}
      lead={t('mine.lead')}
      measure="narrow"
      under={
        <nav class="acts mine-lists" aria-label={t('mine.title')}>
          <a href={urls.myWords()} aria-current={of === 'said' ? 'page' : undefined}>
            {t('mine.said')}
          </a>
          <a href={urls.myReflections()} aria-current={of === 'reflections' ? 'page' : undefined}>
            {t('mine.reflections')}
          </a>
        </nav>
      }
    >
      {lines.length === 0 ? (
        <Empty title={t('mine.none')} text={t(`mine.none.${of}`)} />
      ) : (
        <section aria-label={t(`mine.${of}`)} class="flow">
          <ul class="list said">
            {lines.map((line) => (
              <Line key={line.key} reader={reader} line={line} />
            ))}
          </ul>
          <Pagination
            lang={lang}
            page={page}
            pages={Math.ceil(total / 20)}
            href={(n) => address({}, { page: n > 1 ? n : undefined })}
          />
        </section>
      )}
    </Page>
  )
}
