/** All versions of a summary, the newest first: who wrote each, and when. */
import { momentOf } from '../../../../platform/words/dates.ts'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { ThreadId } from '../../contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import type { SummaryVersion } from '../store.ts'
import { words } from '../words.ts'

export const VersionsPage = (props: Setting & { thread: ThreadId; versions: readonly SummaryVersion[] }) => {
  const { lang, zone, slug, versions } = props
  const t = words(lang)
  const d = dialogueWords(lang)
  return (
    <Page title={t('versions.title')} measure="narrow">
      {versions.map((one) => (
        <section key={one.version}>
          <h2>
            {t('versions.one', {
              name: one.author ?? d('voices.somebody'),
              when: momentOf(one.written_at, lang, zone),
            })}
          </h2>
          {one.html === '' ? (
            <p class="muted">{t('versions.away')}</p>
          ) : (
            <Markdown html={one.html} lang={one.language} />
          )}
        </section>
      ))}
      <p>
        <a href={dialogueUrls.say({ slug, id: props.thread })}>{d('voice.back')}</a>
      </p>
    </Page>
  )
}
