/** SQL of deliveries as reader and jobs see them: as the owner, outside the walls. */
import { sql } from 'kysely'
import type { ToldFact } from '../../../platform/facts/reader.ts'
import type { PersonId } from '../../people/contract.ts'
import type { HookId } from '../contract.ts'
import type { Told } from '../message.ts'

/** A webhook as a round needs it. */
export interface OpenRound {
  readonly id: HookId
  readonly address: string
  readonly secret: string
  readonly former_secret: string | null
  readonly failing_since: Date | null
}

/** A delivery on its way. */
export interface Claimed extends Told {
  readonly id: number
  readonly tries: number
  readonly queued_at: Date
}

/** Puts facts down for every active webhook that chose their kind; a fact that is there already stays once. */
export const queueFacts = (facts: readonly (ToldFact & { readonly leaves: Date })[], now: Date) => sql<{
  hook_id: HookId
}>`
  insert into webhook.delivery
    (hook_id, message, fact_id, happened_at, kind, subject_kind, subject_id, community_id, queued_at, next_at)
  select h.id, 'fact_' || f.id, f.id, f.at, f.kind, f.subject_kind, f.subject_id, f.community, ${now},
    greatest(f.leaves, ${now})
  from webhook.hook h
  join unnest(
    ${facts.map(({ id }) => id)}::bigint[], ${facts.map(({ at }) => at)}::timestamptz[],
    ${facts.map(({ kind }) => kind)}::text[], ${facts.map(({ subject }) => subject.kind)}::text[],
    ${facts.map(({ subject }) => subject.id)}::bigint[], ${facts.map(({ community }) => community)}::bigint[],
    ${facts.map(({ leaves }) => leaves)}::timestamptz[]
  ) f (id, at, kind, subject_kind, subject_id, community, leaves) on f.kind = any(h.kinds)
  where h.state = 'active'
  on conflict do nothing returning hook_id`

/** When each webhook has something to do next. */
export const nextOf = (hooks: readonly HookId[]) => sql<{ hook_id: HookId; next_at: Date }>`
  select hook_id, min(next_at) as next_at from webhook.delivery
  where state = 'waiting' and hook_id = any(${[...hooks]}::bigint[]) group by hook_id`

/** Opens a round: nothing when another one goes on, when the receiver rests, or when the webhook is not active. */
export const openRound = (id: HookId, now: Date, until: Date) => sql<OpenRound>`
  update webhook.hook set busy_until = ${until}
  where id = ${id} and state = 'active'
    and coalesce(busy_until, '-infinity') <= ${now} and coalesce(rests_until, '-infinity') <= ${now}
  returning id, address, secret, case when former_until > ${now} then former_secret end as former_secret, failing_since`

/** When a round may be opened that could not be now. */
export const freeAt = (id: HookId) => sql<{ at: Date | null }>`
  select greatest(busy_until, rests_until) as at from webhook.hook where id = ${id} and state = 'active'`

/** Ends a round. */
export const closeRound = (id: HookId) => sql`update webhook.hook set busy_until = null where id = ${id}`

/** What was taken back without a trace before it left, leaves no trace here either. */
export const dropForgotten = (id: HookId) => sql`
  delete from webhook.delivery d
  where d.hook_id = ${id} and d.state = 'waiting' and d.tries = 0 and d.last_at is null and d.fact_id is not null
    and not exists (
      select from platform.fact f where f.id = d.fact_id
        and f.at between d.happened_at - interval '1 second' and d.happened_at + interval '1 second')`

/** Takes the next delivery that is due. Until `lease` nobody else takes it; after that its sender has died. */
export const claim = (id: HookId, now: Date, lease: Date) => sql<Claimed>`
  update webhook.delivery set tries = tries + 1, next_at = ${lease}
  where id = (
    select id from webhook.delivery where hook_id = ${id} and state = 'waiting' and next_at <= ${now}
    order by next_at, id limit 1 for update skip locked)
  returning id, message, kind, happened_at, subject_kind, subject_id, community_id, tries, queued_at`

/** Notes what came of a try. `nextAt` for another one. */
export const noteTry = (note: {
  id: number
  state: 'waiting' | 'delivered' | 'given-up'
  nextAt: Date | null
  at: Date
  status: number | null
  ms: number
  trouble: string | null
}) => sql`
  update webhook.delivery set state = ${note.state}, next_at = ${note.nextAt}, last_at = ${note.at},
    last_status = ${note.status}, last_ms = ${note.ms}, last_trouble = ${note.trouble}
  where id = ${note.id}`

/** A receiver took something: it does not fail any more. */
export const noteHealth = (id: HookId) => sql`
  update webhook.hook set failing_since = null, rests_until = null
  where id = ${id} and (failing_since is not null or rests_until is not null)`

/** A receiver failed: since when, until when it rests, and whether it is paused for it; answers whether it paused now. */
export const noteFailure = (note: { id: HookId; since: Date; rests: Date | null; paused: boolean }) => sql<{
  pauses: boolean
}>`
  with before as (select id, state from webhook.hook where id = ${note.id} for update)
  update webhook.hook h set failing_since = coalesce(h.failing_since, ${note.since}), rests_until = ${note.rests},
    state = case when ${note.paused} and h.state = 'active' then 'paused' else h.state end
  from before where h.id = before.id returning ${note.paused} and before.state = 'active' as pauses`

/** Those who look after the site. As the owner only. */
export const administrators = () => sql<{ person_id: PersonId }>`select a as person_id from webhook.administrators() a`

/** Whatever waits for a webhook that is not active any more is given up; it can be sent again from the page. */
export const giveUpIdle = () => sql`
  update webhook.delivery d set state = 'given-up', next_at = null from webhook.hook h
  where h.id = d.hook_id and d.state = 'waiting' and h.state <> 'active'`

/** What waited for days without its turn, because the receiver rested all the while. */
export const giveUpStale = (before: Date) => sql`
  update webhook.delivery set state = 'given-up', next_at = null where state = 'waiting' and queued_at < ${before}`

/** Webhooks with something overdue and nobody at work: their job was lost with its process. */
export const forsaken = (now: Date, due: Date) => sql<{ id: HookId }>`
  select h.id from webhook.hook h
  where h.state = 'active' and coalesce(h.busy_until, '-infinity') <= ${now}
    and coalesce(h.rests_until, '-infinity') <= ${now}
    and exists (select from webhook.delivery d where d.hook_id = h.id and d.state = 'waiting' and d.next_at <= ${due})`

/** Forgets what was sent before. */
export const prune = (before: Date) => sql`delete from webhook.delivery where queued_at < ${before}`
