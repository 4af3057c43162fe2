/** One round: what is due for one webhook goes out, one after the other, as long as it is taken. */
import { record } from '../../platform/facts/record.ts'
import type { House } from '../../platform/house.ts'
import type { AddressBook } from '../../platform/http/address-book.ts'
import { insideNetworks } from '../../platform/http/network.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { HookId } from './contract.ts'
import { pausedFact } from './letters.ts'
import { bodyOf } from './message.ts'
import { queueRounds, roundTask } from './notices.ts'
import { isPaused, nextTry, restOf } from './patience.ts'
import type { Answer, Send, Trouble } from './sending.ts'
import { signedHeaders } from './signature.ts'
import * as store from './store/deliveries.ts'

/** What a round needs of the house. `addressBook` tells the pages that everybody may open. */
export interface Rounds {
  readonly house: House
  readonly addressBook: AddressBook
  readonly send: Send
}

const MOST_IN_A_ROUND = 50
const ROUND_MS = 20_000
// Longer than a round can take: whoever still holds it after that has died.
const ROUND_LEASE_MS = 60_000
const GONE = 410
// No answer at all costs seconds each time; the receiver rests instead of holding everybody's queue up.
const silent: readonly (Trouble | null)[] = ['slow', 'unreachable', 'unknown', 'certificate', 'nowhere', 'plain']

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

/** A number between 0 and 1 nobody can guess. */
const chanceOf = (house: House): number => Buffer.from(house.secret(4), 'base64url').readUInt32BE() / 2 ** 32

const urlOf = async ({ house, addressBook }: Rounds, told: store.Claimed): Promise<string | undefined> => {
  const subject = { kind: told.subject_kind, id: told.subject_id }
  const found = await addressBook.lookUp({ personId: null }, [subject])
  const href = found.get(`${subject.kind} ${subject.id}`)?.href
  return href ? house.baseUrl + href : undefined
}

const note = ({ house }: Rounds, hook: store.OpenRound, tried: store.Claimed, answer: Answer, ms: number) =>
  house.db.asSystem('job', async (tx) => {
    const noted = { id: tried.id, at: tx.now, status: answer.status, ms, trouble: answer.trouble }
    if (answer.trouble === null) {
      await tx.rows(store.noteTry({ ...noted, state: 'delivered', nextAt: null }))
      await tx.rows(store.noteHealth(hook.id))
      return
    }
    const gone = answer.status === GONE
    const next = gone ? undefined : nextTry(tried.tries, tried.queued_at, tx.now, chanceOf(house))
    await tx.rows(store.noteTry({ ...noted, state: next ? 'waiting' : 'given-up', nextAt: next ?? null }))
    const since = hook.failing_since ?? tx.now
    const rests = silent.includes(answer.trouble) ? later(tx.now, restOf(since, tx.now)) : null
    const paused = gone || isPaused(since, tx.now)
    const noticed = await tx.one(store.noteFailure({ id: hook.id, since, rests, paused }))
    if (noticed?.pauses)
      await record(tx, { kind: pausedFact, actor: null, subject: { kind: 'webhook', id: hook.id }, community: null })
    if (paused) await tx.rows(store.giveUpIdle())
  })

const open = (house: House, hookId: HookId) =>
  house.db.asSystem('job', async (tx) => {
    const hook = await tx.one(store.openRound(hookId, tx.now, later(tx.now, ROUND_LEASE_MS)))
    if (hook) {
      await tx.rows(store.dropForgotten(hookId))
      return hook
    }
    const free = await tx.one(store.freeAt(hookId))
    if (free?.at && free.at > tx.now)
      await enqueue(tx, roundTask, { hookId }, { at: free.at, key: `${roundTask} ${hookId}` })
    return undefined
  })

// First let go, then look: what is put down in between either finds the round over or is seen here.
const close = (house: House, hookId: HookId) =>
  house.db.asSystem('job', async (tx) => {
    await tx.rows(store.closeRound(hookId))
    await queueRounds(tx, [hookId])
  })

/** Goes one round. Safe to run twice, and to be cut off anywhere: what was on its way then goes out once more. */
export const goRound = async (rounds: Rounds, hookId: HookId): Promise<void> => {
  const { house, send } = rounds
  const hook = await open(house, hookId)
  if (!hook) return
  const began = house.clock.now()
  for (let sent = 0; sent < MOST_IN_A_ROUND; sent++) {
    const now = house.clock.now()
    if (now.getTime() - began.getTime() > ROUND_MS) break
    const next = await house.db.asSystem('job', (tx) =>
      tx.one(store.claim(hookId, tx.now, later(tx.now, ROUND_LEASE_MS))),
    )
    if (!next) break
    const body = bodyOf(next, await urlOf(rounds, next))
    const secrets = [hook.secret, ...(hook.former_secret ? [hook.former_secret] : [])]
    const answer = await send({
      address: hook.address,
      headers: signedHeaders({ id: next.message, body }, secrets, now),
      body,
      inside: insideNetworks(),
    })
    await note(rounds, hook, next, answer, house.clock.now().getTime() - now.getTime())
    if (silent.includes(answer.trouble) || answer.status === GONE) break
  }
  await close(house, hookId)
}
