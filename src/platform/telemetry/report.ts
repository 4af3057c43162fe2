/** Tells of a fault in one line of JSON on standard error, without personal data. */

import { doingNow } from './doing.ts'

/** Reports a bug; `place` names the action, route or job, never a person or their words. */
export const report = (place: string, error: unknown): void => {
  const fault = error instanceof Error ? error : new Error(String(error))
  const code = (fault as { code?: unknown }).code
  // A database message may quote what a person wrote; its code is enough to find the statement.
  const said = typeof code === 'string' ? named(code) : fault.message
  const { id } = doingNow() ?? {}
  process.stderr.write(`${JSON.stringify({ level: 'error', id, place, said, stack: stackOf(fault) })}\n`)
}

// The codes of PostgreSQL have five signs, a digit among them; others come from mail servers and the network.
const named = (code: string): string => (/^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? `database ${code}` : code)

const stackOf = (fault: Error): string[] =>
  (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
