/** SQL of manners and of what was learned from where; both ends are shown to those who hear both. */
import { type RawBuilder, sql } from 'kysely'
import type { Subject } from '../../../platform/http/address-book.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { heardOrMine, saidByMe } from '../nameless/store.ts'
import type { Manner } from './manner.ts'

/** Where the words of a contribution `c` were learned, as one value. */
export const learnedFrom = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when c.manner = 'learned' then dialogue.learned_in(c.id, ${scope.personId}, ${scope.reach}) end as learned_from`

const learnersFrom = (scope: MemberScope, from: RawBuilder<boolean>) => sql`
  select k.id, kn.name from dialogue.learned l
  join dialogue.contribution k on k.id = l.contribution_id and k.withdrawn_at is null and ${heardOrMine(scope, 'k')}
  left join people.named kn on kn.id = k.author_id
  where ${from}`

/** Whether somebody says that they learned from a contribution `c`. */
export const isLearnedFrom = sql<boolean>`
  exists (select from dialogue.learned l where l.source_kind = 'contribution' and l.source_id = c.id)`

/** Who learned something from a contribution `c`, and where they say so, as one value; by name, never counted. */
export const learnersOf = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when ${isLearnedFrom} then dialogue.learners_from(c.id, ${scope.personId}, ${scope.reach}) end as learners`

/** Who says that they learned something from a subject, where the asking person hears it. */
export const learnedFromSubject = (scope: MemberScope, subject: Subject) => sql<{
  id: ContributionId
  name: string | null
  slug: string
}>`
  select one.id, one.name, place.slug
  from (${learnersFrom(scope, sql`l.source_kind = ${subject.kind} and l.source_id = ${subject.id}`)}) one
  join dialogue.contribution c on c.id = one.id join community.place place on place.id = c.community_id
  order by one.id`

/** Where a contribution says it was learned. */
export const sourceById = (scope: MemberScope, id: ContributionId) => sql<Subject>`
  select l.source_kind as kind, l.source_id as id from dialogue.learned l
  join dialogue.contribution c on c.id = l.contribution_id and c.withdrawn_at is null and ${heardOrMine(scope, 'c')}
  where l.contribution_id = ${id}`

/** Says in which way one's own contribution is meant. */
export const setManner = (scope: MemberScope, id: ContributionId, manner: Manner) => sql`
  update dialogue.contribution c set manner = ${manner} where c.id = ${id} and ${saidByMe(scope, 'c')}`

/** Keeps where one's own contribution was learned. */
export const insertLearned = (id: ContributionId, source: Subject, at: Date) => sql`
  insert into dialogue.learned (contribution_id, source_kind, source_id, learned_at)
  values (${id}, ${source.kind}, ${source.id}, ${at})`
