/** The front of the library: the concept first, its three sides, what communities told, and what all of it stands on. */
import type { Language } from '../../../platform/words/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { OpenCard } from '../../../ui/card.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { askedOf } from '../asked.ts'
import type { Series } from '../contract.ts'
import type { EntryLine } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { EntryLink } from './entry-link.tsx'
import { MyStories, type StoryLine } from './my-stories.tsx'
import { Seek } from './seek.tsx'

interface FrontProps {
  readonly lang: Language
  readonly concepts: readonly EntryLine[]
  readonly stories: readonly EntryLine[]
  readonly mine: readonly StoryLine[]
}

const Group = ({
  lang,
  series,
  entries,
}: {
  lang: Language
  series: 'value' | 'element' | 'competence'
  entries: readonly EntryLine[]
}) => {
  const t = words(lang)
  return entries.length === 0 ? null : (
    <section aria-labelledby={`group-${series}`}>
      <h2 id={`group-${series}`}>{t(`front.${series}`)}</h2>
      <p class="muted">{t(`front.${series}.lead`)}</p>
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
export const Front = ({ lang, concepts, stories, mine }: FrontProps) => {
  const t = words(lang)
  const of = (series: Series) => concepts.filter((entry) => entry.series === series)
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
      <Stories lang={lang} stories={stories} />
      <Group lang={lang} series="value" entries={of('value')} />
      <Group lang={lang} series="element" entries={of('element')} />
      <Group lang={lang} series="competence" entries={of('competence')} />
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
