/** What time does for words that wait: at the end of the next school day every adult is called, once. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import type { Tasks } from '../../../platform/jobs/runner.ts'
import { contribution } from '../contribution.ts'
import { waitsTooLong } from './look.ts'
import { setCalled, uncalled } from './store.ts'

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
    })
  },
})
