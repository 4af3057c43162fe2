/** The link of a letter: one person, one question, seven days, no other right. Only its hash is kept. */
import { createHash } from 'node:crypto'

const SEVEN_DAYS_MS = 7 * 24 * 3600 * 1000
const TEN_MINUTES_MS = 10 * 60 * 1000

/** How long a link answers, and how long an answer can be undone without signing in. */
export const linkEnds = (now: Date): Date => new Date(now.getTime() + SEVEN_DAYS_MS)
export const undoEnds = (now: Date): Date => new Date(now.getTime() + TEN_MINUTES_MS)

/** So many bytes nobody guesses. */
export const TOKEN_BYTES = 32

/** Whether a text could be such a token at all. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** What is kept of a token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * What undoes an answer: known only to whoever sent this very form. The same form sent twice gets the same; whoever
 * merely holds the link cannot make it.
 */
export const undoToken = (token: string, form: string): string =>
  createHash('sha256').update(`undo ${token} ${form}`).digest('base64url')
