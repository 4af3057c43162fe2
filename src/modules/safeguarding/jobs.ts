/** What time does: notices where adults are missing, and lets the lead stand in for ten school days. Nothing ever locks. */
import type { RawBuilder } from 'kysely'
import type { House } from '../../platform/house.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'
import { dayIn } from '../../platform/words/dates.ts'
import { ENOUGH } from './adults.ts'
import type { DaysOff } from './contract.ts'
import { standsInUntil } from './school-days.ts'
import { noteEnough, noteShort, seatLeads, shortNow, unseatLeads } from './store/adults.ts'

/** The tasks; `daysOff` asks for the holidays, which another module keeps. */
export const careTasks = (
  house: Pick<House, 'db' | 'settings'>,
  daysOff: () => RawBuilder<DaysOff[number]>,
): Tasks => ({
  'safeguarding:count-adults': async () => {
    const { timeZone } = await house.settings.current()
    await house.db.asSystem('job', async (tx) => {
      const off = await tx.rows(daysOff())
      for (const { id, short, since } of await tx.rows(shortNow(ENOUGH))) {
        if (short) await tx.rows(noteShort(id, tx.now))
        else await tx.rows(noteEnough(id))
        const until = standsInUntil(dayIn(since ?? tx.now, timeZone), off)
        await tx.rows(short && dayIn(tx.now, timeZone) <= until ? seatLeads(id) : unseatLeads(id))
      }
    })
  },
})
