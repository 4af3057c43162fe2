/** The secret of a guardian's link: given out once, kept as a hash, and ended at any time. */
import { createHash } from 'node:crypto'

/** So many bytes nobody guesses. */
export const LINK_BYTES = 32

/** Whether a text could be such a secret at all. */
export const isLink = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** What is kept of it. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
