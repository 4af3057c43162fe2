/** What a young community may still want to do: shown, never enforced, gone when done. */

/** A step of the checklist. */
export type Step = 'invite' | 'meeting' | 'charter' | 'agreement' | 'second'

/** What is known of a community. */
export interface Progress {
  readonly people: number
  readonly facilitators: number
  readonly meetingSettled: boolean
  readonly charterLines: number
  readonly agreementSettled: boolean
}

/** The steps that remain, in the order in which they help. */
export const stepsLeft = (progress: Progress): Step[] => [
  ...(progress.people < 3 ? (['invite'] as const) : []),
  ...(progress.meetingSettled ? [] : (['meeting'] as const)),
  ...(progress.charterLines > 0 ? [] : (['charter'] as const)),
  ...(progress.agreementSettled ? [] : (['agreement'] as const)),
  ...(progress.facilitators > 1 ? [] : (['second'] as const)),
]
