/** All SQL of what we don't know yet, where we see it differently, and what we know now. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { ChallengeId } from '../contract.ts'
import { type Hanging, hangingColumns, hangingValues, heardOrAsked } from './heard.ts'

/** Something we don't know yet, or that evidence has answered. */
export interface UnknownRow {
  readonly id: number
  readonly author_id: number | null
  readonly words: string
  readonly language: string
  readonly at: Date
  readonly evidence: string | null
  readonly evidence_by: number | null
  readonly evidence_name: string | null
  readonly evidence_language: string | null
  readonly evidence_contribution: number | null
  readonly closed_at: Date | null
}

/** What we don't know yet, in the order it was said. */
export const unknownsOf = (scope: MemberScope, id: ChallengeId) => sql<UnknownRow>`
  select u.id, u.author_id, u.words, u.language, u.at, u.evidence, u.evidence_by, p.name as evidence_name,
    u.evidence_language, u.evidence_contribution, u.closed_at
  from challenge.unknown u left join people.named p on p.id = u.evidence_by
  where u.challenge_id = ${id} and ${heardOrAsked(scope, 'u')} order by u.id`

/** Something more that we don't know. */
export const insertUnknown = (scope: MemberScope, on: Hanging, row: { words: string; language: string; at: Date }) =>
  sql<{ id: number }>`
    insert into challenge.unknown (${hangingColumns}, words, language, at)
    values (${hangingValues(scope, on)}, ${row.words}, ${row.language}, ${row.at}) returning id`

/** Closes an open one through evidence; nothing when it is closed already. */
export const closeUnknown = (
  scope: MemberScope,
  id: ChallengeId,
  unknown: number,
  row: { evidence: string; language: string; contribution: number | null; at: Date },
) => sql<{ id: number }>`
  update challenge.unknown u set evidence = ${row.evidence}, evidence_by = ${scope.personId},
    evidence_language = ${row.language}, evidence_contribution = ${row.contribution}, closed_at = ${row.at}
  where u.id = ${unknown} and u.challenge_id = ${id} and u.closed_at is null and ${heardOrAsked(scope, 'u')} returning u.id`

/** Opens a closed one again: the evidence did not hold. */
export const reopenUnknown = (scope: MemberScope, id: ChallengeId, unknown: number) => sql<{ id: number }>`
  update challenge.unknown u set evidence = null, evidence_by = null, evidence_language = null,
    evidence_contribution = null, closed_at = null
  where u.id = ${unknown} and u.challenge_id = ${id} and u.closed_at is not null and ${heardOrAsked(scope, 'u')} returning u.id`

/** Takes back what one said we don't know. */
export const deleteUnknown = (scope: MemberScope, id: ChallengeId, unknown: number) => sql<{ id: number }>`
  delete from challenge.unknown u
  where u.id = ${unknown} and u.challenge_id = ${id} and u.author_id = ${scope.personId} returning u.id`

/** A way of seeing it that stands beside the others. */
export interface DifferenceRow {
  readonly id: number
  readonly author_id: number | null
  readonly name: string | null
  readonly words: string
  readonly language: string
  readonly at: Date
}

/** Where we see it differently, in the order it was said. */
export const differencesOf = (scope: MemberScope, id: ChallengeId) => sql<DifferenceRow>`
  select d.id, d.author_id, p.name, d.words, d.language, d.at
  from challenge.difference d left join people.named p on p.id = d.author_id
  where d.challenge_id = ${id} and ${heardOrAsked(scope, 'd')} order by d.id`

/** One more way of seeing it. */
export const insertDifference = (scope: MemberScope, on: Hanging, row: { words: string; language: string; at: Date }) =>
  sql<{ id: number }>`
    insert into challenge.difference (${hangingColumns}, words, language, at)
    values (${hangingValues(scope, on)}, ${row.words}, ${row.language}, ${row.at}) returning id`

/** Takes back how one saw it. */
export const deleteDifference = (scope: MemberScope, id: ChallengeId, difference: number) => sql<{ id: number }>`
  delete from challenge.difference d
  where d.id = ${difference} and d.challenge_id = ${id} and d.author_id = ${scope.personId} returning d.id`

/** What we know now; a question that was taken up again keeps its earlier answers. */
export interface OutcomeRow {
  readonly id: number
  readonly known: string
  readonly stays_open: string
  readonly language: string
  readonly at: Date
  readonly name: string | null
}

/** The answers for now, newest first. */
export const outcomesOf = (scope: MemberScope, id: ChallengeId) => sql<OutcomeRow>`
  select o.id, o.known, o.stays_open, o.language, o.at, p.name
  from challenge.outcome o left join people.named p on p.id = o.author_id
  where o.challenge_id = ${id} and ${heardOrAsked(scope, 'o')} order by o.id desc`

/** An answer for now. */
export const insertOutcome = (
  scope: MemberScope,
  on: Hanging,
  row: { known: string; staysOpen: string; language: string; at: Date },
) => sql<{ id: number }>`
  insert into challenge.outcome (${hangingColumns}, known, stays_open, language, at)
  values (${hangingValues(scope, on)}, ${row.known}, ${row.staysOpen}, ${row.language}, ${row.at}) returning id`
