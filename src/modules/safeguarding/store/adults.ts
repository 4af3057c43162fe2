/** SQL of who looks after a community: vetted adults, leads, the country, and whether adults are missing. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { Carer } from '../adults.ts'
import type { Country } from '../numbers.ts'

const here = (scope: MemberScope, column: string) =>
  sql<boolean>`'community:' || ${sql.ref(column)} = any(${scope.reach}::text[])`

/** Everybody who looks after a community: leads first, then facilitators, then by name. */
export const carersOf = (scope: MemberScope, community: number) => sql<Carer>`
  select m.person_id, p.name, m.role = 'facilitator' as facilitates, l.person_id is not null as leads, v.checked_on,
    b.name as checked_by
  from community.member m join people.named p on p.id = m.person_id
  left join safeguarding.vetted v on v.community_id = m.community_id and v.person_id = m.person_id
  left join safeguarding.lead l on l.community_id = m.community_id and l.person_id = m.person_id and l.accepted_at is not null
  left join people.named b on b.id = v.checked_by
  where m.community_id = ${community} and ${here(scope, 'm.community_id')} and not 'student' = any(m.perspectives)
    and (m.role = 'facilitator' or v.person_id is not null or l.person_id is not null)
  order by l.person_id is null, m.role <> 'facilitator', lower(p.name), m.person_id`

/** Who was named as lead and has not said yes; the asking person among them first. */
export const namedLeads = (scope: MemberScope, community: number) => sql<{ person_id: PersonId; name: string }>`
  select l.person_id, p.name from safeguarding.lead l join people.named p on p.id = l.person_id
  where l.community_id = ${community} and l.accepted_at is null and ${here(scope, 'l.community_id')}
  order by l.person_id <> ${scope.personId}, lower(p.name), l.person_id`

/** How a community stands: whether students belong to it, since when adults are missing, and its country, if chosen. */
export interface Standing {
  readonly students: boolean
  readonly short_since: Date | null
  readonly country: Country | null
}

/** How a community stands; one row. */
export const standingOf = (scope: MemberScope, community: number) => sql<Standing>`
  select exists (select from community.member m where m.community_id = ${community} and ${here(scope, 'm.community_id')}
      and 'student' = any(m.perspectives)) as students,
    (select s.since from safeguarding.short_of_adults s where s.community_id = ${community}) as short_since,
    (select c.country from safeguarding.country c where c.community_id = ${community}) as country`

/** Names a vetted adult; a later check takes the place of an earlier one. */
export const insertVetted = (scope: MemberScope, community: number, person: PersonId, day: string) => sql<{
  person_id: PersonId
}>`
  insert into safeguarding.vetted (community_id, person_id, checked_by, checked_on)
  values (${community}, ${person}, ${scope.personId}, ${day}) on conflict do nothing returning person_id`

/** Ends it. */
export const deleteVetted = (community: number, person: PersonId) => sql<{ person_id: PersonId }>`
  delete from safeguarding.vetted where community_id = ${community} and person_id = ${person} returning person_id`

/** Names a lead, who has still to say yes. */
export const insertLead = (scope: MemberScope, community: number, person: PersonId, at: Date) => sql<{
  person_id: PersonId
}>`
  insert into safeguarding.lead (community_id, person_id, named_by, named_at)
  values (${community}, ${person}, ${scope.personId}, ${at}) on conflict do nothing returning person_id`

/** The named person's own yes. */
export const acceptLead = (scope: MemberScope, community: number, at: Date) => sql<{ person_id: PersonId }>`
  update safeguarding.lead set accepted_at = ${at}
  where community_id = ${community} and person_id = ${scope.personId} and accepted_at is null returning person_id`

/** Takes a name back, declines, or steps back, as far as the asking person may. */
export const deleteLead = (community: number, person: PersonId) => sql<{ person_id: PersonId }>`
  delete from safeguarding.lead where community_id = ${community} and person_id = ${person} returning person_id`

/** Chooses the country. */
export const setCountry = (community: number, country: Country) => sql`
  insert into safeguarding.country (community_id, country) values (${community}, ${country})
  on conflict (community_id) do update set country = excluded.country`

/** The communities that students see and that have too few vetted adults, and those that were so: as the owner only. */
export const shortNow = (enough: number) => sql<{ id: number; short: boolean; since: Date | null }>`
  select * from (
    select c.id, s.since, exists (select from community.member m where m.community_id = c.id and 'student' = any(m.perspectives))
      and (select count(*) from community.member m where m.community_id = c.id and not 'student' = any(m.perspectives)
        and (m.role = 'facilitator' or exists (select from safeguarding.vetted v
          where v.community_id = c.id and v.person_id = m.person_id))) < ${enough} as short
    from community.place c left join safeguarding.short_of_adults s on s.community_id = c.id
  ) c where c.short or c.since is not null`

/** Notes since when adults are missing, or that they are not. As the owner only. */
export const noteShort = (community: number, since: Date) => sql`
  insert into safeguarding.short_of_adults (community_id, since) values (${community}, ${since}) on conflict do nothing`
export const noteEnough = (community: number) =>
  sql`delete from safeguarding.short_of_adults where community_id = ${community}`

/** The leads hear what the adults hear, while they stand in. As the owner only. */
export const seatLeads = (community: number) => sql`select safeguarding.seat_leads(${community}, true)`
export const unseatLeads = (community: number) => sql`select safeguarding.seat_leads(${community}, false)`

/** Who was named as lead, while they have not answered. For the reader of facts. */
export const whoIsNamed = (community: number | null, person: PersonId) => sql<{ person_id: PersonId }>`
  select person_id from safeguarding.lead
  where community_id = ${community} and person_id = ${person} and accepted_at is null`

/** The community that asks the asking person to be its lead, while they have not answered. */
export const pendingLead = (scope: MemberScope, community: number | null) => sql<{ slug: string; name: string }>`
  select k.slug, k.name from safeguarding.lead l join community.place k on k.id = l.community_id
  where l.community_id = ${community} and l.person_id = ${scope.personId} and l.accepted_at is null`
