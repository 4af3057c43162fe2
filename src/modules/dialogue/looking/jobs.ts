/** What time does for words that wait: at the end of the next school day every adult is called, once. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import type { Tasks } from '../../../platform/jobs/runner.ts'
import { heldKind, heldStore } from '../../community/public.ts'
import { contribution } from '../contribution.ts'
import { waitsTooLong } from './look.ts'
import { setCalled, uncalled } from './store.ts'

/** What could not be done any more stays with its author for so long. */
const STAYED_MS = 60 * 24 * 3600 * 1000

/** The tasks of looking. Run twice in an hour, they call once. */
export const lookTasks = (house: House): Tasks => ({
  'dialogue:call-another-adult': async () => {
    const { timeZone } = await house.settings.current()
    await house.db.asSystem('job', async (tx) => {
      for (const { id, community_id, waits_since } of await tx.rows(uncalled))
        if (waitsTooLong(waits_since, tx.now, timeZone) && (await tx.one(setCalled(id, tx.now))))
          await record(tx, {
            kind: 'contribution.overdue',
            actor: null,
            subject: contribution(id),
            community: community_id,
          })
      for (const { id, community_id, since } of await tx.rows(heldStore.uncalledHeld))
        if (waitsTooLong(since, tx.now, timeZone) && (await tx.one(heldStore.setHeldCalled(id, tx.now))))
          await record(tx, {
            kind: 'words.overdue',
            actor: null,
            subject: { kind: heldKind, id },
            community: community_id,
          })
      await tx.rows(heldStore.forgetStayed(new Date(tx.now.getTime() - STAYED_MS)))
    })
  },
})
