/** Loads the demonstration: the village, settled and with half a school year of its life. */
import { markAllInvented } from '../modules/community/store.ts'
import { passwordHash } from '../modules/people/secret.ts'
import { openDatabase } from '../platform/db/database.ts'
import type { House } from '../platform/house.ts'
import { learnWords } from '../platform/search/store.ts'
import { saveSettings } from '../platform/settings/settings.ts'
import { tellBeginning } from './beginning.ts'
import { tellBench } from './bench.ts'
import { tellComing } from './coming.ts'
import { introduce } from './introduce.ts'
import { tellLending } from './lending.ts'
import { tellLunch } from './lunch.ts'
import { tellMeetings } from './meeting.ts'
import { pastHouse } from './past.ts'
import { demonstrationPassword } from './people.ts'
import { tellQuietCorners } from './quiet.ts'
import { tellReadingAloud } from './reading-aloud.ts'
import { tellRhythm } from './rhythm.ts'
import { settleVillage } from './settle.ts'
import { tellSharing } from './sharing.ts'
import { telling, zone } from './telling.ts'
import { tellWaiting } from './waiting.ts'

/** Loads the village into an empty site and says how far it is. */
export const loadDemonstration = async (
  house: House,
  databaseUrl: string,
  progress: (sentence: string) => void,
): Promise<void> => {
  progress('The demonstration village moves in')
  const at = { now: house.clock.now() }
  const db = openDatabase(databaseUrl, { now: () => new Date(at.now) }, { pages: 2, system: 2 })
  try {
    const past = pastHouse(house, db, at)
    const hash = passwordHash(demonstrationPassword)
    past.on(75, '15:00')
    const settled = await settleVillage(past.house, await hash)
    await introduce(past.house)
    await db.asSystem('demonstration', (tx) => tx.rows(markAllInvented()))
    const village = telling(past, settled)
    progress('Its people talk, try and look back')
    const chapters = [
      tellBeginning,
      tellBench,
      tellLunch,
      tellReadingAloud,
      tellMeetings,
      tellWaiting,
      tellLending,
      tellComing,
      tellSharing,
      tellQuietCorners,
      tellRhythm,
    ]
    for (const chapter of chapters) {
      past.again()
      await chapter(village)
    }
    await db.asSystem('demonstration', async (tx) => {
      // Typing mistakes are forgiven from the first minute on, not only after the first job.
      await learnWords(tx)
      await saveSettings(tx, { siteName: 'Ciranda', language: 'en', timeZone: zone, demonstration: true, begun: true })
    })
    house.settings.forget()
  } finally {
    await db.close()
  }
}
