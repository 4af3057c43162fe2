/** SQL of threads: what they hang on, and the open ones that hang on nothing. */
import { type RawBuilder, sql } from 'kysely'
import type { Subject } from '../../../platform/http/address-book.ts'
import type { HeardGroup } from '../../community/contract.ts'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { waitingIn } from '../asking/store.ts'
import { carriedHere } from '../carrying/store.ts'
import type { PaceHere, SummaryHere, Thread, ThreadId } from '../contract.ts'
import { waitsForALook } from '../looking/store.ts'
import { dayAlone, heardOrMine } from '../nameless/store.ts'
import { THREADS_A_PAGE } from '../numbering.ts'
import { besidePace, paced } from '../pacing/store.ts'
import { roundsIn } from '../round/store.ts'
import { holdsThePen } from '../scribe/store.ts'
import { summaryOf } from '../summary/store.ts'
import { heardOf, lastVisit } from '../visiting/store.ts'

/** The condition that finds a subject's thread; an open thread is its own subject, of the kind `thread`. */
export const hangsOn = (subject: Subject): RawBuilder<boolean> =>
  subject.kind === 'thread'
    ? sql<boolean>`(t.id = ${subject.id} and t.subject_kind is null)`
    : sql<boolean>`(t.subject_kind = ${subject.kind} and t.subject_id = ${subject.id})`

// How many people a circle reaches is told beside every field one writes in.
const heads = sql`coalesce(seats.members, 0) as members, coalesce(seats.facilitators, 0) as facilitators, ${paced},
  (select jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'name', g.name, 'people', g.people)
      order by g.kind desc, lower(g.name), g.id)
    from community.heard_group g where g.community_id = t.community_id) as groups`
const seats = sql`left join community.place seats on seats.id = t.community_id ${besidePace}`

const threadWhere = (scope: MemberScope, which: RawBuilder<boolean>) => sql<Thread>`
  select t.id, t.community_id, t.title, t.language, t.audience, t.begun_at,
    heard.contributions, heard.newest, ${lastVisit(scope)},
    ${heads}, ${summaryOf}, ${holdsThePen(scope)}, ${carriedHere(scope)}, ${waitsForALook(scope)}, ${waitingIn(scope)}, ${roundsIn(scope)}
  from dialogue.thread t ${seats} ${heardOf(scope)}
  where ${which} and ${heardBy(scope, 't')}`

/** The thread of a subject, with how much of it the asking person hears and who else could. */
export const threadOf = (scope: MemberScope, subject: Subject) => threadWhere(scope, hangsOn(subject))

/** The same by its number, on whatever it hangs. */
export const threadById = (scope: MemberScope, id: ThreadId) => threadWhere(scope, sql`t.id = ${id}`)

/** A thread as the list of open ones shows it; counts and times only of what the asking person hears. */
export interface ListedThread {
  readonly id: ThreadId
  readonly title: string
  readonly language: string
  readonly begun_at: Date
  readonly author: string | null
  readonly contributions: number
  readonly last_at: Date | null
}

/** One page of a community's open threads, newest first. */
export const openThreads = (scope: MemberScope, community: number, page: number) => sql<ListedThread>`
  select t.id, t.title, t.language, t.begun_at, p.name as author, heard.contributions, heard.last_at
  from (
    select t.id, t.title, t.language, t.begun_at, t.author_id from dialogue.thread t
    where t.community_id = ${community} and t.subject_kind is null and ${heardBy(scope, 't')}
    order by t.begun_at desc, t.id desc limit ${THREADS_A_PAGE} offset ${(page - 1) * THREADS_A_PAGE}
  ) t
  left join people.named p on p.id = t.author_id
  left join lateral (
    select count(*) as contributions, max(${dayAlone('c', 'said_at')}) as last_at
    from dialogue.contribution c where c.thread_id = t.id and ${heardOrMine(scope, 'c')}
  ) heard on true
  order by t.begun_at desc, t.id desc`

/** A community's open threads by number, the newest first, from below a number; for programs. */
export const threadsBelow = (
  scope: MemberScope,
  community: number,
  below: ThreadId,
  limit: number,
  id?: ThreadId,
) => sql<ListedThread & PaceHere & { audience: string; summary: SummaryHere | null }>`
  select t.id, t.title, t.language, t.begun_at, t.audience, p.name as author, heard.contributions, heard.last_at, ${paced}, ${summaryOf}
  from dialogue.thread t ${besidePace}
  left join people.named p on p.id = t.author_id
  left join lateral (
    select count(*) as contributions, max(${dayAlone('c', 'said_at')}) as last_at
    from dialogue.contribution c where c.thread_id = t.id and ${heardOrMine(scope, 'c')}
  ) heard on true
  where t.community_id = ${community} and t.subject_kind is null and t.id < ${below} and ${heardBy(scope, 't')}
    and (${id ?? null}::bigint is null or t.id = ${id ?? null})
  order by t.id desc limit ${limit}`

/** How many open threads of a community the asking person hears. */
export const countOpenThreads = (scope: MemberScope, community: number) => sql<{ threads: number }>`
  select count(*) as threads from dialogue.thread t
  where t.community_id = ${community} and t.subject_kind is null and ${heardBy(scope, 't')}`

/** Titles and places of open threads. */
export const threadsByIds = (scope: MemberScope, ids: readonly ThreadId[]) => sql<{
  id: ThreadId
  title: string
  slug: string
}>`
  select t.id, t.title, place.slug from dialogue.thread t join community.place place on place.id = t.community_id
  where t.id = any(${[...ids]}::bigint[]) and t.subject_kind is null and ${heardBy(scope, 't')}`

/** The room somebody wants to speak in, and who else sits there. */
export interface Room extends PaceHere {
  readonly id: ThreadId
  readonly community_id: number
  /** Of an open conversation. */
  readonly title: string | null
  readonly language: string
  readonly audience: string
  readonly subject_kind: string | null
  readonly subject_id: number | null
  readonly members: number
  readonly facilitators: number
  /** The chosen groups that the asking person hears; nothing when there are none. */
  readonly groups: readonly HeardGroup[] | null
}

/** A thread by number, for speaking in it. */
export const roomById = (scope: MemberScope, id: ThreadId) => sql<Room>`
  select t.id, t.community_id, t.title, t.language, t.audience, t.subject_kind, t.subject_id, ${heads}
  from dialogue.thread t ${seats} where t.id = ${id} and ${heardBy(scope, 't')}`

/** A new thread. */
export const insertThread = (thread: {
  community: number
  subject: Subject | null
  title: string | null
  language: string
  author: number | null
  audience: string
  at: Date
}) => sql<{ id: ThreadId }>`
  insert into dialogue.thread (community_id, subject_kind, subject_id, title, language, author_id, audience, begun_at)
  values (${thread.community}, ${thread.subject?.kind ?? null}, ${thread.subject?.id ?? null}, ${thread.title},
    ${thread.language}, ${thread.author}, ${thread.audience}, ${thread.at})
  returning id`

/** The audience of a subject's thread, changed. */
export const setThreadAudience = (subject: Subject, audience: string) => sql<{ id: ThreadId; community_id: number }>`
  update dialogue.thread t set audience = ${audience} where ${hangsOn(subject)} returning t.id, t.community_id`

/** Brings everything said in a thread inside the thread's own audience. */
export const narrowToThread = (id: ThreadId) => sql`select dialogue.narrow_to_thread(${id})`
