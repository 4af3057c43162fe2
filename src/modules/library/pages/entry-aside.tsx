/** Beside an entry: who made it, its languages, how to cite it, what one may do with it. */
import { dayOf } from '../../../platform/words/dates.ts'
import { isLanguage, type Language, languageNames } from '../../../platform/words/words.ts'
import { PrintButton } from '../../../ui/copy-button.tsx'
import { Cite } from '../citation/pages/cite.tsx'
import type { Piece } from '../citation/pieces.ts'
import { type Maker, makersSaid } from '../makers.ts'
import { TakeAlong } from '../sheet/pages/take-along.tsx'
import type { EntryRow } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export interface AsideProps {
  readonly lang: Language
  readonly zone: string
  readonly entry: EntryRow
  readonly makers: readonly Maker[]
  /** The entry as it is cited. */
  readonly cited: readonly Piece[]
  /** The original first. */
  readonly languages: readonly string[]
  /** Where its authors tend it, for those who may. */
  readonly workshop?: string | undefined
}

const MadeBy = ({ lang, entry, makers }: AsideProps) => {
  const t = words(lang)
  if (entry.kind !== 'story') return null
  const community = entry.community_name ?? ''
  const names = makersSaid(lang, makers)
  return (
    <section aria-labelledby="made-by">
      <h2 id="made-by">{t('entry.madeBy')}</h2>
      <p dir="auto">
        {names ? t('entry.madeBy.names', { names, community }) : t('entry.madeBy.community', { community })}
      </p>
      <p class="muted">{t('entry.madeBy.wish')}</p>
    </section>
  )
}

const ReadIt = ({ lang, entry, languages }: AsideProps) => {
  const t = words(lang)
  const others = languages.filter((language) => language !== entry.language).filter(isLanguage)
  return (
    <div class="flow tight no-print">
      {others.length > 0 ? <h2>{t('entry.languages')}</h2> : null}
      {others.length > 0 ? (
        <ul class="library-tongues plain-links">
          {others.map((language) => (
            <li key={language}>
              <a href={urls.entry({ slug: entry.slug }, { lang: language })} lang={language} hreflang={language}>
                {languageNames[language]}
              </a>
              {language === entry.original_language ? <span class="muted"> ({t('entry.original')})</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {entry.kind === 'story' ? <PrintButton lang={lang} label={t('print')} /> : null}
      {entry.kind === 'concept' || entry.kind === 'reference' ? (
        <TakeAlong lang={lang} slug={entry.slug} language={entry.language} />
      ) : null}
    </div>
  )
}

/** The aside in its usual order. */
export const EntryAside = (props: AsideProps) => {
  const { lang, zone, entry } = props
  const t = words(lang)
  return (
    <>
      <MadeBy {...props} />
      <ReadIt {...props} />
      <Cite
        lang={lang}
        slug={entry.slug}
        shown={entry.language === lang ? undefined : entry.language}
        pieces={props.cited}
      />
      {entry.kind === 'reference' ? null : (
        <section aria-labelledby="licence">
          <h2 id="licence">{t('licence')}</h2>
          <p>{t(`licence.${entry.licence}`)}</p>
          <p class="muted">{t('version', { n: entry.version, date: dayOf(entry.published_at, lang, zone) })}</p>
        </section>
      )}
      {props.workshop ? (
        <p class="no-print">
          <a href={props.workshop}>{t('story.tend')}</a>
        </p>
      ) : null}
    </>
  )
}
