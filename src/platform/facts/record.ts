/** Writes down what happened, in the same transaction: ids, a verb and a time; never words or names. */
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/** The channel on which readers hear that there are new facts. */
export const factsChannel = 'ciranda_facts'

/** A fact in the past tense, such as `challenge.raised`. */
export interface Fact {
  readonly kind: `${string}.${string}`
  readonly actor: number | null
  readonly subject: { readonly kind: string; readonly id: number }
  readonly community: number | null
}

/** Records a fact; it is told to readers only when the transaction commits. */
export const record = async (tx: Tx, fact: Fact): Promise<void> => {
  tx.along(sql`
    insert into platform.fact (at, kind, actor_id, subject_kind, subject_id, community_id)
    values (${tx.now}, ${fact.kind}, ${fact.actor}, ${fact.subject.kind}, ${fact.subject.id}, ${fact.community})`)
  tx.announce(factsChannel)
}

/** Removes the asking person's own facts about a thing taken back within its first minutes. */
export const forgetFacts = async (tx: Tx, subject: { kind: string; id: number }): Promise<void> => {
  await tx.rows(sql`select platform.forget_facts(${subject.kind}, ${subject.id})`)
}
