/** SQL of rounds: how one stands for whoever asks, opening it, taking turns, opening the answers. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import type { Words } from '../contribution.ts'
import { toThem } from './perspective/store.ts'
import type { Heard, Round, RoundId, SeatHere, Turn } from './round.ts'
import type { Hiding, Order, Way } from './turns.ts'

const inReach = (scope: MemberScope) => sql<boolean>`r.audience = any(${scope.reach}::text[])`

const columns = (scope: MemberScope) => sql`
  r.id, r.thread_id, r.community_id, place.slug, place.name as place, r.audience, place.members, place.facilitators,
  t.subject_kind, t.subject_id, t.title, r.question, r.language, r.hidden, r.turns as order, r.follows_id, r.circle,
  r.opener_id, opener.name as opener, r.opened_at, r.ends_at, r.closed_at,
  r.harvest, r.harvest_html, r.harvest_language, r.harvest_version,
  case when r.harvest_by is not null then (select n.name from people.named n where n.id = r.harvest_by) end as harvest_writer,
  ${toThem},
  (select count(*) from dialogue.round_seat o where o.round_id = r.id) as seats,
  s.id as my_seat, s.left_at is not null as left, e.state as took, coalesce(e.version, 0) as my_version,
  coalesce(e.text, '') as my_text, coalesce(e.html, '') as my_html, e.language as my_language,
  coalesce(e.nameless, false) as my_nameless,
  case when e.written_by is not null then (select n.name from people.named n where n.id = e.written_by) end as my_writer,
  coalesce(community.speaks_as_student(${scope.personId}::bigint, r.community_id), false) as waits_here,
  case when r.closed_at is null then dialogue.round_silent(r.id) end as silent`

const surroundings = (scope: MemberScope) => sql`
  join dialogue.thread t on t.id = r.thread_id and ${heardBy(scope, 't')}
  join community.place place on place.id = r.community_id
  left join people.named opener on opener.id = r.opener_id
  left join dialogue.round_seat s on s.round_id = r.id and s.person_id = ${scope.personId}
  left join dialogue.round_entry e on e.seat_id = s.id`

/** A round by number, for those who hear it. */
export const roundById = (scope: MemberScope, id: RoundId) => sql<Round>`
  select ${columns(scope)} from dialogue.round r ${surroundings(scope)} where r.id = ${id} and ${inReach(scope)}`

/** A community's rounds by number, after one of them, for programs. */
export const roundsAfter = (scope: MemberScope, community: number, after: RoundId, limit: number) => sql<Round>`
  select ${columns(scope)} from dialogue.round r ${surroundings(scope)}
  where r.community_id = ${community} and r.id > ${after} and ${inReach(scope)} order by r.id limit ${limit}`

/** Open rounds in which the asking person sits and has neither spoken nor passed, the first to end first. */
export const roundsForMe = (scope: MemberScope, now: Date, community?: number) => sql<Round>`
  select ${columns(scope)} from dialogue.round r ${surroundings(scope)}
  where r.closed_at is null and (r.ends_at is null or r.ends_at > ${now}) and ${inReach(scope)}
    and s.id is not null and s.left_at is null and coalesce(e.state, 'later') = 'later'
    and (${community ?? null}::bigint is null or r.community_id = ${community ?? null})
  order by r.ends_at nulls last, r.id limit 20`

