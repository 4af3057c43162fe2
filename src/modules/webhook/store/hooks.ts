/** SQL of webhooks as pages see them: behind the wall for those who look after the site. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { Delivery, Hook, HookId, HookState } from '../contract.ts'

const hookColumns = sql`id, address, kinds, state, former_until, failing_since, added_at`
const deliveryColumns = sql`id, kind, happened_at, state, tries, next_at, last_at, last_status, last_ms, last_trouble`

/** All webhooks, oldest first. */
export const hooks = (_scope: MemberScope) => sql<Hook>`select ${hookColumns} from webhook.hook order by id`

/** One webhook. */
export const hookById = (_scope: MemberScope, id: HookId) =>
  sql<Hook>`select ${hookColumns} from webhook.hook where id = ${id}`

/** How many there are. */
export const hookCount = (_scope: MemberScope) => sql<{ count: number }>`select count(*) as count from webhook.hook`

/** One page of what was sent to a webhook, newest first. */
export const deliveriesOf = (_scope: MemberScope, hook: HookId, page: number, size: number) => sql<Delivery>`
  select ${deliveryColumns} from webhook.delivery where hook_id = ${hook}
  order by id desc limit ${size} offset ${(page - 1) * size}`

/** How much was sent to a webhook. */
export const deliveryCount = (_scope: MemberScope, hook: HookId) =>
  sql<{ count: number }>`select count(*) as count from webhook.delivery where hook_id = ${hook}`

/** A new webhook; answers its number. */
export const insertHook = (
  _scope: MemberScope,
  hook: { address: string; kinds: readonly string[]; secret: string; at: Date },
) => sql<{ id: HookId }>`
  insert into webhook.hook (address, kinds, secret, added_at)
  values (${hook.address}, ${[...hook.kinds]}::text[], ${hook.secret}, ${hook.at}) returning id`

/** Changes a webhook; who begins again begins without the failures of before. */
export const updateHook = (
  _scope: MemberScope,
  hook: { id: HookId; address: string; kinds: readonly string[]; state: HookState },
) => sql<{ id: HookId }>`
  update webhook.hook set address = ${hook.address}, kinds = ${[...hook.kinds]}::text[], state = ${hook.state},
    failing_since = case when state = ${hook.state} and address = ${hook.address} then failing_since end,
    rests_until = null
  where id = ${hook.id} returning id`

/** Another secret; the one before still signs until then. */
export const renewSecret = (_scope: MemberScope, id: HookId, secret: string, formerUntil: Date) =>
  sql<{ renewed: boolean }>`select webhook.renew_secret(${id}, ${secret}, ${formerUntil}) as renewed`

/** Takes a webhook away, with everything that was sent to it. */
export const deleteHook = (_scope: MemberScope, id: HookId) =>
  sql<{ id: HookId }>`delete from webhook.hook where id = ${id} returning id`

/** Queues a message that belongs to no fact: a trial. */
export const insertTrial = (_scope: MemberScope, hook: HookId, message: string, kind: string, at: Date) => sql`
  insert into webhook.delivery
    (hook_id, message, happened_at, kind, subject_kind, subject_id, queued_at, next_at)
  values (${hook}, ${message}, ${at}, ${kind}, 'webhook', ${hook}, ${at}, ${at})`

/** Sends a delivery again, as the same message; nothing when it waits anyway. */
export const requeue = (_scope: MemberScope, hook: HookId, delivery: number, at: Date) => sql<{ id: number }>`
  update webhook.delivery set state = 'waiting', tries = 0, next_at = ${at}, queued_at = ${at}
  where id = ${delivery} and hook_id = ${hook} and state <> 'waiting' returning id`

/** One delivery. */
export const deliveryById = (_scope: MemberScope, hook: HookId, delivery: number) =>
  sql<Delivery>`select ${deliveryColumns} from webhook.delivery where id = ${delivery} and hook_id = ${hook}`

/** A receiver that rests is tried at once when somebody asks for it. */
export const wakeHook = (_scope: MemberScope, id: HookId) => sql`
  update webhook.hook set rests_until = null where id = ${id}`
