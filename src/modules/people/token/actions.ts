/** Making a token for a program and ending it. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../contract.ts'
import { tokenHash } from '../secret.ts'
import * as store from './store.ts'
import { mostDays, mostTokens, type NewToken, newSecret, type Right, rightsKept } from './token.ts'

const DAY_MS = 24 * 3600 * 1000

/** A token just made: `secret` is shown to its person now and never again. */
export interface MadeToken {
  readonly id: number
  readonly secret: string
  readonly name: string
  readonly rights: readonly Right[]
  readonly expiresAt: Date
}

/**
 * Makes a token for a person; as the owner only, on a transaction of `asSystem`. Reading is always among its rights;
 * `days` is between 1 and 366. Refuses `token.nobody` (no such person, or a placeholder), `token.days`,
 * `token.tooMany` (twenty that still work) and `token.made` (the form was used long ago).
 */
export const createToken = async (tx: Tx, input: NewToken): Promise<Outcome<MadeToken>> => {
  if (!Number.isInteger(input.days) || input.days < 1 || input.days > mostDays) return refuse('token.days', 'days')
  // Also holds the person still, so that two forms at once count each other.
  if (!(await tx.one(store.mayHaveTokens(input.personId)))) return refuse('token.nobody')
  const again = input.form !== undefined && (await tx.one(store.tokenByForm(input.form))) !== undefined
  const { working } = (await tx.one(store.countTokens(input.personId, tx.now))) ?? { working: 0 }
  if (!again && working >= mostTokens) return refuse('token.tooMany')
  const secret = newSecret()
  const expiresAt = new Date(tx.now.getTime() + input.days * DAY_MS)
  const rights = rightsKept(input.rights)
  const made = await tx.one(
    store.insertToken({
      hash: tokenHash(secret),
      personId: input.personId,
      name: input.name,
      rights,
      now: tx.now,
      expires: expiresAt,
      form: input.form ?? null,
    }),
  )
  if (!made) return refuse('token.made')
  if (!again)
    await record(tx, {
      kind: 'token.made',
      actor: input.personId,
      subject: { kind: 'token', id: made.id },
      community: null,
    })
  return done({ id: made.id, secret, name: input.name, rights, expiresAt })
}

/** Makes a token for the asking person. `form` is the form's own token: a second click shows the same one again. */
export const makeToken = async (
  house: House,
  scope: MemberScope,
  input: { name: string; rights: readonly Right[]; days: number },
  form?: string,
): Promise<Outcome<MadeToken>> => {
  const { personId } = scope
  if (personId === null) return refuse('token.nobody')
  return house.db.asSystem('sign-in', (tx) => createToken(tx, { ...input, personId, form }))
}

/** Ends a token of the asking person, at once. */
export const endToken = (house: House, scope: MemberScope, id: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!(await tx.one(store.revokeToken(scope, id, tx.now)))) return refuse('token.gone')
    await record(tx, { kind: 'token.ended', actor: scope.personId, subject: { kind: 'token', id }, community: null })
    return done(null)
  })
