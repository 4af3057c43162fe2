/** The way to report one thing, quietly below it; read aloud, it says of which of many. */
import type { Language } from '../../../platform/words/words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const ReportLink = (props: { lang: Language; slug: string; kind: string; thing: number; words: string }) => {
  const label = words(props.lang)('report.link')
  return (
    <p class="meta">
      <a
        href={urls.report({ slug: props.slug, kind: props.kind, thing: props.thing })}
        aria-label={`${label}: ${props.words}`}
      >
        {label}
      </a>
    </p>
  )
}
