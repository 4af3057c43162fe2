/** All SQL of a community's rhythm. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import { heardBy } from '../audience.ts'
import type { CommunityId, Role } from '../contract.ts'
import type { Pulse } from './quiet.ts'
import type { Proposable, Stage, Standing } from './stage.ts'

/** How a community stands. `quiet` while its facilitators are asked about the quiet and nothing has moved since. */
export interface Rhythm {
  readonly id: CommunityId
  readonly stage: Standing
  readonly stage_before: Stage | null
  readonly stage_since: Date | null
  readonly quiet: boolean
}

/** A farewell, and what was learned. */
export interface Said {
  readonly farewell: string | null
  readonly learned: string | null
  readonly language: string
}

/** A proposed stage, or a proposed end with its farewell. */
export interface Proposal extends Said {
  readonly id: number
  readonly stage: Proposable
  readonly why: string
  readonly author_id: number | null
  readonly author: string | null
  readonly asked_at: Date
  readonly concluded_at: Date | null
  readonly outcome: 'confirmed' | 'not-yet' | 'taken-back' | null
}

/** What the home shows of it: how it stands, a farewell when closed, whether something is asked of the person. */
export interface OnHome extends Pick<Rhythm, 'stage' | 'quiet'>, Said {
  readonly asks: boolean
}

/** What somebody answered. */
export interface Answer {
  readonly person_id: number
  readonly name: string
  readonly yes: boolean
  readonly words: string | null
  readonly language: string
}

/** Somebody is asked to facilitate instead of somebody else; `to_name` is missing when they left meanwhile. */
export interface Handover {
  readonly id: number
  readonly from_id: number
  readonly from_name: string | null
  readonly to_id: number
  readonly to_name: string | null
}

const here = (scope: MemberScope, column: string) =>
  sql`'community:' || ${sql.ref(column)} = any(${scope.reach}::text[])`

const isQuiet = sql`(c.quiet_asked_at is not null and c.stage not in ('dormant', 'closed')
  and c.quiet_asked_at > greatest(c.began_at, c.awake_since)
  and not exists (select from community.moved(c.id, c.quiet_asked_at)))`

/** How a community stands, for those who belong. */
export const rhythmOf = (scope: MemberScope, id: CommunityId) => sql<Rhythm>`
  select c.id, c.stage, c.stage_before, c.stage_since, ${isQuiet} as quiet
  from community.community c where c.id = ${id} and ${here(scope, 'c.id')}`

const proposalColumns = sql`p.id, p.stage, p.why, p.farewell, p.learned, p.language, p.author_id, n.name as author,
  p.asked_at, p.concluded_at, p.outcome`

/** Whether a community rests, as far as the asking person belongs. */
export const restsNow = (scope: MemberScope, id: CommunityId) => sql<{ rests: boolean }>`
  select c.stage = 'dormant' as rests from community.community c where c.id = ${id} and ${here(scope, 'c.id')}`

/** The asking that is open. */
export const openProposal = (scope: MemberScope, id: CommunityId) => sql<Proposal>`
  select ${proposalColumns} from community.stage_proposal p left join people.named n on n.id = p.author_id
  where p.community_id = ${id} and p.outcome is null and ${heardBy(scope, 'p')}`

/** The farewell that a closed community was left with. */
export const farewellOf = (scope: MemberScope, id: CommunityId) => sql<Proposal>`
  select ${proposalColumns} from community.stage_proposal p left join people.named n on n.id = p.author_id
  where p.community_id = ${id} and p.stage = 'closed' and p.outcome = 'confirmed' and ${heardBy(scope, 'p')}
  order by p.id desc limit 1`

