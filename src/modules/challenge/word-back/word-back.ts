/** Whose words began something, and who therefore waits for a word back when it ends. */
import { circleOf } from '../../community/public.ts'
import { hearersOf, type Seated } from '../tryout/access.ts'

/** The kinds of things that people say on a question. */
export const saidKinds = ['challenge', 'unknown', 'difference', 'tryout', 'change', 'sighting', 'contribution'] as const
/** A kind of thing said on a question. */
export type SaidKind = (typeof saidKinds)[number]

/** One thing that somebody said on a question. `tryout_id` is the try-out it belongs to, if any. */
export interface SaidOn {
  readonly person_id: number
  readonly kind: SaidKind
  readonly thing: number
  readonly tryout_id: number | null
  readonly audience: string
  readonly at: Date
  /** Said without a name, which is then never shown. */
  readonly unnamed?: boolean
}

/** What ended. `tryout` is missing for an answer for now; `began` is the try-out's first day, as `2026-12-03`. */
export interface Ended {
  readonly audience: string
  readonly asker_id: number | null
  readonly owner_id: number | null
  readonly tryout?: { readonly id: number; readonly began: string }
}

/** Somebody who waits. `aside` when only the facilitators know that they spoke. */
export interface Waiting {
  readonly person_id: number
  readonly named: boolean
  readonly aside: boolean
  readonly said: { readonly kind: SaidKind; readonly id: number }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/**
 * Whether a word belongs to what began it. To an answer for now belongs all that was said on the question. To a try-out
 * belong its plan, what changed in it and what was seen of it, whenever that was said, and all that was said on the
 * question up to the day it began. A note that is for its writer alone was said to nobody.
 */
export const began = (said: SaidOn, ended: Ended): boolean => {
  if (circleOf(said.audience) === 'me' && said.audience !== ended.audience) return false
  if (!ended.tryout || said.tryout_id === ended.tryout.id) return true
  return dayOf(said.at) <= ended.tryout.began
}

/** Who waits, each once, in the order in which they first spoke: who belongs, hears it, and does not look after it. */
export const whoWaits = (words: readonly SaidOn[], ended: Ended, members: readonly Seated[]): Waiting[] => {
  const hearers = new Set(hearersOf(ended, members))
  const counted = words
    .filter((said) => said.person_id !== ended.owner_id && hearers.has(said.person_id) && began(said, ended))
    .sort((one, other) => one.at.getTime() - other.at.getTime() || one.thing - other.thing)
  return [...Map.groupBy(counted, (said) => said.person_id)].map(([person_id, theirs]) => {
    const open = theirs.filter((said) => said.audience === ended.audience || circleOf(said.audience) === 'public')
    const first = (open[0] ?? theirs[0]) as SaidOn
    return {
      person_id,
      named: (open.length > 0 ? open : theirs).some((said) => !said.unnamed),
      aside: open.length === 0,
      said: { kind: first.kind, id: first.thing },
    }
  })
}
