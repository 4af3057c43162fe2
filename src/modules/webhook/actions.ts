/** What those who look after the site do with webhooks: allowed, sound, save, record, return. */
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/facts/record.ts'
import type { House } from '../../platform/house.ts'
import { insideNetworks } from '../../platform/http/network.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { MemberScope } from '../people/contract.ts'
import { mayKeepHooks } from './access.ts'
import { readAddress } from './address.ts'
import type { HookId } from './contract.ts'
import { trialKind } from './kind.ts'
import { queueRounds } from './notices.ts'
import { secretFrom } from './signature.ts'
import * as store from './store/hooks.ts'

const MOST_HOOKS = 30
const SECRET_BYTES = 32
const DAY_MS = 86_400_000

const newSecret = (house: House): string => secretFrom(Buffer.from(house.secret(SECRET_BYTES), 'base64url'))

const note = (tx: Tx, scope: MemberScope, kind: `webhook.${string}`, id: HookId) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'webhook', id }, community: null })

/** Adds a webhook. Its secret is told here, to whoever sent this form, and nowhere else. */
export const addHook = (
  house: House,
  scope: MemberScope,
  input: { address: string; kinds: readonly string[] },
  once?: string,
): Promise<Outcome<{ id: HookId; secret: string }>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepHooks(scope)) return refuse('notYours')
      const address = readAddress(input.address, insideNetworks())
      if (typeof address === 'string') return refuse(address, 'address')
      if (((await tx.one(store.hookCount(scope)))?.count ?? 0) >= MOST_HOOKS) return refuse('tooMany', 'address')
      const secret = newSecret(house)
      const hook = { address: address.href, kinds: input.kinds, secret, at: tx.now }
      const added = await tx.one(store.insertHook(scope, hook))
      if (!added) throw new Error('A webhook could not be made')
      await note(tx, scope, 'webhook.added', added.id)
      return done({ id: added.id, secret })
    },
    { once },
  )

/** Changes address, kinds, and whether anything is sent at all. */
export const changeHook = (
  house: House,
  scope: MemberScope,
  input: { id: HookId; address: string; kinds: readonly string[]; state: 'active' | 'off' },
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepHooks(scope)) return refuse('notYours')
      const address = readAddress(input.address, insideNetworks())
      if (typeof address === 'string') return refuse(address, 'address')
      if (!(await tx.one(store.updateHook(scope, { ...input, address: address.href })))) return refuse('gone')
      await queueRounds(tx, input.state === 'active' ? [input.id] : [])
      await note(tx, scope, 'webhook.changed', input.id)
      return done(null)
    },
    { once },
  )

/** Makes another secret; for a day the one before signs as well, so that the receiver can change over. */
export const renewHookSecret = (
  house: House,
  scope: MemberScope,
  id: HookId,
  once?: string,
): Promise<Outcome<{ secret: string }>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepHooks(scope)) return refuse('notYours')
      const secret = newSecret(house)
      const renewed = await tx.one(store.renewSecret(scope, id, secret, new Date(tx.now.getTime() + DAY_MS)))
      if (!renewed?.renewed) return refuse('gone')
      await note(tx, scope, 'webhook.secret-renewed', id)
      return done({ secret })
    },
    { once },
  )

/** Takes a webhook away, and what was sent to it with it. */
export const removeHook = (house: House, scope: MemberScope, id: HookId, once?: string): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepHooks(scope)) return refuse('notYours')
      if (!(await tx.one(store.deleteHook(scope, id)))) return refuse('gone')
      await note(tx, scope, 'webhook.removed', id)
      return done(null)
    },
    { once },
  )

/** Sends a trial, so that one sees whether the receiver hears and trusts us. */
export const tryHook = (house: House, scope: MemberScope, id: HookId, once?: string): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepHooks(scope)) return refuse('notYours')
      const hook = await tx.one(store.hookById(scope, id))
      if (!hook) return refuse('gone')
      if (hook.state !== 'active') return refuse('notActive')
      await tx.rows(store.insertTrial(scope, id, `trial_${house.secret(12)}`, trialKind, tx.now))
      await tx.rows(store.wakeHook(scope, id))
      await queueRounds(tx, [id])
      return done(null)
    },
    { once },
  )

/** Sends a delivery again, as the same message. One that waits already just goes on waiting. */
export const replayDelivery = (
  house: House,
  scope: MemberScope,
  input: { id: HookId; delivery: number },
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepHooks(scope)) return refuse('notYours')
      const hook = await tx.one(store.hookById(scope, input.id))
      if (!hook || !(await tx.one(store.deliveryById(scope, input.id, input.delivery)))) return refuse('gone')
      if (hook.state !== 'active') return refuse('notActive')
      if (!(await tx.one(store.requeue(scope, input.id, input.delivery, tx.now)))) return done(null)
      await tx.rows(store.wakeHook(scope, input.id))
      await queueRounds(tx, [input.id])
      await note(tx, scope, 'webhook.replayed', input.id)
      return done(null)
    },
    { once },
  )
