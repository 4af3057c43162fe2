/** Reads the fields of a row: numbers, times, names. */
import { cleanText } from '../../platform/http/form.ts'
import type { Row } from './rows.ts'

/** A number that identifies something, or undefined when there is none. */
export const numberIn = (row: Row, field: string): number | undefined => {
  const text = row[field]
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) return undefined
  return Number(text)
}

/** The time of a row; the archive writes UTC without saying so. */
export const timeIn = (row: Row, field: string): Date | undefined => {
  const text = row[field]?.trim() ?? ''
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/.test(text)) return undefined
  const at = new Date(text.endsWith('Z') ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** One line of at most `most` characters, without signs that turn the direction of reading; empty when there is none. */
export const lineIn = (row: Row, field: string, most: number): string => {
  const text = cleanText(row[field] ?? '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/ +/g, ' ')
    .trim()
  return text.length <= most
    ? text
    : `${[...text]
        .slice(0, most - 20)
        .join('')
        .slice(0, most - 1)}…`.toWellFormed()
}
