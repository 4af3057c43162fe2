/** A house whose clock can be set back, so that what the village did stands on the days it was done. */
import type { Database } from '../platform/db/database.ts'
import type { House } from '../platform/house.ts'

const DAY_MS = 24 * 3600 * 1000
const PAUSE_MS = 20 * 60 * 1000

/** A house in the past. */
export interface PastHouse {
  readonly house: House
  /** Another chapter begins, which may go further back than the last one ended. */
  again(): void
  /** Goes to a time such as `16:40` so many days ago: a school day, and in a chapter never back behind what was told. */
  on(daysAgo: number, time: string): void
  /** The calendar day so many days from today, before or after; a school day. */
  day(fromToday: number): string
}

// A Saturday or Sunday becomes the Friday before it, or for plans the Monday after.
const schoolDay = (at: Date, later: boolean): Date => {
  const weekday = at.getUTCDay()
  if (weekday !== 0 && weekday !== 6) return at
  const days = later ? (weekday === 6 ? 2 : 1) : weekday === 6 ? -1 : -2
  return new Date(at.getTime() + days * DAY_MS)
}

/** Sets it up over a database that asks `at.now` for the time. */
export const pastHouse = (house: House, db: Database, at: { now: Date }): PastHouse => {
  const today = house.clock.now().getTime()
  const from = (days: number) =>
    schoolDay(new Date(today + days * DAY_MS), days > 0)
      .toISOString()
      .slice(0, 10)
  let told = new Date(0)
  return {
    house: { ...house, db, clock: { now: () => new Date(at.now) } },
    again: () => {
      told = new Date(0)
    },
    on: (daysAgo, time) => {
      const wished = new Date(`${from(-Math.max(1, daysAgo))}T${time}:00Z`)
      told = wished > told ? wished : new Date(told.getTime() + PAUSE_MS)
      at.now = told
    },
    day: from,
  }
}
