/** What the queue and time do for webhooks: rounds, those that were cut off, and forgetting what is old. */
import type { House } from '../../platform/house.ts'
import type { AddressBook } from '../../platform/http/address-book.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'
import { queueRounds, roundTask } from './notices.ts'
import { goRound } from './round.ts'
import { type Send, send as sendOut } from './sending.ts'
import * as store from './store/deliveries.ts'

const DAY_MS = 86_400_000
const OVERDUE_MS = 30_000
const STALE_DAYS = 2
const KEPT_DAYS = 30

const sweep = (house: House) =>
  house.db.asSystem('job', async (tx) => {
    const before = (ms: number) => new Date(tx.now.getTime() - ms)
    await tx.rows(store.giveUpIdle())
    await tx.rows(store.giveUpStale(before(STALE_DAYS * DAY_MS)))
    const left = await tx.rows(store.forsaken(tx.now, before(OVERDUE_MS)))
    await queueRounds(
      tx,
      left.map(({ id }) => id),
    )
  })

/** The tasks of webhooks; `send` is another one in tests. */
export const webhookTasks = (house: House, addressBook: AddressBook, send: Send = sendOut): Tasks => ({
  [roundTask]: (payload) => goRound({ house, addressBook, send }, Number(payload.hookId)),
  'webhook:sweep': () => sweep(house),
  'webhook:prune': () =>
    house.db.asSystem('job', async (tx) => {
      await tx.rows(store.prune(new Date(tx.now.getTime() - KEPT_DAYS * DAY_MS)))
    }),
})
