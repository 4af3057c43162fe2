/** What those do for people who look after a site: let somebody in, let them in again, end a token of theirs. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { PersonId } from '../contract.ts'
import { newToken, tokenHash } from '../secret.ts'
import { accountByEmail, insertLetter, insertPerson } from '../store.ts'
import { countTokens, endTokensOf } from '../token/store.ts'
import * as store from './store.ts'

const HOUR_MS = 3_600_000

/** Nobody acts here but the command line, so that the facts have no actor. */
const fact = (tx: Tx, kind: `${string}.${string}`, subject: { kind: string; id: number }) =>
  record(tx, { kind, actor: null, subject, community: null })

/** A link that signs in once, told to whoever asked and kept only as a hash; `token` is its last part. */
const openLink = async (tx: Tx, personId: PersonId, hours: number): Promise<{ token: string; until: Date }> => {
  const token = newToken()
  const until = new Date(tx.now.getTime() + hours * HOUR_MS)
  await tx.rows(insertLetter({ hash: tokenHash(token), personId, returnTo: null, expires: until }))
  return { token, until }
}

/** Somebody new. `passwordHash` is null where they come in by a link that works for `hours`. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly administrator: boolean
  readonly passwordHash: string | null
  readonly hours: number
}

/** Who was made; `link` is there when no password was given. */
export interface MadePerson {
  readonly id: PersonId
  readonly link: { readonly token: string; readonly until: Date } | null
}

/** Makes a person with an account. Refuses `join.known` when somebody has the address. As the owner only. */
export const createPerson = async (tx: Tx, input: NewPerson): Promise<Outcome<MadePerson>> => {
  const { name, language, administrator, email, passwordHash, hours } = input
  const person = await tx.one(insertPerson({ name, language, administrator, at: tx.now }))
  if (!person) throw new Error('A person could not be made')
  // Whoever gives a password vouches for the address; a link proves it when it is opened.
  const proved = passwordHash === null ? null : tx.now
  if (!(await tx.one(store.insertOnlyAccount(person.id, email, passwordHash, proved))))
    return refuse('join.known', 'email')
  await fact(tx, 'person.made', { kind: 'person', id: person.id })
  return done({ id: person.id, link: passwordHash === null ? await openLink(tx, person.id, hours) : null })
}

/** How somebody comes in again. */
export interface WayBack {
  readonly id: PersonId
  readonly name: string
  readonly link: { readonly token: string; readonly until: Date }
  /** How many sessions ended. */
  readonly sessions: number
  /** How many tokens of programs still work. */
  readonly tokens: number
}

/**
 * Lets somebody in again who lost their way in, or whose way in somebody else may have: password, passkeys, the school, open links and
 * sessions end, with `tokensToo` their programs' tokens, and one new link opens. Refuses `signIn.unknown`.
 */
export const resetPerson = async (
  tx: Tx,
  input: { email: string; hours: number; tokensToo: boolean },
): Promise<Outcome<WayBack>> => {
  const account = await tx.one(accountByEmail(input.email))
  if (!account) return refuse('signIn.unknown', 'email')
  const id = account.person_id
  const { sessions } = (await tx.one(store.closeWaysIn(id, tx.now))) ?? { sessions: 0 }
  if (input.tokensToo) await tx.rows(endTokensOf(id, tx.now))
  const { working } = (await tx.one(countTokens(id, tx.now))) ?? { working: 0 }
  await fact(tx, 'person.reset', { kind: 'person', id })
  return done({ id, name: account.name, link: await openLink(tx, id, input.hours), sessions, tokens: working })
}

/** Ends a token of anybody, at once. Refuses `token.gone` when there is none or it has ended. As the owner only. */
export const endSomebodysToken = async (tx: Tx, id: number): Promise<Outcome<{ name: string }>> => {
  const ended = await tx.one(store.endAnyToken(id, tx.now))
  if (!ended) return refuse('token.gone')
  await fact(tx, 'token.ended', { kind: 'token', id })
  return done({ name: ended.name })
}
