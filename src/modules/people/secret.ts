/** Secrets that people carry: random tokens kept only as hashes, passwords hashed by argon2. */
import { createHash, randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { inTurn } from '../../platform/in-turn.ts'

/** A token nobody can guess, for a cookie or a letter. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

// Hashing is slow on purpose: when a whole class comes in at once, one core stays with those who only read.
const calmly = inTurn(Math.max(1, availableParallelism() - 1))

/** What is kept of a password (argon2id, the library's defaults by OWASP's first choice). */
export const passwordHash = (password: string): Promise<string> =>
  calmly(() => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }))

let nobody: Promise<string> | undefined

/** Whether a password fits; takes as long when there is no account, so that time tells nothing. */
export const passwordFits = async (kept: string | null | undefined, password: string): Promise<boolean> => {
  if (!kept) {
    nobody ??= passwordHash('nobody has this password')
    const held = await nobody
    await calmly(() => verify(held, password))
    return false
  }
  return calmly(() => verify(kept, password))
}
