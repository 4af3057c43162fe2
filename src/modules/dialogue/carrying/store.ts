/** SQL of words that an adult says for somebody: read by their author and the adults, closed by the one or the other. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { heardOrMine } from '../nameless/store.ts'
import { type Adult, CARRIED, type Carried, type CarriedId } from './carried.ts'

const adultsHere = (scope: MemberScope) => sql<boolean>`d.adults = any(${scope.reach}::text[])`
// Its author, also where the conversation is out of reach; the adults who hear it.
const concerns = (scope: MemberScope) =>
  sql<boolean>`(d.author_id = ${scope.personId} or (${adultsHere(scope)} and t.id is not null))`

/** What waits in a thread `t` for the asking person to say, and what of theirs waits to be said; one column of reading it. */
export const carriedHere = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when ${scope.personId}::bigint is not null then (
    select json_agg(json_build_object('id', d.id, 'mine', d.author_id = ${scope.personId}, 'carrier', people.name_of(d.carrier_id))
      order by d.asked_at, d.id)
    from dialogue.carried d
    where d.thread_id = t.id and d.state = 'open'
      and (d.author_id = ${scope.personId} or (d.carrier_id = ${scope.personId} and ${adultsHere(scope)}))
  ) end as carried`

/** The adults who hear a thread, the asking person among them if they are one. */
export const adultsOf = (scope: MemberScope, thread: ThreadId, community: number) => sql<Adult>`
  select k.person_id, k.name from community.known k
  where k.community_id = ${community} and 'community:' || k.community_id = any(${scope.reach}::text[])
    and k.person_id in (select dialogue.adults_hearing(${thread}))
  order by lower(k.name), k.person_id`

const columns = sql`d.id, d.thread_id, d.community_id, place.slug, place.name as place, d.author_id, author.name as author,
  d.carrier_id, carrier.name as carrier, d.text, d.language, d.state, d.asked_at, d.closed_at, d.answer, d.contribution_id,
  d.reply_to, t.audience, a.audience as answered_audience, place.members, place.facilitators, t.subject_kind, t.subject_id, t.title`
const around = (scope: MemberScope) => sql`dialogue.carried d
  join community.place place on place.id = d.community_id
  left join dialogue.thread t on t.id = d.thread_id and ${heardBy(scope, 't')}
  left join dialogue.contribution a on a.id = d.reply_to and a.withdrawn_at is null and ${heardOrMine(scope, 'a')}
  left join people.named author on author.id = d.author_id
  left join people.named carrier on carrier.id = d.carrier_id`

/** One request, for those whom it concerns. */
export const carriedById = (scope: MemberScope, id: CarriedId) => sql<Carried>`
  select ${columns} from ${around(scope)} where d.id = ${id} and ${concerns(scope)}`

/** What concerns the asking person in a community: what waits first, then the newest. */
export const carriedIn = (scope: MemberScope, community: number, limit: number) => sql<Carried>`
  select ${columns} from ${around(scope)} where d.community_id = ${community} and ${concerns(scope)} and d.state <> 'taken-back'
  order by d.state <> 'open', d.asked_at desc, d.id desc limit ${limit}`

/** Holds a request still while it is closed. */
export const holdCarried = (scope: MemberScope, id: CarriedId) => sql`
  select d.id from dialogue.carried d where d.id = ${id} and ${scope.personId}::bigint in (d.author_id, d.carrier_id) for update`

/** A new request. */
export const insertCarried = (
  scope: MemberScope,
  one: {
    thread: ThreadId
    community: number
    replyTo: ContributionId | null
    carrier: PersonId
    text: string
    language: string
    at: Date
  },
) => sql<{ id: CarriedId }>`
  insert into dialogue.carried (thread_id, community_id, adults, reply_to, author_id, carrier_id, text, language, asked_at)
  values (${one.thread}, ${one.community}, ${`adults:${one.community}`}, ${one.replyTo}, ${scope.personId}, ${one.carrier},
    ${one.text}, ${one.language}, ${one.at}) returning id`

/** Marks words as said for somebody. */
export const setCarried = (scope: MemberScope, id: ContributionId) => sql`
  update dialogue.contribution c set manner = ${CARRIED} where c.id = ${id} and c.author_id = ${scope.personId}`

/** Another adult takes it over, unless somebody was quicker. */
export const setCarrier = (scope: MemberScope, id: CarriedId, before: PersonId | null) => sql<{ id: CarriedId }>`
  update dialogue.carried set carrier_id = ${scope.personId}
  where id = ${id} and state = 'open' and carrier_id is not distinct from ${before}::bigint returning id`

/** It was said. */
export const closeSaid = (id: CarriedId, said: ContributionId, at: Date) => sql<{ id: CarriedId }>`
  update dialogue.carried set state = 'said', closed_at = ${at}, contribution_id = ${said}
  where id = ${id} and state = 'open' returning id`

/** The adult does not say it, and says so kindly. */
export const closeDeclined = (id: CarriedId, answer: string, at: Date) => sql<{ id: CarriedId }>`
  update dialogue.carried set state = 'declined', closed_at = ${at}, answer = ${answer}
  where id = ${id} and state = 'open' returning id`

/** What was said for the asking person loses its words. */
export const takeDown = (id: CarriedId, at: Date) =>
  sql<{ id: ContributionId | null }>`select dialogue.take_down_carried(${id}, ${at}) as id`

/** Its author has taken it back: the words are gone here, too. */
export const closeTakenBack = (id: CarriedId, at: Date) => sql<{ id: CarriedId }>`
  update dialogue.carried set state = 'taken-back', closed_at = ${at}, text = '', answer = null
  where id = ${id} and state <> 'taken-back' returning id`

/** Counts a try; false when there were too many. */
export const takeTry = (key: string, allowed: number, seconds: number, now: Date) =>
  sql<{ within: boolean }>`select platform.take(${key}, ${allowed}, ${seconds}, ${now}) as within`

/** The adults who see an open request, whoever asked left out. As the owner only. */
export const adultsTold = (id: CarriedId) => sql<{ person_id: PersonId }>`
  select s.person_id from dialogue.carried d join platform.seat s on s.audience = d.adults and s.person_id <> d.author_id
  join dialogue.thread t on t.id = d.thread_id
  where d.id = ${id} and d.state = 'open' and (t.audience = 'public'
    or exists (select from platform.seat h where h.person_id = s.person_id and h.audience = t.audience))
  order by s.person_id`

/** Whose words were said, or not said. As the owner only. */
export const whoseCarried = (id: CarriedId) => sql<{ person_id: PersonId }>`
  select author_id as person_id from dialogue.carried where id = ${id} and state in ('said', 'declined')`

/** Takes away requests that were over before a moment and of whose words nothing stands. As time only. */
export const forgetCarried = (before: Date) => sql`
  delete from dialogue.carried d where d.closed_at < ${before} and (d.state in ('declined', 'taken-back')
    or (d.state = 'said' and exists (
      select from dialogue.contribution c where c.id = d.contribution_id and c.withdrawn_at is not null)))`
