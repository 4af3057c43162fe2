/** The rules of a need: what time does to it, what its owner and others may do, who can be thanked. */
import type { Need, NeedState } from './contract.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const TEN_MINUTES_MS = 10 * 60 * 1000

/** After so many days its owner is asked, once, whether it still stands. */
export const ASKED_AFTER_DAYS = 60
/** So many days later it rests, unless its owner said that it stands. */
export const RESTS_AFTER_DAYS = 14

/** What time looks at. */
export type Aging = Pick<Need, 'state' | 'stands_since' | 'asked_at'>

/** What is due to a need now: its owner is asked, or it rests. */
export const dueTo = (need: Aging, now: Date): 'ask' | 'rest' | undefined => {
  if (need.state !== 'open') return undefined
  const since = need.asked_at ?? need.stands_since
  const days = need.asked_at ? RESTS_AFTER_DAYS : ASKED_AFTER_DAYS
  return now.getTime() - since.getTime() >= days * DAY_MS ? (need.asked_at ? 'rest' : 'ask') : undefined
}

/** Whether it goes without a trace: taken back in its first ten minutes, before anybody answered who would wonder. */
export const goesWithoutTrace = (said: Date, answered: boolean, now: Date): boolean =>
  !answered && now.getTime() - said.getTime() < TEN_MINUTES_MS

/** Whether the owner can say that it still stands: when asked, when it rests, or just after “met” was pressed too soon. */
export const canStand = (need: Pick<Need, 'state' | 'asked_at' | 'met_at'>, now: Date): boolean => {
  if (need.state === 'open') return need.asked_at !== null
  if (need.state === 'met') return need.met_at !== null && now.getTime() - need.met_at.getTime() < TEN_MINUTES_MS
  return need.state === 'resting'
}

/** Whether its owner can still say that it is met; who asks twice at once hears the same. */
export const canBeMet = (state: NeedState): boolean => state === 'open' || state === 'resting'

/** Who can be named as having helped: whoever answered, and everybody else who hears it; never its owner. */
export const thankable = <One extends { readonly person_id: number; readonly role: string }>(
  need: Pick<Need, 'author_id' | 'audience' | 'answered'>,
  people: readonly One[],
): { readonly answered: readonly One[]; readonly others: readonly One[] } => {
  const answering = new Set(need.answered.map((one) => one.person_id))
  const hears = (one: One) => need.audience.startsWith('community:') || one.role === 'facilitator'
  const able = people.filter((one) => one.person_id !== need.author_id)
  return {
    answered: able.filter((one) => answering.has(one.person_id)),
    others: able.filter((one) => !answering.has(one.person_id) && hears(one)),
  }
}
