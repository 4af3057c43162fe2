/** Loads the demonstration: the village, settled and with half a year of its life. */
import { sql } from 'kysely'
import { passwordHash } from '../modules/people/secret.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import type { House } from '../platform/house.ts'
import { saveSettings } from '../platform/settings/settings.ts'
import { demonstrationPassword } from './people.ts'
import { introduce } from './introduce.ts'
import { settleVillage } from './settle.ts'

const DAY_MS = 24 * 3600 * 1000

/** A house whose clock can be set, so that what the village did stands on the days it was done. */
export interface PastHouse {
  readonly house: House
  /** Sets the clock to so many days before today, at a time of day such as `16:40`. */
  on(daysAgo: number, time: string): void
}

const pastHouse = (house: House, db: Database, at: { now: Date }): PastHouse => ({
  house: { ...house, db, clock: { now: () => new Date(at.now) } },
  on: (daysAgo, time) => {
    const day = new Date(house.clock.now().getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10)
    at.now = new Date(`${day}T${time}:00Z`)
  },
})

/** Loads the village into an empty site and says how far it is. */
export const loadDemonstration = async (house: House, databaseUrl: string, progress: (sentence: string) => void): Promise<void> => {
  progress('The demonstration village moves in')
  const at = { now: house.clock.now() }
  const db = openDatabase(databaseUrl, { now: () => new Date(at.now) }, { pages: 2, system: 2 })
  try {
    const past = pastHouse(house, db, at)
    past.on(75, '15:00')
    await settleVillage(past.house, await passwordHash(demonstrationPassword))
    await introduce(past.house)
    await house.db.asSystem('demonstration', async (tx) => {
      await tx.rows(sql`update community.community set invented = true`)
      await saveSettings(tx, { siteName: 'Ciranda', language: 'en', timeZone: 'Europe/Lisbon', demonstration: true, begun: true })
    })
    house.settings.forget()
  } finally {
    await db.close()
  }
}