/** The rounds of a thread `t` as one value: part of reading the thread. */
export const roundsIn = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when ${scope.personId}::bigint is not null then (
    select json_agg(json_build_object('id', r.id, 'question', r.question, 'language', r.language,
      'closed', r.closed_at is not null, 'circle', r.circle,
      'waits', r.closed_at is null and s.id is not null and s.left_at is null and coalesce(e.state, 'later') = 'later',
      'eyes', r.eyes, 'asked', r.them_question, 'askedLanguage', r.them_language, 'askedState', r.them_state,
      'harvest', r.harvest_html, 'harvestLanguage', r.harvest_language) order by r.closed_at is not null, r.id desc)
    from dialogue.round r
    left join dialogue.round_seat s on s.round_id = r.id and s.person_id = ${scope.personId}
    left join dialogue.round_entry e on e.seat_id = s.id
    where r.thread_id = t.id and ${inReach(scope)}
  ) end as rounds`

/** What others answered, as far as its time has come for whoever asks: the database decides. */
export const heardIn = (scope: MemberScope, id: RoundId) => sql<Heard>`
  select h.person_id, h.guest, h.html, h.language, h.waits, h.sign, h.nameless, n.name as author, w.name as writer
  from dialogue.round r cross join lateral dialogue.round_heard(r.id) with ordinality h
  left join people.named n on n.id = h.person_id
  left join people.named w on w.id = h.written_by
  where r.id = ${id} and ${inReach(scope)} order by h.ordinality`

/** Whose turn comes when, where turns go around the circle. */
export const turnsIn = (scope: MemberScope, id: RoundId) => sql<Turn>`
  select q.seat_id, q.place, q.person_id, coalesce(n.name, s.name) as name, q.stands, q.later
  from dialogue.round r cross join lateral dialogue.round_turns(r.id) q
  join dialogue.round_seat s on s.id = q.seat_id
  left join people.named n on n.id = q.person_id
  where r.id = ${id} and ${inReach(scope)} order by q.place`

/** Who sits in a round, in their order; of their turns only one's own, and those that one wrote down. */
export const seatsIn = (scope: MemberScope, id: RoundId) => sql<SeatHere>`
  select s.id, s.place, s.person_id, coalesce(n.name, s.name) as name, s.left_at is not null as left,
    e.state as took, coalesce(e.version, 0) as version, e.seat_id is not null as mine
  from dialogue.round r join dialogue.round_seat s on s.round_id = r.id
  left join dialogue.round_entry e on e.seat_id = s.id and ${scope.personId}::bigint in (e.person_id, e.written_by)
  left join people.named n on n.id = s.person_id
  where r.id = ${id} and ${inReach(scope)} order by s.place`

/** Whether what the asking person writes in a community waits for one adult's look. */
export const isStudentHere = (scope: MemberScope, community: number) => sql<{ student: boolean }>`
  select community.speaks_as_student(${scope.personId}, ${community}) as student`

/** A new round. */
export const insertRound = (
  scope: MemberScope,
  round: {
    thread: ThreadId
    community: number
    audience: string
    question: string
    language: string
    hidden: Hiding
    order: Order
    follows: RoundId | null
    circle: number
    at: Date
    ends: Date | null
    eyes: string | null
  },
) => sql<{ id: RoundId }>`
  insert into dialogue.round (thread_id, community_id, audience, question, language, hidden, turns, follows_id, circle,
    opener_id, opened_at, ends_at, eyes)
  values (${round.thread}, ${round.community}, ${round.audience}, ${round.question}, ${round.language}, ${round.hidden},
    ${round.order}, ${round.follows}, ${round.circle}, ${scope.personId}, ${round.at}, ${round.ends}, ${round.eyes})
  returning id`

/** Gives everybody who hears a round a place in it; answers how many. */
export const seatEverybody = (id: RoundId) => sql<{ seated: number }>`select dialogue.seat_everybody(${id}) as seated`

/** Holds a round still while a turn is judged and taken. */
export const holdRound = (id: RoundId) => sql<{ held: boolean }>`select dialogue.hold_round(${id}) as held`

/** The next free place for whoever comes late. */
export const sitDown = (scope: MemberScope, id: RoundId) => sql<{ id: number }>`
  insert into dialogue.round_seat (round_id, person_id, place)
  select ${id}, ${scope.personId}, coalesce(max(s.place), 0) + 1 from dialogue.round_seat s where s.round_id = ${id}
  on conflict (round_id, person_id) do update set left_at = null returning id`

/** What came of a turn: `taken`, or why it was not. */
export type TurnTaken = 'taken' | 'gone' | 'notYours' | 'closed' | 'had'

/** Takes a turn on a seat. */
export const takeTurnOn = (seat: number, turn: Words & { way: Way; nameless: boolean; seen: number }, at: Date) => sql<{
  came: TurnTaken
}>`
  select dialogue.take_turn(${seat}, ${turn.way}, ${turn.text}, ${turn.html}, ${turn.language}, ${turn.nameless},
    ${turn.seen}, ${at}) as came`

/** Leaves one's own place: the round waits for it no more. */
export const leavePlace = (scope: MemberScope, id: RoundId, at: Date) => sql<{ id: number }>`
  update dialogue.round_seat set left_at = ${at}
  where round_id = ${id} and person_id = ${scope.personId} and left_at is null returning id`

/** Whether everybody was heard or passed. */
export const wholeNow = (id: RoundId) => sql<{ whole: boolean }>`select dialogue.round_is_whole(${id}) as whole`

/** An answer that has just become a contribution. */
export interface Opened extends Omit<Words, 'text'> {
  readonly id: ContributionId
  readonly author_id: number
  readonly waits: boolean
}

/** Opens the answers: each becomes a contribution. */
export const openAnswers = (id: RoundId, at: Date) => sql<Opened>`
  select id, author_id, html, language, waits from dialogue.close_round(${id}, ${at})`

/** Makes passes of what somebody said in rounds that are open here; and whether others could know that they had said it. */
export const passInstead = (person: PersonId, community: number) => sql<{ round: RoundId; shown: boolean }>`
  select p.round, r.hidden = 'until_own' as shown
  from dialogue.pass_instead(${person}, ${community}) p join dialogue.round r on r.id = p.round`

/** Lets a student's words open with the others', if they are still those that were seen. */
export const lookAt = (id: RoundId, sign: string) => sql<{ id: RoundId | null }>`
  select dialogue.look_at_entry(${id}, ${sign}) as id`

/** Keeps the harvest; nothing when somebody wrote it meanwhile. */
export const setHarvest = (scope: MemberScope, id: RoundId, words: Words, seen: number) => sql<{ id: RoundId }>`
  update dialogue.round r set harvest = ${words.text}, harvest_html = ${words.html}, harvest_language = ${words.language},
    harvest_by = ${scope.personId}, harvest_version = harvest_version + 1
  where r.id = ${id} and ${inReach(scope)} and r.closed_at is not null and r.harvest_version = ${seen} returning id`

/** Keeps the hash of a link of the asking person's. */
export const insertLink = (scope: MemberScope, link: { hash: Buffer; round: RoundId; at: Date; ends: Date }) => sql`
  insert into dialogue.round_link (token_hash, round_id, person_id, made_at, expires_at)
  values (${link.hash}, ${link.round}, ${scope.personId}, ${link.at}, ${link.ends})`

/** Whose link this is and to which round; nothing when it is unknown, too old, or the round has opened. */
export const linkHolder = (hash: Buffer, now: Date) => sql<{ round_id: RoundId; person_id: PersonId }>`
  select round_id, person_id from dialogue.round_link_holder(${hash}, ${now})`

/** Rounds whose time has come: their end, or nobody left to wait for. As the owner only. */
export const dueRounds = (now: Date) => sql<{ id: RoundId; community_id: number }>`
  select id, community_id from dialogue.due_rounds(${now})`

/** Holds a round still that has not opened. As the owner only. */
export const holdStill = (id: RoundId) => sql<{ id: RoundId }>`
  select id from dialogue.round where id = ${id} and closed_at is null for update`

/** Who sits in a round and hears it still. As the owner only. */
export const sittingIn = (id: RoundId, who: 'all' | 'but its opener') => sql<{ person_id: PersonId }>`
  select s.person_id from dialogue.round r join dialogue.round_seat s on s.round_id = r.id and s.left_at is null
  join platform.seat p on p.person_id = s.person_id and p.audience = r.audience
  where r.id = ${id} and (${who} = 'all' or s.person_id <> r.opener_id) order by s.person_id`

/** The adults who hear a round. As the owner only. */
export const adultsOfRound = (id: RoundId) => sql<{ person_id: PersonId }>`
  select a.person_id from dialogue.round r join platform.seat a on a.audience = 'adults:' || r.community_id
  join platform.seat p on p.person_id = a.person_id and p.audience = r.audience
  where r.id = ${id} and r.closed_at is null order by a.person_id`

/** In which rounds these were said. As the reader of facts only. */
export const roundsOf = (ids: readonly ContributionId[]) => sql<{ id: ContributionId; round_id: RoundId }>`
  select id, round_id from dialogue.contribution where id = any(${[...ids]}::bigint[]) and round_id is not null`
