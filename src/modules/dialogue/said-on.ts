/** When something was said, as people say it: today, Tuesday, 18 November; a year only when it is another one. */
import type { Language } from '../../platform/words/words.ts'

const DAY_MS = 24 * 3600 * 1000
const QUARTER_MS = 15 * 60 * 1000

interface Formats {
  readonly today: string
  readonly key: Intl.DateTimeFormat
  readonly weekday: Intl.DateTimeFormat
  readonly day: Intl.DateTimeFormat
  readonly year: Intl.DateTimeFormat
}

const made = new Map<string, Formats>()

const formatsOf = (lang: Language, timeZone: string): Formats => {
  const name = `${lang} ${timeZone}`
  const known = made.get(name)
  if (known) return known
  const locale = lang === 'en' ? 'en-GB' : lang
  const format = (shape: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...shape, timeZone })
  const formats: Formats = {
    today: new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(0, 'day'),
    key: new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    weekday: format({ weekday: 'long' }),
    day: format({ day: 'numeric', month: 'long' }),
    year: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  }
  made.set(name, formats)
  return formats
}

const MANY = 5000
const said = new Map<string, string>()

/** The day of `at`, seen from `now`, in the reader's language and zone. Kept a while: a page asks for the same days again. */
export const saidOn = (at: Date, now: Date, lang: Language, zone: string): string => {
  // No zone changes its day within a quarter of an hour.
  const key = `${lang} ${zone} ${Math.floor(now.getTime() / QUARTER_MS)} ${Math.floor(at.getTime() / QUARTER_MS)}`
  const known = said.get(key)
  if (known) return known
  if (said.size > MANY) said.clear()
  const day = dayFrom(at, now, lang, zone)
  said.set(key, day)
  return day
}

const dayFrom = (at: Date, now: Date, lang: Language, zone: string): string => {
  const formats = formatsOf(lang, zone)
  const day = formats.key.format(at)
  const today = formats.key.format(now)
  if (day === today) return formats.today
  const days = (Date.parse(today) - Date.parse(day)) / DAY_MS
  if (days > 0 && days < 7) return formats.weekday.format(at)
  return day.slice(0, 4) === today.slice(0, 4) ? formats.day.format(at) : formats.year.format(at)
}

const lists = new Map<Language, Intl.ListFormat>()

/** Names in a row, as the language joins them. */
export const listOf = (names: readonly string[], lang: Language): string => {
  const list = lists.get(lang) ?? new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { type: 'conjunction' })
  lists.set(lang, list)
  return list.format(names)
}