/** What the home shows of the rhythm to those who belong. */
export const rhythmAtHome = (scope: MemberScope, id: CommunityId) => sql<OnHome>`
  select c.stage, ${isQuiet} as quiet, f.farewell, f.learned, coalesce(f.language, c.language) as language,
    exists (
      select from community.stage_proposal p join community.membership m
        on m.community_id = p.community_id and m.person_id = ${scope.personId} and m.role in ('facilitator', 'member')
      where p.community_id = c.id and p.outcome is null and ${heardBy(scope, 'p')} and not exists (
        select from community.stage_answer a where a.proposal_id = p.id and a.person_id = m.person_id)) as asks
  from community.community c left join lateral (
    select p.farewell, p.learned, p.language from community.stage_proposal p
    where c.stage = 'closed' and p.community_id = c.id and p.stage = 'closed' and p.outcome = 'confirmed'
      and ${heardBy(scope, 'p')} order by p.id desc limit 1
  ) f on true
  where c.id = ${id} and ${here(scope, 'c.id')}`

/** The answers to the open asking, in the order they came. */
export const answersOf = (scope: MemberScope, id: CommunityId) => sql<Answer>`
  select a.person_id, n.name, a.yes, a.words, a.language
  from community.stage_answer a join community.stage_proposal p on p.id = a.proposal_id
  join people.named n on n.id = a.person_id
  where p.community_id = ${id} and p.outcome is null and ${here(scope, 'a.community_id')}
  order by a.at, a.person_id`

/** A new asking; nothing when one is open already. */
export const insertProposal = (row: {
  id: CommunityId
  stage: Proposable
  why: string
  farewell: string | null
  learned: string | null
  language: string
  authorId: number
  at: Date
}) => sql<{ id: number }>`
  insert into community.stage_proposal (community_id, stage, why, farewell, learned, language, author_id, audience, asked_at)
  values (${row.id}, ${row.stage}, ${row.why}, ${row.farewell}, ${row.learned}, ${row.language}, ${row.authorId},
    ${`community:${row.id}`}, ${row.at})
  on conflict do nothing returning id`

/** One's answer, the first or another one. */
export const saveAnswer = (row: {
  proposal: number
  id: CommunityId
  personId: number
  yes: boolean
  words: string | null
  language: string
  at: Date
}) => sql`
  insert into community.stage_answer (proposal_id, community_id, person_id, yes, words, language, at)
  values (${row.proposal}, ${row.id}, ${row.personId}, ${row.yes}, ${row.words}, ${row.language}, ${row.at})
  on conflict (proposal_id, person_id) do update
    set yes = excluded.yes, words = excluded.words, language = excluded.language, at = excluded.at`

/** Ends an asking, unless somebody else just did. */
export const endProposal = (proposal: number, outcome: 'confirmed' | 'not-yet' | 'taken-back', at: Date) => sql<{
  id: number
}>`
  update community.stage_proposal set outcome = ${outcome}, concluded_at = ${at}
  where id = ${proposal} and outcome is null returning id`

/** How many can answer: facilitators and members. */
export const howManyAnswer = (scope: MemberScope, id: CommunityId) => sql<{ members: number }>`
  select count(*) as members from community.membership m
  where m.community_id = ${id} and m.role in ('facilitator', 'member') and ${here(scope, 'm.community_id')}`

/** Somebody’s role here; nothing when they do not belong. */
export const roleOf = (scope: MemberScope, id: CommunityId, personId: number) => sql<{ role: Role }>`
  select m.role from community.membership m
  where m.community_id = ${id} and m.person_id = ${personId} and ${here(scope, 'm.community_id')}`

/** Moves a community from how it stands; nothing when somebody else moved it just now. */
export const setStage = (row: { id: CommunityId; from: Standing; to: Standing; at: Date }) => sql<{ id: CommunityId }>`
  update community.community set stage = ${row.to}, stage_since = ${row.at}, awake_since = ${row.at},
    stage_before = case when ${row.from} in ('dormant', 'closed') then stage_before else ${row.from} end
  where id = ${row.id} and stage = ${row.from} returning id`

/** The community goes on as it is. */
export const setAwake = (id: CommunityId, at: Date) => sql`
  update community.community set awake_since = ${at} where id = ${id}`

