/** Secrets that people carry: random tokens kept only as hashes, passwords hashed by argon2. */
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** A token nobody can guess, for a cookie or a letter. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** What is kept of a password (argon2id, the library's defaults by OWASP's first choice). */
export const passwordHash = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })

let nobody: Promise<string> | undefined

/** Whether a password fits; takes as long when there is no account, so that time tells nothing. */
export const passwordFits = async (kept: string | null | undefined, password: string): Promise<boolean> => {
  if (!kept) {
    nobody ??= passwordHash('nobody has this password')
    await verify(await nobody, password)
    return false
  }
  return verify(kept, password)
}
