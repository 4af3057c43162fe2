/** Proof that it is really them: a password, or that they came in just now by whatever way they have. */
import type { Context } from 'hono'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Visit } from '../contract.ts'
import { carriedSession } from '../cookies.ts'
import { passwordFits, tokenHash } from '../secret.ts'
import { accountOf } from '../store.ts'
import { within } from '../tries.ts'
import { sessionOf } from './store.ts'

const FRESH_MS = 15 * 60_000

/** What would prove it: nothing more, since they came in just now; their password; or coming in again. */
export type ProofAsked = 'none' | 'password' | 'again'

/** What is asked of whoever sits before this browser, before something that cannot be undone. */
export const proofAsked = (c: Context<Visit>): Promise<ProofAsked> => {
  const { house, scope } = c.var
  const { personId } = scope
  const token = carriedSession(c)
  if (personId === null || !token) return Promise.resolve('again')
  return house.db.asSystem('own-data', async (tx) => {
    const session = await tx.one(sessionOf(tokenHash(token), personId, tx.now))
    if (!session) return 'again'
    if (tx.now.getTime() - session.opened_at.getTime() <= FRESH_MS) return 'none'
    return (await tx.one(accountOf(personId)))?.password_hash ? 'password' : 'again'
  })
}

/** Whether it is proved; reasons: `proof.again`, `proof.wrong`, `proof.tooMany`, on the field `password`. */
export const proveMyself = async (c: Context<Visit>, password: string): Promise<Outcome<null>> => {
  const { house, scope } = c.var
  const asked = await proofAsked(c)
  if (asked === 'none') return done(null)
  if (asked === 'again' || scope.personId === null) return refuse('proof.again')
  const person = scope.personId
  const tried = await house.db.asSystem('own-data', async (tx) => ({
    within: await within(tx, `proof ${person}`, 10, 900),
    account: await tx.one(accountOf(person)),
  }))
  if (!tried.within) return refuse('proof.tooMany', 'password')
  return (await passwordFits(tried.account?.password_hash, password)) ? done(null) : refuse('proof.wrong', 'password')
}
