/** What time does for a community's rhythm: after six weeks of quiet its facilitators are asked, once. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import type { Tasks } from '../../../platform/jobs/runner.ts'
import { isToBeAsked, QUIET_AFTER_DAYS } from './quiet.ts'
import { pulses, setQuietAsked } from './store.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The tasks of the rhythm. Run twice on one day, they ask once. */
export const rhythmTasks = (house: House): Tasks => ({
  'community:ask-the-quiet': () =>
    house.db.asSystem('job', async (tx) => {
      const before = new Date(tx.now.getTime() - QUIET_AFTER_DAYS * DAY_MS)
      for (const pulse of await tx.rows(pulses(before)))
        if (isToBeAsked(pulse, tx.now) && (await tx.one(setQuietAsked(pulse.id, tx.now))))
          await record(tx, {
            kind: 'community.quiet',
            actor: null,
            subject: { kind: 'community', id: pulse.id },
            community: pulse.id,
          })
    }),
})
