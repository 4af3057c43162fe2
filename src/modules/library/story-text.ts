/** A practice story as it was published: its answers, its situation card and where it comes from, ready to show. */
import type { Provenance } from './contract.ts'

/** The four questions of a practice story, in their order. */
export const storyQuestions = ['mattered', 'did', 'unsure', 'whose'] as const
/** One of the four questions. */
export type StoryQuestion = (typeof storyQuestions)[number]

/** The ages a situation card may speak of; never a birth date. */
export const ageBands = ['under6', '6to8', '9to11', '12to14', '15to18', 'mixed'] as const
/** An age band. */
export type AgeBand = (typeof ageBands)[number]

/** A class like this: no names, numbers in the writer's own words. */
export interface SituationCard {
  readonly ageBand: AgeBand | ''
  readonly children: string
  readonly possible: string
}

/** What stands in the column `story` of a published text; the answers are HTML that was made safe. */
export interface StoryText {
  readonly answers: Readonly<Record<StoryQuestion, string>>
  readonly card: SituationCard
  readonly provenance: Provenance
}
