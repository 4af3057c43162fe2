/** At the top of a conversation: what it has come to so far, in short, by whom it was written last; or the way to begin one. */
import type { Language } from '../../../../platform/words/words.ts'
import { Card } from '../../../../ui/card.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import type { Thread } from '../../contract.ts'
import { saidOn } from '../../said-on.ts'
import { words as dialogueWords } from '../../words.ts'
import { isWorthOne } from '../summary.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** `writes` when the reader may write it. */
export const SummaryHere = (props: {
  lang: Language
  zone: string
  slug: string
  now: Date
  thread: Thread
  writes: boolean
}) => {
  const { lang, zone, slug, now, thread, writes } = props
  const t = words(lang)
  const at = { slug, id: thread.id }
  const { summary } = thread
  if (!summary || summary.text === '')
    return writes && isWorthOne(thread.contributions) ? (
      <p>
        <a href={urls.summary(at)}>{t('here.begin')}</a>
      </p>
    ) : null
  return (
    <Card calm>
      <h3>{t('here.title')}</h3>
      <Markdown html={summary.html} lang={summary.language} />
      <p class="meta">
        {t('here.by', {
          name: summary.author ?? dialogueWords(lang)('voices.somebody'),
          day: saidOn(new Date(summary.at), now, lang, zone),
        })}
        {writes ? (
          <>
            {' · '}
            <a href={urls.summary(at)}>{t('here.edit')}</a>
          </>
        ) : null}
        {summary.version > 1 ? (
          <>
            {' · '}
            <a href={urls.versions(at)}>{t('here.versions')}</a>
          </>
        ) : null}
      </p>
    </Card>
  )
}
