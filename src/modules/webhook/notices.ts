/** Facts come in, deliveries are put down: in one transaction with the reader's place, so that none is lost or doubled. */
import type { Tx } from '../../platform/db/database.ts'
import type { FactReader } from '../../platform/facts/reader.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { HookId } from './contract.ts'
import { leavesAt } from './kind.ts'
import { nextOf, queueFacts } from './store/deliveries.ts'

/** The job that goes through what waits for one webhook. */
export const roundTask = 'webhook:send'

/** Queues a round for each of these webhooks, when the next of their deliveries is due. One job each, however much waits. */
export const queueRounds = async (tx: Tx, hooks: readonly HookId[]): Promise<void> => {
  if (hooks.length === 0) return
  for (const { hook_id, next_at } of await tx.rows(nextOf(hooks)))
    await enqueue(tx, roundTask, { hookId: hook_id }, { at: next_at, key: `${roundTask} ${hook_id}` })
}

/** The reader behind all webhooks. What happened before it first came stays in the house. */
export const webhookReader: FactReader = {
  name: 'webhook',
  begins: 'now',
  take: async (tx, facts) => {
    const told = facts.map((fact) => ({ ...fact, leaves: leavesAt(fact.kind, fact.at) }))
    const queued = await tx.rows(queueFacts(told, tx.now))
    await queueRounds(tx, [...new Set(queued.map(({ hook_id }) => hook_id))])
  },
}
