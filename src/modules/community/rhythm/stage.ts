/** The stages a community lives through, and how it rests, wakes, closes and opens again. */

/** The five stages; none is better than another, and a community may go back and forth. */
export const stages = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation'] as const
/** A stage. */
export type Stage = (typeof stages)[number]
/** How a community stands: in a stage, at rest, or closed. */
export type Standing = Stage | 'dormant' | 'closed'

/** What a facilitator may propose to the group: another stage, or to close with a farewell. */
export const proposables = [...stages, 'closed'] as const
/** Something to propose. */
export type Proposable = (typeof proposables)[number]

/** Whether a standing is one of the five stages. */
export const isStage = (standing: Standing): standing is Stage => standing !== 'dormant' && standing !== 'closed'

/** Whether something may be proposed: what is so already is not, and a resting community wakes before it changes. */
export const mayBeProposed = (standing: Standing, wanted: Proposable): boolean =>
  wanted === 'closed' ? standing !== 'closed' : isStage(standing) && standing !== wanted

/** What facilitators do by themselves, because it can be undone at any time and takes nothing from anybody. */
export type Move = 'rest' | 'wake' | 'reopen'

/** Where a move leads; nothing where it is not lawful. `before` is the stage a community had before it rested or closed. */
export const afterMove = (standing: Standing, before: Stage | null, move: Move): Standing | undefined => {
  if (move === 'rest') return isStage(standing) ? 'dormant' : undefined
  const from: Standing = move === 'wake' ? 'dormant' : 'closed'
  return standing === from ? (before ?? 'potential') : undefined
}
