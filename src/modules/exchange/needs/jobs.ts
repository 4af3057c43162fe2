/** What time does to needs: after two months the owner is asked once whether it still stands; then it rests. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import type { Tasks } from '../../../platform/jobs/runner.ts'
import { needSubject } from './contract.ts'
import { ASKED_AFTER_DAYS, dueTo, RESTS_AFTER_DAYS } from './need.ts'
import { agingSince, letRest, noteAsked } from './store/need.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The tasks of needs. Run twice on one day, they ask once. */
export const needTasks = (house: House): Tasks => ({
  'exchange:ask-the-old': () =>
    house.db.asSystem('job', async (tx) => {
      const before = (days: number) => new Date(tx.now.getTime() - days * DAY_MS)
      for (const need of await tx.rows(agingSince(before(ASKED_AFTER_DAYS), before(RESTS_AFTER_DAYS)))) {
        const due = dueTo(need, tx.now)
        const happened = due && (await tx.one(due === 'ask' ? noteAsked(need.id, tx.now) : letRest(need.id)))
        // Time alone moves no community: its quiet is asked of what people do.
        if (happened)
          await record(tx, {
            kind: due === 'ask' ? 'need.asked' : 'need.rested',
            actor: null,
            subject: { kind: needSubject, id: need.id },
            community: null,
          })
      }
    }),
})
