/** All SQL of what belongs to a person in communities. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person, Waning } from '../../../platform/own-data/part.ts'

const place = sql`left join community.community p on p.id = t.community_id`

/** Where the person belongs, and as what. */
export const ownMemberships = (person: Person) => sql<OwnRow>`
  select p.name as place, t.joined_at as at, t.role, t.perspectives, t.in_version as agreed_to_version
  from community.membership t ${place} where t.person_id = ${person} order by t.joined_at`

/** The circles the person hears. */
export const ownSeats = (person: Person) => sql<OwnRow>`
  select s.audience from platform.seat s where s.person_id = ${person} order by s.audience`

/** Lines of who we are and how we treat each other that the person wrote. */
export const ownLines = (person: Person) => sql<OwnRow>`
  select p.name as place, t.changed_at as at, t.part, t.words, t.state
  from community.charter_line t ${place} where t.author_id = ${person} order by t.id`

/** What the person said when a charter changed. */
export const ownVersions = (person: Person) => sql<OwnRow>`
  select p.name as place, t.at, t.document, t.number, t.changed, t.why
  from community.charter_version t ${place} where t.author_id = ${person} order by t.at`

/** Stages that the person proposed. */
export const ownProposals = (person: Person) => sql<OwnRow>`
  select p.name as place, t.asked_at as at, t.stage, t.why, t.farewell, t.learned, t.language, t.outcome
  from community.stage_proposal t ${place} where t.author_id = ${person} order by t.id`

/** What the person answered to such proposals. */
export const ownAnswers = (person: Person) => sql<OwnRow>`
  select p.name as place, t.at, t.yes, t.words, t.language
  from community.stage_answer t ${place} where t.person_id = ${person} order by t.at`

/** The chosen groups that the person is in. */
export const ownGroups = (person: Person) => sql<OwnRow>`
  select p.name as place, g.made_at as at, g.name from community.group_member t ${place}
  join community.chosen_group g on g.id = t.group_id where t.person_id = ${person} order by g.id`

/** When the person asked somebody to take over, or was asked. */
export const ownHandovers = (person: Person) => sql<OwnRow>`
  select p.name as place, t.asked_at as at, t.from_id = ${person} as asked_by_me, t.outcome, t.ended_at
  from community.handover t ${place} where ${person} in (t.from_id, t.to_id) order by t.id`

/** Where the person asked to be let in. */
export const ownArrivals = (person: Person) => sql<OwnRow>`
  select p.name as place, t.asked_at as at, t.perspectives, t.decided_at, t.let_in
  from community.newcomer t ${place} where t.person_id = ${person} order by t.asked_at`

/** What the person wrote that waits for a look, or stayed with them. */
export const ownHeld = (person: Person) => sql<OwnRow>`
  select p.name as place, t.since as at, array_to_string(t.words, E'\n') as words, t.language, t.stayed_at
  from community.held t ${place} where t.author_id = ${person} order by t.id`

/** Communities that nobody else looks after, and that others belong to. */
export const leftWithout = (person: Person) => sql<{ slug: string; name: string }>`
  select c.slug, c.name from community.community c
  join community.membership mine on mine.community_id = c.id and mine.person_id = ${person} and mine.role = 'facilitator'
  where c.stage <> 'closed'
    and not exists (select from community.membership m where m.community_id = c.id and m.person_id <> ${person}
      and m.role = 'facilitator')
    and exists (select from community.membership m where m.community_id = c.id and m.person_id <> ${person})
  order by c.id`

/** What happens to all of it when the person leaves: what a group made together stays the group's, without the name. */
export const leaveCommunities = ({ person, former }: Leaving): RawBuilder<unknown>[] => [
  sql`delete from community.handover where ${person}::bigint in (from_id, to_id)`,
  sql`delete from community.invitation where person_id = ${person}`,
  sql`delete from community.join_code where person_id = ${person}`,
  sql`delete from community.newcomer where person_id = ${person}`,
  sql`update community.newcomer set decided_by = null where decided_by = ${person}`,
  sql`delete from community.held where author_id = ${person}`,
  sql`update community.held set opened_by = ${former} where opened_by = ${person}`,
  sql`update community.held set asked_by = ${former} where asked_by = ${person}`,
  sql`delete from community.stage_answer where person_id = ${person}`,
  sql`update community.stage_proposal set author_id = ${former} where author_id = ${person}`,
  sql`update community.charter_line set author_id = ${former} where author_id = ${person}`,
  sql`update community.charter_version set author_id = ${former} where author_id = ${person}`,
  sql`update community.chosen_group set made_by = ${former} where made_by = ${person}`,
  sql`delete from community.membership where person_id = ${person}`,
  sql`delete from community.left_out where person_id = ${person}`,
  sql`delete from community.left_as_student where person_id = ${person}`,
  sql`delete from platform.seat where person_id = ${person} or audience = 'me:' || ${person}::bigint`,
]

/** What students wrote that waits or stayed with them, and their words about a stage; their yes or no stays counted. */
export const waneCommunities = ({ before }: Waning): RawBuilder<unknown>[] => [
  sql`
    delete from community.held
    where since < ${before}::timestamptz and community.wrote_as_student(author_id, community_id)`,
  sql`
    update community.stage_answer set words = null
    where words is not null and at < ${before}::timestamptz and community.wrote_as_student(person_id, community_id)`,
]

/** Whoever asked to be let in before, and was not; and whether this brought them to the site and they belong nowhere. */
export const atTheDoorSince = (before: Date) => sql<{ person_id: Person; nowhere: boolean }>`
  select n.person_id,
    bool_or(n.new_here) and not exists (select from community.membership m where m.person_id = n.person_id)
      and not exists (select from community.newcomer o where o.person_id = n.person_id
        and (o.let_in or coalesce(o.decided_at, o.asked_at) >= ${before}::timestamptz)) as nowhere
  from community.newcomer n
  where n.let_in is not true and coalesce(n.decided_at, n.asked_at) < ${before}::timestamptz
  group by n.person_id order by n.person_id`

/** Forgets that somebody asked. */
export const forgetAsking = (person: Person, before: Date) => sql`
  delete from community.newcomer
  where person_id = ${person} and let_in is not true and coalesce(decided_at, asked_at) < ${before}::timestamptz`
