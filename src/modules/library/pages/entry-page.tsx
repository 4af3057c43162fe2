/** An entry of the library: read, cited, printed, and what stands around it. */
import { isLanguage, languageNames } from '../../../platform/words/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Markdown } from '../../../ui/markdown.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { CitedLine } from '../citation/pages/cited-line.tsx'
import { CitedList } from '../citation/pages/cited-list.tsx'
import { Files } from '../citation/pages/files.tsx'
import type { Piece } from '../citation/pieces.ts'
import { addressOf } from '../citation/reference.ts'
import type { Readings } from '../reading.ts'
import { SheetFoot, TakeAlong } from '../sheet/pages/take-along.tsx'
import { isUsed } from '../sheet/sheet.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { type AsideProps, EntryAside } from './entry-aside.tsx'
import { kindWords } from './entry-link.tsx'
import { IReadThis } from './i-read-this.tsx'
import { StoryBody } from './story-body.tsx'

export interface EntryPageProps extends AsideProps {
  readonly readings?: Readings | undefined
  /** The whole address of the page, for paper. */
  readonly address: string
  /** The language asked for, when the entry cannot be read in it. */
  readonly missing?: string | undefined
  readonly sources: readonly { readonly slug: string; readonly title: string; readonly pieces: readonly Piece[] }[]
  readonly neighbours: readonly {
    readonly slug: string
    readonly title: string
    readonly language: string
    readonly before: boolean
  }[]
}

const Eyebrow = ({ lang, entry }: EntryPageProps) => (
  <p class="eyebrow">
    <a href={urls.library()}>{words(lang)('library')}</a> · {kindWords(lang, entry)}
  </p>
)

const Notes = ({ lang, entry, missing }: EntryPageProps) => {
  const t = words(lang)
  const nameOf = (language: string) => (isLanguage(language) ? languageNames[language] : language)
  return (
    <>
      {entry.audience === 'public' ? null : <Notice>{t('only-community')}</Notice>}
      {missing ? (
        <Notice>{t('entry.fallback', { language: nameOf(missing), shown: nameOf(entry.language) })}</Notice>
      ) : null}
    </>
  )
}

const Cited = ({ lang, entry, cited }: EntryPageProps) => {
  const t = words(lang)
  if (!entry.reference) return null
  const href = addressOf(entry.reference)
  return (
    <section>
      <h2>{t('entry.reference')}</h2>
      <CitedLine pieces={cited} />
      {href ? (
        <div class="acts no-print">
          <ButtonLink href={href} look="quiet" icon="link">
            {t('entry.open')}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  )
}

const Sources = ({ lang, entry, sources }: EntryPageProps) => {
  const t = words(lang)
  return sources.length === 0 ? null : (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('entry.sources')}</h2>
      <CitedList lang={lang} cited={sources} />
      <Files lang={lang} href={(kind) => urls.sourcesFile({ slug: entry.slug, kind })} of={t('entry.sources')} />
    </section>
  )
}

const Neighbours = ({ lang, neighbours }: EntryPageProps) => {
  const t = words(lang)
  return neighbours.length === 0 ? null : (
    <nav class="library-neighbours no-print" aria-label={t('entry.neighbours')}>
      {neighbours.map((neighbour) => (
        <a
          key={neighbour.slug}
          class={neighbour.before ? 'before' : 'after'}
          href={urls.entry({ slug: neighbour.slug })}
          rel={neighbour.before ? 'prev' : 'next'}
        >
          <Icon name={neighbour.before ? 'back' : 'arrow'} />
          <span>
            <span class="meta">{t(neighbour.before ? 'entry.before' : 'entry.after')}</span>
            <span lang={neighbour.language} dir="auto">
              {neighbour.title}
            </span>
          </span>
        </a>
      ))}
    </nav>
  )
}

/** What is made to be used on paper says first how to take it along; a method prints on one page. */
const Text = ({ lang, entry }: EntryPageProps) =>
  isUsed(entry) ? (
    <div class="library-sheet">
      <TakeAlong lang={lang} slug={entry.slug} language={entry.language} />
      <Markdown html={entry.html ?? ''} lang={entry.language} />
    </div>
  ) : (
    <Markdown html={entry.html ?? ''} lang={entry.language} />
  )

/** One page for every kind: a story shows its parts, everything else its text. */
export const EntryPage = (props: EntryPageProps) => {
  const { entry } = props
  const language = entry.language === props.lang ? undefined : entry.language
  return (
    <Page
      title={entry.title}
      titleLang={language}
      eyebrow={<Eyebrow {...props} />}
      lead={
        <p class="lead" lang={language} dir="auto">
          {entry.summary}
        </p>
      }
      aside={<EntryAside {...props} />}
    >
      <Notes {...props} />
      {entry.story ? <StoryBody language={entry.language} story={entry.story} /> : <Text {...props} />}
      {props.readings ? <IReadThis lang={props.lang} slug={entry.slug} readings={props.readings} /> : null}
      <Cited {...props} />
      <Sources {...props} />
      {isUsed(entry) && isLanguage(entry.language) ? (
        <SheetFoot language={entry.language} version={entry.version} address={props.address} />
      ) : null}
      <Neighbours {...props} />
    </Page>
  )
}
