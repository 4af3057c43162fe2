/** SQL of changing contributions: said, said otherwise, narrowed, withdrawn, taken back, read. */
import { sql } from 'kysely'
import type { Subject } from '../../../platform/http/address-book.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import type { Words } from '../contribution.ts'
import { mineUnnamed, saidByMe } from '../nameless/store.ts'

/** A new contribution; an answer takes the place of what it answers. */
export const insertContribution = (
  scope: MemberScope,
  said: Words & {
    thread: ThreadId
    replyTo: ContributionId | null
    audience: string
    at: Date
    ask?: { readonly id: number; readonly by: number } | undefined
    saidBy?: PersonId | undefined
  },
) => sql<{ id: ContributionId; waits: boolean }>`
  insert into dialogue.contribution (thread_id, reply_to, place_at, author_id, audience, language, text, html, said_at,
    ask_id, asked_by, written_by)
  values (${said.thread}, ${said.replyTo},
    coalesce((select root.place_at from dialogue.contribution root where root.id = ${said.replyTo}), ${said.at}),
    ${said.saidBy ?? scope.personId}, ${said.audience}, ${said.language}, ${said.text}, ${said.html}, ${said.at},
    ${said.ask?.id ?? null}, ${said.ask?.by ?? null},
    ${said.saidBy === undefined ? null : scope.personId})
  returning id, opens_to is not null as waits`

/** Says one's own contribution otherwise and keeps the earlier words; answers nothing when `version` is not the latest. */
export const replaceWords = (scope: MemberScope, id: ContributionId, version: number, words: Words, at: Date) => sql<{
  id: ContributionId
  waits: boolean
  /** Who hears them, at once or when an adult has looked. */
  hearers: string
}>`
  with before as (
    select c.id, c.version, c.author_id, c.audience, c.language, c.text, coalesce(c.edited_at, c.said_at) as said_at
    from dialogue.contribution c
    where c.id = ${id} and ${saidByMe(scope, 'c')} and c.version = ${version} and c.withdrawn_at is null
    for update
  ), kept as (
    insert into dialogue.earlier_words (contribution_id, version, author_id, audience, language, text, said_at)
    select id, version, author_id, audience, language, text, said_at from before
  )
  update dialogue.contribution c
  set text = ${words.text}, html = ${words.html}, language = ${words.language}, version = c.version + 1, edited_at = ${at}
  from before where c.id = before.id returning c.id, c.opens_to is not null as waits,
    coalesce(c.opens_to, c.audience)::text as hearers`

/** A narrower audience for one's own contribution; its history follows by key. */
export const setAudience = (scope: MemberScope, id: ContributionId, audience: string) => sql<{ id: ContributionId }>`
  update dialogue.contribution c set audience = ${audience}
  where c.id = ${id} and ${saidByMe(scope, 'c')} and c.withdrawn_at is null returning c.id`

// One's own, and until its author's yes what one wrote down for somebody.
const mineToTake = (scope: MemberScope) => sql<boolean>`
  (${saidByMe(scope, 'c')} or (written_by = ${scope.personId} and confirmed_at is null))`

/** Erases the words of a contribution that one may take away; its place stays. */
export const eraseWords = (scope: MemberScope, id: ContributionId, at: Date) => sql<{ id: ContributionId }>`
  update dialogue.contribution c set text = '', html = '', withdrawn_at = ${at}
  where c.id = ${id} and ${mineToTake(scope)} and c.withdrawn_at is null returning c.id`

/** Erases the history of one's own contribution. */
export const eraseHistory = (scope: MemberScope, id: ContributionId) => sql`
  delete from dialogue.earlier_words e
  where e.contribution_id = ${id} and (e.author_id = ${scope.personId} or ${mineUnnamed(scope, 'e', 'contribution_id')})`

/** Takes a contribution away as if it had never been, where one may. */
export const deleteContribution = (scope: MemberScope, id: ContributionId) => sql<{ id: ContributionId }>`
  delete from dialogue.contribution c
  where c.id = ${id} and ${mineToTake(scope)} and c.withdrawn_at is null returning c.id`

/** Tells an author that one has read something; telling twice changes nothing. */
export const insertReading = (scope: MemberScope, subject: Subject, author: number) => sql`
  insert into dialogue.reading (subject_kind, subject_id, author_id, reader_id)
  values (${subject.kind}, ${subject.id}, ${author}, ${scope.personId}) on conflict do nothing`

/** Takes one's own “I read this” back. */
export const deleteReading = (scope: MemberScope, subject: Subject) => sql`
  delete from dialogue.reading
  where subject_kind = ${subject.kind} and subject_id = ${subject.id} and reader_id = ${scope.personId}`

/** Removes what was told to the asking person about something of theirs that is gone. */
export const deleteReadingsOf = (scope: MemberScope, subject: Subject) => sql`
  delete from dialogue.reading
  where subject_kind = ${subject.kind} and subject_id = ${subject.id} and author_id = ${scope.personId}`

/** Who told the asking person that they read something of theirs, and whether the asking person told so. */
export const readersOf = (scope: MemberScope, subject: Subject) => sql<{ reader_id: number; name: string | null }>`
  select r.reader_id, p.name from dialogue.reading r left join people.named p on p.id = r.reader_id
  where r.subject_kind = ${subject.kind} and r.subject_id = ${subject.id}
    and ${scope.personId}::bigint in (r.author_id, r.reader_id)
  order by lower(p.name), r.reader_id`
