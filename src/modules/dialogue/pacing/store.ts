/** SQL of the pace of conversations: read beside a thread, held while somebody speaks, set by those who facilitate. */
import { sql } from 'kysely'
import type { ThreadId } from '../contract.ts'
import type { Pace } from './pace.ts'

/** The pace of a thread `t`, joined: what {@link paced} reads. */
export const besidePace = sql`left join dialogue.pace on pace.thread_id = t.id`

/** The columns of `PaceHere`. */
export const paced = sql`pace.slow_minutes, pace.paused_until, pace.why as pause_why, pace.language as pause_language,
  case when pace.slow_minutes is not null then dialogue.spoke_last(t.id) end as spoke_at`

/** The pace, held still until the asking person has spoken; nothing where none was ever set. */
export const holdPace = (thread: ThreadId) =>
  sql<Pace>`select slow_minutes, paused_until, spoke_at from dialogue.hold_pace(${thread})`

/** Lets each person speak once in so many minutes; nothing for as often as they like. */
export const setSlow = (thread: ThreadId, minutes: number | null) => sql<{ thread_id: ThreadId }>`
  insert into dialogue.pace (thread_id, slow_minutes) values (${thread}, ${minutes})
  on conflict (thread_id) do update set slow_minutes = excluded.slow_minutes returning thread_id`

/** Pauses until a moment, and says why; one that lasts already stays as it is. */
export const setPause = (thread: ThreadId, until: Date, why: string, language: string, now: Date) => sql<{
  thread_id: ThreadId
}>`
  insert into dialogue.pace (thread_id, paused_until, why, language) values (${thread}, ${until}, ${why}, ${language})
  on conflict (thread_id) do update
    set paused_until = excluded.paused_until, why = excluded.why, language = excluded.language
    where pace.paused_until is null or pace.paused_until <= ${now}
  returning thread_id`

/** Ends a pause. */
export const endPause = (thread: ThreadId) => sql<{ thread_id: ThreadId }>`
  update dialogue.pace set paused_until = null, why = null, language = null
  where thread_id = ${thread} and paused_until is not null returning thread_id`
