/** The front of the library: the concept first, its three sides, what communities told, and what all of it stands on. */
import type { Language } from '../../../platform/words/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { OpenCard } from '../../../ui/card.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { askedOf } from '../asked.ts'
import type { EntryKind, Series } from '../contract.ts'
import type { EntryLine } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { EntryLink } from './entry-link.tsx'
import { MyStories, type StoryLine } from './my-stories.tsx'
import { Seek } from './seek.tsx'

interface FrontProps {
  readonly lang: Language
  readonly shelf: readonly EntryLine[]
  readonly stories: readonly EntryLine[]
  readonly mine: readonly StoryLine[]
}

const Group = ({
  lang,
  group,
  entries,
}: {
  lang: Language
  group: 'value' | 'element' | 'competence' | 'method' | 'paper'
  entries: readonly EntryLine[]
}) => {
  const t = words(lang)
  return entries.length === 0 ? null : (
    <section aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{t(`front.${group}`)}</h2>
      <p class="muted">{t(`front.${group}.lead`)}</p>
      <ul class={entries.length === 3 ? 'library-group three' : 'library-group'}>
        {entries.map((entry) => (
          <li key={entry.slug}>
            <EntryLink lang={lang} entry={entry} plain />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Stories = ({ lang, stories }: { lang: Language; stories: readonly EntryLine[] }) => {
  const t = words(lang)
  return (
    <section aria-labelledby="group-stories">
      <h2 id="group-stories">{t('front.stories')}</h2>
      <p class="muted">{stories.length > 0 ? t('front.stories.lead') : t('front.stories.none')}</p>
      {stories.length > 0 ? (
        <List lined>
          {stories.map((story) => (
            <EntryLink key={story.slug} lang={lang} entry={story} />
          ))}
        </List>
      ) : null}
    </section>
  )
}

/** Opens with real content, for visitors and members alike. */
export const Front = ({ lang, shelf, stories, mine }: FrontProps) => {
  const t = words(lang)
  const of = (series: Series) => shelf.filter((entry) => entry.series === series)
  const ofKind = (kind: EntryKind) => shelf.filter((entry) => entry.kind === kind)
  return (
    <Page
      title={t('front.title')}
      lead={t('front.lead')}
      measure="wide"
      under={<Seek lang={lang} asked={askedOf(() => undefined)} />}
    >
      <MyStories lang={lang} stories={mine} />
      {of('concept').map((entry) => (
        <section key={entry.slug} class="library-first">
          <OpenCard
            title={entry.title}
            href={urls.entry({ slug: entry.slug })}
            lang={entry.language}
            eyebrow={t('front.begin')}
          >
            <p lang={entry.language}>{entry.summary}</p>
          </OpenCard>
        </section>
      ))}
      <section aria-labelledby="group-dimension">
        <h2 id="group-dimension">{t('front.dimensions')}</h2>
        <ul class="library-dimensions">
          {of('dimension').map((entry) => (
            <li key={entry.slug}>
              <EntryLink lang={lang} entry={entry} plain />
            </li>
          ))}
        </ul>
      </section>
      <Group lang={lang} group="paper" entries={ofKind('paper')} />
      <Group lang={lang} group="method" entries={ofKind('method')} />
      <Stories lang={lang} stories={stories} />
      <Group lang={lang} group="value" entries={of('value')} />
      <Group lang={lang} group="element" entries={of('element')} />
      <Group lang={lang} group="competence" entries={of('competence')} />
      <div class="acts">
        <ButtonLink look="quiet" icon="book" href={urls.library({}, { kind: 'reference' })}>
          {t('front.references')}
        </ButtonLink>
        <ButtonLink look="plain" href={urls.bibliography({}, { kind: 'reference' })}>
          {t('bibliography.link')}
        </ButtonLink>
        <ButtonLink look="plain" href={urls.library({}, { kind: 'concept' })}>
          {t('front.all')}
        </ButtonLink>
      </div>
    </Page>
  )
}