/** The open askings to take over. */
export const handoversOf = (scope: MemberScope, id: CommunityId) => sql<Handover>`
  select h.id, h.from_id, f.name as from_name, h.to_id, t.name as to_name
  from community.handover h
  left join community.membership m on m.community_id = h.community_id and m.person_id = h.to_id
  left join people.named f on f.id = h.from_id
  left join people.named t on t.id = m.person_id
  where h.community_id = ${id} and h.outcome is null and ${here(scope, 'h.community_id')}
  order by h.id`

/** A new asking to take over; nothing when one's own is open already. */
export const insertHandover = (id: CommunityId, from: number, to: number, at: Date) => sql<{ id: number }>`
  insert into community.handover (community_id, from_id, to_id, asked_at) values (${id}, ${from}, ${to}, ${at})
  on conflict do nothing returning id`

/** Ends an asking to take over, unless it has ended. */
export const endHandover = (handover: number, outcome: 'accepted' | 'declined' | 'taken-back', at: Date) => sql<{
  id: number
}>`
  update community.handover set outcome = ${outcome}, ended_at = ${at}
  where id = ${handover} and outcome is null returning id`

/** How every community that is awake does. As the owner only. */
export const pulses = (before: Date) => sql<Pulse & { id: CommunityId }>`
  select c.id, c.stage as standing, c.began_at as "beganAt", c.awake_since as "awakeSince",
    (select max(f.at) from platform.fact f where f.community_id = c.id and community.moves(f.kind)) as "movedAt",
    c.quiet_asked_at as "askedAt", c.meets_on as "meetsOn"
  from community.community c
  where c.stage not in ('dormant', 'closed') and not c.open and c.began_at < ${before} order by c.id`

/** Notes that the facilitators are asked; nothing when it stopped being so meanwhile. As the owner only. */
export const setQuietAsked = (id: CommunityId, at: Date) => sql<{ id: CommunityId }>`
  update community.community set quiet_asked_at = ${at}
  where id = ${id} and stage not in ('dormant', 'closed') and quiet_asked_at is distinct from ${at} returning id`

/** A proposal wherever it stands, for a letter about it; nothing once it has ended or the asking person has answered. */
export const askedOfMe = (scope: MemberScope, proposal: number) => sql<Proposal & { slug: string; community: string }>`
  select ${proposalColumns}, c.slug, c.name as community
  from community.stage_proposal p join community.community c on c.id = p.community_id
  left join people.named n on n.id = p.author_id
  where p.id = ${proposal} and p.outcome is null and ${heardBy(scope, 'p')}
    and not exists (select from community.stage_answer a where a.proposal_id = p.id and a.person_id = ${scope.personId})`

/** An open asking to take over, for a letter to whoever is asked. */
export const handoverToMe = (scope: MemberScope, handover: number) => sql<{
  slug: string
  community: string
  from_name: string | null
}>`
  select c.slug, c.name as community, n.name as from_name
  from community.handover h join community.community c on c.id = h.community_id
  join community.membership m on m.community_id = h.community_id and m.person_id = h.from_id and m.role = 'facilitator'
  left join people.named n on n.id = h.from_id
  where h.id = ${handover} and h.outcome is null and h.to_id = ${scope.personId} and ${here(scope, 'h.community_id')}`

/** Who can answer a proposal, but for its author. As the owner only. */
export const whoAnswers = (proposal: number) => sql<{ person_id: number }>`
  select m.person_id from community.stage_proposal p join community.membership m on m.community_id = p.community_id
  where p.id = ${proposal} and m.role in ('facilitator', 'member') and m.person_id is distinct from p.author_id`

/** Who is asked to take over. As the owner only. */
export const whoIsAsked = (handover: number) => sql<{ person_id: number }>`
  select to_id as person_id from community.handover where id = ${handover}`

/** Who belongs, but for whoever did what the fact says; the facilitators alone where only they are concerned. As the owner only. */
export const whoBelongs = (id: CommunityId, fact: number, facilitators: boolean) => sql<{ person_id: number }>`
  select m.person_id from community.membership m
  where m.community_id = ${id} and (not ${facilitators}::boolean or m.role = 'facilitator')
    and not exists (select from platform.fact f where f.id = ${fact} and f.actor_id = m.person_id)`
