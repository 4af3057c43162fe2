/** The front of the library: the concept first, its three sides, what communities told, and what all of it stands on. */
import type { Language } from '../../../platform/words/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { OpenCard } from '../../../ui/card.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { askedOf } from '../asked.ts'
import type { EntryLine } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Doors } from './doors.tsx'
import { EntryLink } from './entry-link.tsx'
import { type FrontGroup, frontGroups, Group, groupName } from './front-group.tsx'
import { MyStories, type StoryLine } from './my-stories.tsx'
import { Seek } from './seek.tsx'

// The entry that everything else leans on.
const BEGIN = 'community-of-practice'

interface FrontProps {
  readonly lang: Language
  readonly shelf: readonly EntryLine[]
  readonly stories: readonly EntryLine[]
  readonly mine: readonly StoryLine[]
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

/** What all of it stands on: read as entries, or taken along as a list. */
const References = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <section aria-labelledby="group-reference">
      <h2 id="group-reference">{t('front.reference')}</h2>
      <p class="muted">{t('front.reference.lead')}</p>
      <div class="acts">
        <ButtonLink look="quiet" icon="book" href={urls.library({}, { kind: 'reference' })}>
          {t('front.references')}
        </ButtonLink>
        <ButtonLink look="plain" href={urls.bibliography({}, { kind: 'reference' })}>
          {t('bibliography.link')}
        </ButtonLink>
      </div>
    </section>
  )
}

const Jump = ({ lang, groups }: { lang: Language; groups: readonly FrontGroup[] }) => {
  const t = words(lang)
  const places: [string, string][] = [
    ...groups.map((group): [string, string] => [group, groupName(lang, group)]),
    ['stories', t('front.stories')],
    ['reference', t('front.reference')],
  ]
  return (
    <nav class="library-jump no-print" aria-label={t('front.jump')}>
      <ul>
        {places.map(([place, name]) => (
          <li key={place}>
            <a href={`#group-${place}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Opens with real content, for visitors and members alike: where to begin, then every group under its heading. */
export const Front = ({ lang, shelf, stories, mine }: FrontProps) => {
  const t = words(lang)
  const begin = shelf.find((entry) => entry.slug === BEGIN)
  const of = (group: FrontGroup) =>
    shelf.filter((entry) => (entry.series ?? entry.kind) === group && entry.slug !== BEGIN)
  const group = (name: FrontGroup) => <Group key={name} lang={lang} group={name} entries={of(name)} />
  return (
    <Page
      title={t('front.title')}
      lead={t('front.lead')}
      measure="wide"
      under={<Seek lang={lang} asked={askedOf(() => undefined)} folded />}
    >
      <MyStories lang={lang} stories={mine} />
      <div class="library-begin">
        {begin ? (
          <section class="library-first">
            <OpenCard
              title={begin.title}
              href={urls.entry({ slug: begin.slug })}
              lang={begin.language}
              eyebrow={t('front.begin')}
            >
              <p lang={begin.language}>{begin.summary}</p>
            </OpenCard>
          </section>
        ) : null}
        <Doors lang={lang} stands={(slug) => shelf.some((entry) => entry.slug === slug)} />
      </div>
      <Jump lang={lang} groups={frontGroups.filter((name) => of(name).length > 0)} />
      {frontGroups.slice(0, 2).map(group)}
      {stories.length > 0 ? <Stories lang={lang} stories={stories} /> : null}
      {frontGroups.slice(2).map(group)}
      {stories.length > 0 ? null : <Stories lang={lang} stories={stories} />}
      <References lang={lang} />
    </Page>
  )
}
