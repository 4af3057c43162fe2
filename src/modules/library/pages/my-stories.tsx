/** The stories that the reader's communities are writing: seen by their members alone. */
import type { Language } from '../../../platform/words/words.ts'
import { Chip } from '../../../ui/chip.tsx'
import { List } from '../../../ui/list.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** A story in a list of those being written. */
export interface StoryLine {
  readonly id: number
  readonly place: string
  readonly title: string
  readonly language: string
  readonly state: 'draft' | 'consent' | 'circle' | 'published' | 'withdrawn'
}

/** Shows nothing when nobody writes. */
export const MyStories = ({ lang, stories }: { lang: Language; stories: readonly StoryLine[] }) => {
  const t = words(lang)
  if (stories.length === 0) return null
  return (
    <section aria-labelledby="my-stories">
      <h2 id="my-stories">{t('mine.title')}</h2>
      <List near>
        {stories.map((story) => (
          <p key={story.id} class="row">
            <a href={urls.story({ slug: story.place, id: story.id })} lang={story.language} dir="auto">
              {story.title}
            </a>
            <Chip tone={story.state === 'circle' ? 'human' : 'teal'}>{t(`mine.state.${story.state}`)}</Chip>
          </p>
        ))}
      </List>
    </section>
  )
}
