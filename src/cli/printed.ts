/** How results are printed: as JSON for programs, as a table or sentences for people. */
import type { Terminal } from './verb.ts'

/** Prints a result: `value` as JSON when that was asked for, `text` otherwise. */
export const print = ({ out }: Terminal, json: boolean | undefined, value: unknown, text: () => string): void =>
  out(json ? `${JSON.stringify(value, undefined, 2)}\n` : text())

/** Where sentences go that are no result, one a line. */
export const linesTo =
  ({ tell }: Terminal) =>
  (line: string): void =>
    tell(`${line}\n`)

// What somebody called themselves must not move the cursor of whoever reads it.
const plain = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** A table with columns as wide as what stands in them; the last one takes what is left. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [head, ...rows.map((row) => row.map(plain))]
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd()
  return `${all.map(line).join('\n')}\n`
}

/** A moment as people write it down: day and minute, of world time. */
export const moment = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ')
