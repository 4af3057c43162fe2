/** When a letter may be written: not at night, not at weekends, not in school holidays, in the zone of its reader. */
import type { Holiday, Rhythm } from './contract.ts'

/** The days without letters. */
export type Holidays = readonly Pick<Holiday, 'first_day' | 'last_day'>[]

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MOST_DAYS = 500

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  formats.set(zone, known)
  return known
}

/** Whether a text names a time zone. */
export const isZone = (text: string): boolean => {
  try {
    return formatOf(text) !== undefined
  } catch {
    return false
  }
}

/** The clock on the wall of a zone, read as if it were UTC: milliseconds. */
const wall = (at: Date, zone: string): number => {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = value
  return Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  )
}

const dayAt = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 10)

/** The moment at which the wall of a zone shows this; where clocks jump over it, the first moment after the jump. */
const momentOfWall = (wallMs: number, zone: string): Date => {
  const offset = (ms: number) => wall(new Date(ms), zone) - ms
  const late = wallMs - offset(wallMs - DAY_MS)
  const early = wallMs - offset(wallMs + DAY_MS)
  const fits = [Math.min(late, early), Math.max(late, early)].filter((ms) => wall(new Date(ms), zone) === wallMs)
  return new Date(fits[0] ?? Math.max(late, early))
}

const isoWeekday = (wallMs: number): number => new Date(wallMs).getUTCDay() || 7

const isHoliday = (wallMs: number, holidays: Holidays): boolean => {
  const day = dayAt(wallMs)
  return holidays.some(({ first_day, last_day }) => first_day <= day && day <= last_day)
}

const quietHour = (hour: number, { quiet_from: from, quiet_to: to }: Rhythm): boolean =>
  from < to ? hour >= from && hour < to : from > to && (hour >= from || hour < to)

/** Whether this moment is quiet for a person. */
export const isQuiet = (at: Date, rhythm: Rhythm, siteZone: string, holidays: Holidays): boolean => {
  const here = wall(at, rhythm.zone ?? siteZone)
  if (rhythm.weekends && isoWeekday(here) > 5) return true
  if (rhythm.holidays && isHoliday(here, holidays)) return true
  return quietHour(new Date(here).getUTCHours(), rhythm)
}

const days = function* (from: Date, zone: string): Generator<number> {
  const first = Math.floor(wall(from, zone) / DAY_MS) * DAY_MS
  for (let i = 0; i < MOST_DAYS; i++) yield first + i * DAY_MS
}

/** The first moment from `at` on that is not quiet; whoever is quiet for more than a year is written to after it. */
export const nextSpoken = (at: Date, rhythm: Rhythm, siteZone: string, holidays: Holidays): Date => {
  if (!isQuiet(at, rhythm, siteZone, holidays)) return at
  const zone = rhythm.zone ?? siteZone
  for (const day of days(at, zone))
    for (const hour of [0, rhythm.quiet_to]) {
      const moment = momentOfWall(day + hour * HOUR_MS, zone)
      if (moment >= at && !isQuiet(moment, rhythm, siteZone, holidays)) return moment
    }
  return new Date(at.getTime() + MOST_DAYS * DAY_MS)
}

/**
 * The first moment after `at` at which the regular letter goes out: on the day and at the hour that the person chose,
 * and never in holidays that they keep quiet. The hour is their own choice, so it counts also in their quiet hours.
 */
export const nextRegular = (at: Date, rhythm: Rhythm, siteZone: string, holidays: Holidays): Date => {
  const zone = rhythm.zone ?? siteZone
  for (const day of days(at, zone)) {
    const weekday = isoWeekday(day)
    if (rhythm.often === 'day' ? rhythm.weekends && weekday > 5 : weekday !== rhythm.weekday) continue
    if (rhythm.holidays && isHoliday(day, holidays)) continue
    const moment = momentOfWall(day + rhythm.hour * HOUR_MS, zone)
    if (moment > at) return moment
  }
  return new Date(at.getTime() + MOST_DAYS * DAY_MS)
}
