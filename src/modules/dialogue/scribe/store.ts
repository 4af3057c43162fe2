/** SQL of a scribe: for whom one may write, and the yes of whoever said it. */
import { type RawBuilder, sql } from 'kysely'
import type { Perspective, Role } from '../../community/contract.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'

/** Whether the asking person may write down in a thread `t` what others say: one column of reading it. */
export const holdsThePen = (scope: MemberScope): RawBuilder<unknown> => sql`
  exists (select from community.member pen where pen.community_id = t.community_id and pen.person_id = ${scope.personId}
    and (pen.role = 'facilitator' or not 'student' = any(pen.perspectives))) as holds_pen`

/** How the asking person sits in a community. */
export const mySeat = (scope: MemberScope, community: number) => sql<{ role: Role; perspectives: Perspective[] }>`
  select m.role, m.perspectives from community.member m
  where m.community_id = ${community} and m.person_id = ${scope.personId}`

/** Somebody for whom one may write. */
export interface Named {
  readonly person_id: PersonId
  readonly name: string
}

/** For whom the asking person may write in a thread, to be heard in a circle; for students the adults only. One where `person` is given. */
export const namedIn = (
  scope: MemberScope,
  room: { readonly id: ThreadId; readonly community_id: number },
  heardIn: string,
  person?: PersonId,
) => sql<Named>`
  select k.person_id, k.name from community.known k
  where k.community_id = ${room.community_id} and k.person_id <> ${scope.personId}
    and (${person ?? null}::bigint is null or k.person_id = ${person ?? null})
    and 'community:' || k.community_id = any(${scope.reach}::text[])
    and dialogue.can_be_written_for(k.person_id, ${room.id}, ${heardIn})
    and ('adults:' || k.community_id = any(${scope.reach}::text[]) or not community.speaks_as_student(k.person_id, k.community_id))
  order by lower(k.name), k.person_id limit 300`

/** The yes of whoever said it; nothing when it was given, or there is nothing to give it to. */
export const confirmWords = (scope: MemberScope, id: ContributionId, at: Date) => sql<{ id: ContributionId }>`
  update dialogue.contribution set confirmed_at = ${at}
  where id = ${id} and author_id = ${scope.personId} and written_by is not null and confirmed_at is null
    and withdrawn_at is null
  returning id`

/** Whose words were written down, while they stand and wait for a yes. As the owner only. */
export const saidBy = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select author_id as person_id from dialogue.contribution
  where id = ${id} and written_by is not null and confirmed_at is null and withdrawn_at is null`
