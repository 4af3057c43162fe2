/** Dates as people write them: 2024-03-05, 5.3.2024, 9/27/13. Which part is the month is found out, never guessed. */
import { type Note, note } from '../note.ts'
import type { TextColumn } from './column.ts'
import { Unreadable } from './unreadable.ts'

/** Which comes first in dates with slashes. */
export type DayOrder = 'day first' | 'month first'

const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:\D.*)?$/
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?.*)?$/

/**
 * Milliseconds since 1970 (UTC) for each row, NaN where the cell is missing.
 * @throws Unreadable for what is no date, and when nothing tells the day from the month
 */
export const datesOf = (
  column: TextColumn,
  file: string,
  order?: DayOrder,
): { readonly times: Float64Array; readonly notes: readonly Note[] } => {
  const header = column.header
  const parted = column.words.flatMap((word) => (ISO.test(word) ? [] : (PARTS.exec(word) ?? [])[0] ? [word] : []))
  const known = parted.length === 0 ? 'day first' : (order ?? orderOf(parted))
  if (!known)
    throw new Unreadable({ file, header }, 'day and month cannot be told apart; say --dates day-first or month-first')
  const times = Float64Array.from(column.words, (word) => timeOf(word, known))
  const bad = times.findIndex((time) => Number.isNaN(time))
  if (bad >= 0) {
    const row = column.codes.indexOf(bad)
    throw new Unreadable({ file, header, line: row + 2 }, `"${column.words[bad]}" is not a date`)
  }
  const notes = parted.length > 0 ? [note('reading', `${header}: dates such as ${parted[0]} were read ${known}.`)] : []
  return { times: Float64Array.from(column.codes, (code) => times[code] ?? Number.NaN), notes }
}

const orderOf = (words: readonly string[]): DayOrder | undefined => {
  const both = words.map((word) => PARTS.exec(word) ?? [])
  if (both.some(([, , mark]) => mark === '.')) return 'day first'
  if (both.some(([, first]) => Number(first) > 12)) return 'day first'
  if (both.some(([, , , second]) => Number(second) > 12)) return 'month first'
  return undefined
}

const timeOf = (word: string, order: DayOrder): number => {
  const iso = ISO.exec(word)
  if (iso) return utc(iso.slice(1).map((part) => Number(part ?? 0)))
  if (/^\d{10}$/.test(word)) return Number(word) * 1000
  const parts = PARTS.exec(word)
  if (!parts) return Number.NaN
  const [, first, , second, short] = parts.map(Number) as [number, number, number, number, number]
  const year = short > 99 ? short : short < 70 ? 2000 + short : 1900 + short
  return utc(order === 'day first' ? [year, second, first] : [year, first, second])
}

const utc = ([year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: number[]): number => {
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  return new Date(time).getUTCDate() === day && month <= 12 ? time : Number.NaN
}
