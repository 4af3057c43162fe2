/** What a story becomes when it goes out: its text ready to show, and those named below it. Pure. */
import { htmlOf, plainOf } from '../../../platform/text/markdown.ts'
import { type StoryText, storyQuestions } from '../story-text.ts'
import type { StoryPersonRow, StoryWords } from './store.ts'

/** The published text of a story: the answers as safe HTML. */
export const storyTextOf = (story: StoryWords): StoryText => ({
  answers: {
    mattered: htmlOf(story.mattered),
    did: htmlOf(story.did),
    unsure: htmlOf(story.unsure),
    whose: htmlOf(story.whose),
  },
  card: { ageBand: story.age_band, children: story.children, possible: story.possible },
  provenance: story.provenance,
})

/** The words of a story one after the other, for search and excerpts. */
export const plainStory = (story: StoryWords): string =>
  [
    ...storyQuestions.map((question) => plainOf(story[question])),
    story.children,
    story.possible,
    story.provenance.question,
    ...story.provenance.tryouts.map((tryout) => tryout.title),
  ]
    .filter(Boolean)
    .join(' ')

/** Who stands below a story, each as that person wished: by name first, then by perspective, or not at all. */
export const makersOf = (people: readonly StoryPersonRow[]) => [
  ...people
    .filter((one) => one.naming === 'name')
    .map((one) => ({ personId: one.person_id, name: one.name, perspective: null })),
  ...people
    .filter((one) => one.naming === 'perspective')
    .map((one) => ({ personId: null, name: null, perspective: one.perspectives[0] ?? 'member' })),
]
