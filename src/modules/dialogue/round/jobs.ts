/** What time does for rounds: those whose end has come open, and those in which nobody is left to wait for. */
import type { House } from '../../../platform/house.ts'
import type { Tasks } from '../../../platform/jobs/runner.ts'
import { openTogether } from './opening.ts'
import { dueRounds, holdStill } from './store.ts'

/** The tasks of rounds. Run twice at once, each round opens once. */
export const roundTasks = (house: House): Tasks => ({
  'dialogue:open-rounds': async () => {
    const due = await house.db.asSystem('job', (tx) => tx.rows(dueRounds(tx.now)))
    for (const round of due)
      await house.db.asSystem('job', async (tx) => {
        if (await tx.one(holdStill(round.id))) await openTogether(tx, round, null)
      })
  },
})
