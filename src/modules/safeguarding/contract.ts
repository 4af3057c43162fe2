/** What others know of safeguarding: reasons to report, and what it must be told of a thing that can be reported. */
// SQL elsewhere may read the view safeguarding.standing_lead (leads who said yes), as far as the asking person reaches.
import type { RawBuilder } from 'kysely'
import type { MemberScope, PersonId } from '../people/contract.ts'

/** Why somebody reports a thing. The first two hide it for all students until a lead has looked. */
export const reasons = ['danger', 'identity', 'unkind', 'other'] as const
/** A reason. */
export type Reason = (typeof reasons)[number]

/** The kinds under which facts name a request for help, a case and a named lead. */
export const helpSubject = 'help'
export const caseSubject = 'safety-case'
export const leadSubject = 'lead'

/** A thing as safeguarding takes it into a case: where it is, whose it is, what it says now. */
export interface Reported {
  readonly community_id: number
  /** Whose words they are, and who wrote them down: none of them ever sees the case. */
  readonly people: readonly PersonId[]
  readonly words: string
  readonly language: string
}

/** Tells of one thing to somebody who may see it; nothing otherwise. */
export type Reportable = (scope: MemberScope, id: number) => RawBuilder<Reported>

/** What can be reported, by the kind under which the address book knows it; each module brings its own, joined in app.ts. */
export type Reportables = Readonly<Record<string, Reportable>>

/** Days without school, both ends included, as `2026-12-19`. */
export type DaysOff = readonly { readonly first_day: string; readonly last_day: string }[]

/** The kind under which facts name a guardian, by number. */
export const guardianSubject = 'guardian'
