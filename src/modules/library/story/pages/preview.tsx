/** How a story will look once it is out. */
import { isLanguage, type Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { makersSaid } from '../../makers.ts'
import { kindWords } from '../../pages/entry-link.tsx'
import { StoryBody } from '../../pages/story-body.tsx'
import { urls } from '../../urls.ts'
import { words as libraryWords } from '../../words.ts'
import { makersOf, storyTextOf } from '../publishing.ts'
import type { StoryPersonRow, StoryRow } from '../store.ts'
import { words } from '../words.ts'

/** The page of the library, with a note that it is not there yet. */
export const PreviewPage = (props: {
  lang: Language
  place: { slug: string; name: string }
  story: StoryRow
  people: readonly StoryPersonRow[]
}) => {
  const { lang, place, story, people } = props
  const t = words(lang)
  const l = libraryWords(lang)
  const language = isLanguage(story.language) ? story.language : lang
  const names = makersSaid(lang, makersOf(people))
  return (
    <Page
      title={story.title}
      titleLang={language}
      eyebrow={kindWords(lang, { kind: 'story', series: null, dimensions: story.dimensions })}
      lead={
        <p class="lead" lang={language} dir="auto">
          {story.summary}
        </p>
      }
      aside={
        <section aria-labelledby="made-by">
          <h2 id="made-by">{l('entry.madeBy')}</h2>
          <p dir="auto">
            {names
              ? l('entry.madeBy.names', { names, community: place.name })
              : l('entry.madeBy.community', { community: place.name })}
          </p>
          <p class="muted">{l('entry.madeBy.wish')}</p>
        </section>
      }
    >
      <Notice>
        <p>{t('preview.note')}</p>
        <ButtonLink look="plain" href={urls.story({ slug: place.slug, id: story.id })}>
          {t('preview.back')}
        </ButtonLink>
      </Notice>
      <StoryBody language={story.language} story={storyTextOf(story)} />
    </Page>
  )
}
