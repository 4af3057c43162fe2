/** Who looks after a community, and who is asked when somebody asks for help: pure rules. */
import type { PersonId } from '../people/contract.ts'

/** Somebody who looks after a community: a facilitator, a vetted adult, a lead, or several of these. */
export interface Carer {
  readonly person_id: PersonId
  readonly name: string
  readonly facilitates: boolean
  readonly leads: boolean
  /** When they were checked, as `2026-09-01`, and by whom; facilitators need no check of ours. */
  readonly checked_on: string | null
  readonly checked_by: string | null
}

/** So many vetted adults a community has that students see. */
export const ENOUGH = 2

/** Whether somebody counts among the vetted adults; a lead alone only stands in. */
export const isVetted = ({ facilitates, checked_on }: Pick<Carer, 'facilitates' | 'checked_on'>): boolean =>
  facilitates || checked_on !== null

/** Whether a community that students see has too few adults. */
export const isShort = (carers: readonly Pick<Carer, 'facilitates' | 'checked_on'>[], students: boolean): boolean =>
  students && carers.filter(isVetted).length < ENOUGH

/** Whom somebody can ask: everybody who looks after the community, but not themselves. */
export const offered = (carers: readonly Carer[], me: PersonId | null): Carer[] =>
  carers.filter(({ person_id }) => person_id !== me)

/**
 * Who is asked: those picked, and one more where one was picked, so that no child depends on a single adult and no adult is
 * alone with a child's words. A lead comes before a facilitator, and a facilitator before others.
 */
export const askedOf = (carers: readonly Carer[], picked: readonly PersonId[]): PersonId[] => {
  const chosen = carers.filter(({ person_id }) => picked.includes(person_id)).map(({ person_id }) => person_id)
  if (chosen.length !== 1) return chosen
  const rank = (one: Carer) => (one.leads ? 0 : one.facilitates ? 1 : 2)
  const [next] = carers
    .filter(({ person_id }) => !chosen.includes(person_id))
    .sort((one, other) => rank(one) - rank(other) || one.person_id - other.person_id)
  return next ? [...chosen, next.person_id] : chosen
}
