/** SQL of asking for help. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'

/** An adult who was asked, and what they did. */
export interface AskedAdult {
  readonly person_id: PersonId
  readonly name: string
  readonly read_at: string | null
  readonly answer: string
  readonly answered_at: string | null
}

/** A request for help as its author and the adults asked see it. */
export interface Help {
  readonly id: number
  readonly author_id: PersonId
  readonly author: string
  readonly words: string
  readonly language: string
  readonly asked_at: Date
  readonly taken_back_at: Date | null
  readonly adults: readonly AskedAdult[]
}

const columns = sql`h.id, h.author_id, b.name as author, h.words, h.language, h.asked_at, h.taken_back_at, coalesce((
    select jsonb_agg(jsonb_build_object('person_id', a.person_id, 'name', p.name, 'read_at', a.read_at,
      'answer', a.answer, 'answered_at', a.answered_at) order by a.picked desc, a.person_id)
    from safeguarding.help_adult a join people.named p on p.id = a.person_id where a.help_id = h.id), '[]') as adults`
const tables = sql`safeguarding.help h join people.named b on b.id = h.author_id`
const between = (scope: MemberScope) => sql<boolean>`(h.author_id = ${scope.personId} or exists (
  select from safeguarding.help_adult a where a.help_id = h.id and a.person_id = ${scope.personId}))`

/** One request of a community, for its author and for the adults who were asked. */
export const helpById = (scope: MemberScope, community: number, id: number) => sql<Help>`
  select ${columns} from ${tables} where h.id = ${id} and h.community_id = ${community} and ${between(scope)}`

/** What the asking person asked, and what they were asked, in a community; the newest first. */
export const helpHere = (scope: MemberScope, community: number) => sql<Help>`
  select ${columns} from ${tables}
  where h.community_id = ${community} and h.taken_back_at is null and ${between(scope)} order by h.id desc limit 50`

/** Where a request stands, for those it concerns: for letters. */
export const helpPlace = (scope: MemberScope, id: number) => sql<{
  slug: string
  mine: boolean
  read: boolean
  answered: boolean
}>`
  select k.slug, h.author_id = ${scope.personId} as mine,
    coalesce((select a.read_at is not null from safeguarding.help_adult a
      where a.help_id = h.id and a.person_id = ${scope.personId}), false) as read,
    exists (select from safeguarding.help_adult a where a.help_id = h.id and a.answered_at is not null) as answered
  from safeguarding.help h join community.place k on k.id = h.community_id
  where h.id = ${id} and h.taken_back_at is null and ${between(scope)}`

/** Keeps a request. */
export const insertHelp = (
  scope: MemberScope,
  row: { readonly community: number; readonly words: string; readonly language: string; readonly at: Date },
) => sql<{ id: number }>`
  insert into safeguarding.help (community_id, author_id, words, language, asked_at)
  values (${row.community}, ${scope.personId}, ${row.words}, ${row.language}, ${row.at}) returning id`

/** Whom it reaches. */
export const insertAsked = (help: number, person: PersonId, picked: boolean) => sql`
  insert into safeguarding.help_adult (help_id, person_id, picked) values (${help}, ${person}, ${picked})`

/** The asking adult has it open for the first time. */
export const noteRead = (scope: MemberScope, id: number, at: Date) => sql<{ id: number }>`
  update safeguarding.help_adult set read_at = ${at}
  where help_id = ${id} and person_id = ${scope.personId} and read_at is null returning help_id as id`

/** The one line of an adult; a later one takes the place of an earlier one. */
export const setAnswer = (scope: MemberScope, id: number, answer: string, at: Date) => sql<{ id: number }>`
  update safeguarding.help_adult set answer = ${answer}, answered_at = ${at}, read_at = coalesce(read_at, ${at})
  where help_id = ${id} and person_id = ${scope.personId} returning help_id as id`

/** Takes it away without a trace; nothing when somebody has read it. */
export const forgetUnread = (scope: MemberScope, id: number) => sql<{ id: number }>`
  delete from safeguarding.help h where h.id = ${id} and h.author_id = ${scope.personId}
    and not exists (select from safeguarding.help_adult a where a.help_id = h.id and a.read_at is not null) returning h.id`

/** Erases its words. */
export const eraseHelp = (scope: MemberScope, id: number, at: Date) => sql<{ id: number }>`
  update safeguarding.help set words = '', taken_back_at = ${at}
  where id = ${id} and author_id = ${scope.personId} and taken_back_at is null returning id`

/** The adults who were asked. For the reader of facts. */
export const whoWasAsked = (id: number) =>
  sql<{ person_id: PersonId }>`select person_id from safeguarding.help_adult where help_id = ${id}`

/** Who asked. For the reader of facts. */
export const whoAsked = (id: number) =>
  sql<{ person_id: PersonId }>`select author_id as person_id from safeguarding.help where id = ${id}`
