/** A story in the workshop with everything around it, as the gate and the pages look at it. Pure. */
import type { Perspective, Role } from '../../community/contract.ts'
import type { PersonId } from '../../people/contract.ts'
import { type FoundName, namesFound, openNames } from '../../safeguarding/public.ts'
import type { Licence, Provenance } from '../contract.ts'
import { storyQuestions } from '../story-text.ts'
import { type GateView, gateOf, mayAskCircle } from './gate.ts'
import type { DepictedRow } from './store/depicted.ts'
import type { AnswerRow, StoryRow, StoryWords } from './store.ts'

/** Somebody of the community. */
export interface Companion {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
  readonly perspectives: readonly Perspective[]
}

/** What is read together of a story. */
export interface Workshop {
  readonly story: StoryRow
  readonly depicted: readonly DepictedRow[]
  readonly answers: readonly AnswerRow[]
  readonly company: readonly Companion[]
}

/** The students of the community, of whom a story may show somebody. */
export const studentsOf = ({ company }: Pick<Workshop, 'company'>): Companion[] =>
  company.filter((one) => one.perspectives.includes('student'))

/** Every text in which a child could be recognised. */
const textsOf = (story: StoryWords): string[] => [
  story.title,
  story.summary,
  ...storyQuestions.map((question) => story[question]),
  story.children,
  story.possible,
  story.provenance.question,
  ...story.provenance.tryouts.map((tryout) => tryout.title),
]

/** The names found in a story, those of members first. */
export const namesIn = ({ story, company }: Pick<Workshop, 'story' | 'company'>): FoundName[] =>
  namesFound(
    textsOf(story),
    company.map((one) => one.name),
    story.language,
  )

/** What of a story has not been answered yet: the fields that hold it back. */
export const unanswered = (story: StoryWords): (keyof StoryWords)[] =>
  (['summary', ...storyQuestions] as const).filter((field) => story[field].trim() === '')

/** The gate's view of a story, with the licence it would go out under. */
export const gateViewOf = (workshop: Workshop, licence: Licence): GateView => {
  const { story, depicted, answers, company } = workshop
  return {
    ready: story.state !== 'draft',
    depicted,
    checked: story.checked_revision === story.revision,
    openNames: openNames(namesIn(workshop), story.kept_words),
    circleSince: story.circle_since,
    core: company.filter((one) => one.role === 'facilitator' || one.role === 'member'),
    answers: story.circle_since ? answers.filter((one) => one.round === story.round) : [],
    licence,
    alreadyFree: story.entry_licence === 'cc-by-4.0',
  }
}

/** Whether there is a published version that can be read now. */
export const isOut = (story: StoryRow): boolean => story.entry_id !== null && story.entry_withdrawn === null

/** What the workshop's page shows of gate and circle, for one reader. */
export const workshopShown = (workshop: Workshop, me: PersonId | null, now: Date) => {
  const { story, answers } = workshop
  const view = gateViewOf(workshop, story.entry_licence ?? 'read-and-print')
  const last = answers.filter((one) => one.round === story.round)
  const yes = view.answers.filter((one) => one.answer === 'yes').map((one) => one.person)
  return {
    out: isOut(story),
    conditions: gateOf(view, now),
    noes: story.state === 'draft' ? last.filter((one) => one.answer === 'no') : [],
    circle: {
      yes,
      round: story.round,
      since: story.state === 'circle' ? story.circle_since : null,
      core: view.core,
      me: view.core.some((one) => one.id === me) ? me : null,
      mayAsk: story.state === 'consent' && mayAskCircle(view),
    },
  }
}

/** Where a story comes from in mended words: titles in the order of the try-outs; one that is emptied is left out. */
export const retold = (told: Provenance, question: string, titles: readonly string[]): Provenance => ({
  question,
  tryouts: told.tryouts
    .map((tryout, i) => ({ ...tryout, title: titles[i] ?? tryout.title }))
    .filter(({ title }) => title !== ''),
})
