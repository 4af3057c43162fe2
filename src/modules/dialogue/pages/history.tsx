/** What a contribution said before, and until when; seen by whoever sees the contribution. */
import { momentOf } from '../../../platform/words/dates.ts'
import { Markdown } from '../../../ui/markdown.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Said } from '../contract.ts'
import { Covered } from '../covering/pages/covered.tsx'
import { saidOn } from '../said-on.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import type { Setting } from './who-said.tsx'

/** One version, rendered. */
export interface Version {
  readonly version: number
  readonly language: string
  readonly html: string
  readonly said_at: Date
}

export const HistoryPage = (props: Setting & { said: Said; earlier: readonly Version[] }) => {
  const { lang, zone, slug, said, earlier } = props
  const t = words(lang)
  const moment = (at: Date) => (said.nameless ? saidOn(at, props.now, lang, zone) : momentOf(at, lang, zone))
  const ends = [said.edited_at ?? said.said_at, ...earlier.map((version) => version.said_at)]
  return (
    <Page
      title={t('history.title')}
      lead={t('history.lead', { name: said.author ?? t('voices.somebody') })}
      measure="narrow"
    >
      <section>
        <h2>{t('history.now', { day: moment(said.edited_at ?? said.said_at) })}</h2>
        <Covered lang={lang} note={said.note} noteIn={said.language}>
          <Markdown html={said.html} lang={said.language} />
        </Covered>
      </section>
      {earlier.map((version, i) => (
        <section key={version.version}>
          <h2>{t('history.then', { until: moment(ends[i] ?? version.said_at), since: moment(version.said_at) })}</h2>
          <Covered lang={lang} note={said.note} noteIn={said.language}>
            <Markdown html={version.html} lang={version.language} />
          </Covered>
        </section>
      ))}
      {earlier.length === 0 ? <p class="muted">{t('history.none')}</p> : null}
      <p>
        <a href={urls.voice({ slug, id: said.id })}>{t('voice.back')}</a>
      </p>
    </Page>
  )
}
