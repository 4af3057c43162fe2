/** School days: how long a safeguarding lead stands in for a missing second adult. Time is passed in. */
import type { DaysOff } from './contract.ts'

const DAY_MS = 86_400_000
const MOST = 1000

/** So many school days the lead stands in. */
export const STANDS_IN = 10

const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

/** Whether there is school on a day, as `2026-12-03`: neither a weekend nor a holiday. */
export const isSchoolDay = (day: string, off: DaysOff): boolean =>
  ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) &&
  !off.some(({ first_day, last_day }) => first_day <= day && day <= last_day)

/** The last day of some school days that begin after a day: after a Friday, the first is Monday. */
export const schoolDaysAfter = (day: string, count: number, off: DaysOff): string => {
  let at = day
  for (let left = count, looked = 0; left > 0 && looked < MOST; looked++) {
    at = next(at)
    if (isSchoolDay(at, off)) left -= 1
  }
  return at
}

/** The last day on which the lead stands in for an adult who is missing since a day. */
export const standsInUntil = (since: string, off: DaysOff): string => schoolDaysAfter(since, STANDS_IN, off)
