/** Dates and times in the reader's language and zone; each formatter is made once. */
import type { Language } from './words.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

const format = (lang: Language, zone: string, shape: Intl.DateTimeFormatOptions, name: string): Intl.DateTimeFormat => {
  const key = `${lang} ${zone} ${name}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...shape, timeZone: zone })
  formats.set(key, made)
  return made
}

/** “3 December 2026” */
export const dayOf = (at: Date, lang: Language, zone: string): string =>
  format(lang, zone, { day: 'numeric', month: 'long', year: 'numeric' }, 'day').format(at)

/** “Thursday 3 December” */
export const weekdayOf = (at: Date, lang: Language, zone: string): string =>
  format(lang, zone, { weekday: 'long', day: 'numeric', month: 'long' }, 'weekday').format(at)

/** “3 December 2026, 16:30” */
export const momentOf = (at: Date, lang: Language, zone: string): string =>
  format(
    lang,
    zone,
    { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    'moment',
  ).format(at)

/** A calendar day such as `2026-12-03`, which has no zone, as a moment that prints right in UTC. */
export const calendarDay = (day: string): Date => new Date(`${day}T00:00:00Z`)

const zoneDays = new Map<string, Intl.DateTimeFormat>()

/** The calendar day that a moment falls on in a zone, as `2026-12-03`. */
export const dayIn = (at: Date, zone: string): string => {
  const known =
    zoneDays.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  zoneDays.set(zone, known)
  return known.format(at)
}

/** “September 2026” */
export const monthOf = (at: Date, lang: Language, zone: string): string =>
  format(lang, zone, { month: 'long', year: 'numeric' }, 'month').format(at)
