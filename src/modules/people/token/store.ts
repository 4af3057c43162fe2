/** All SQL of tokens. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../contract.ts'
import type { Holder } from '../scope.ts'
import type { Right, Token } from './token.ts'

/** Who holds a token, and what the token may. */
export interface TokenHolder extends Holder {
  readonly token_id: number
  readonly rights: Right[]
  readonly last_used: string | null
}

/** Who holds a token that still works. */
export const tokenHolder = (hash: Buffer, now: Date) =>
  sql<TokenHolder>`select * from people.token_holder(${hash}, ${now})`

/** The asking person's tokens, newest first. */
export const tokensOf = (scope: MemberScope) => sql<Token>`
  select id, name, rights, made_at, expires_at, revoked_at, last_used from people.token
  where person_id = ${scope.personId} order by revoked_at is not null, id desc limit 200`

/** Ends one of the asking person's tokens. */
export const revokeToken = (scope: MemberScope, id: number, at: Date) => sql<{ id: number }>`
  update people.token set revoked_at = ${at}
  where id = ${id} and person_id = ${scope.personId} and revoked_at is null returning id`

/** Notes the day a token was last used. */
export const noteUse = (scope: MemberScope, id: number, day: string) => sql`
  update people.token set last_used = ${day} where id = ${id} and person_id = ${scope.personId}`

/** How many tokens of a person still work. As the owner only. */
export const countTokens = (personId: PersonId, now: Date) => sql<{ working: number }>`
  select count(*) as working from people.token
  where person_id = ${personId} and revoked_at is null and expires_at > ${now}`

/** Whether somebody may have tokens at all: a placeholder never comes in. As the owner only. */
export const mayHaveTokens = (personId: PersonId) => sql<{ id: PersonId }>`
  select id from people.person where id = ${personId} and kind = 'person' for update`

/**
 * A new token. The second click on the same form gives the token of the first a new secret, for the first answer was
 * never seen; long after, it answers nothing. As the owner only.
 */
export const insertToken = (token: {
  hash: Buffer
  personId: PersonId
  name: string
  rights: readonly Right[]
  now: Date
  expires: Date
  form: string | null
}) => sql<{ id: number }>`
  insert into people.token as t (token_hash, person_id, name, rights, made_at, expires_at, form)
  values (${token.hash}, ${token.personId}, ${token.name}, ${[...token.rights]}, ${token.now}, ${token.expires}, ${token.form})
  on conflict (form) do update set token_hash = excluded.token_hash
  where t.person_id = excluded.person_id and t.revoked_at is null
    and t.made_at > excluded.made_at - interval '10 minutes'
  returning id`

/** Whether a form has made a token already. As the owner only. */
export const tokenByForm = (form: string) => sql<{ id: number }>`select id from people.token where form = ${form}`

/** Ends every token of a person. As the owner only. */
export const endTokensOf = (personId: PersonId, at: Date) => sql`
  update people.token set revoked_at = ${at} where person_id = ${personId} and revoked_at is null`

/** Tokens that ended long ago, swept away. As the owner only. */
export const sweepTokens = (now: Date) => sql`
  delete from people.token where least(revoked_at, expires_at) < ${now}::timestamptz - interval '90 days'`
