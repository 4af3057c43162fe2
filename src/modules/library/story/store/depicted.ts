/** SQL of those a story shows: called as the story calls them, and how each agreed. */
import { type RawBuilder, sql } from 'kysely'
import type { CommunityId } from '../../../community/contract.ts'
import { heardBy } from '../../../community/public.ts'
import type { MemberScope, PersonId } from '../../../people/contract.ts'
import type { StoryId } from '../../contract.ts'
import type { Consent } from '../gate.ts'

/** Somebody the story shows. */
export interface DepictedRow {
  readonly id: number
  readonly label: string
  readonly child: boolean
  readonly consent: Consent
  readonly recorded_by_name: string | null
  /** A student of the community, whose answers count by themselves. */
  readonly person_id: PersonId | null
  readonly person_name: string | null
  readonly recorded_on: string | null
}

const depictedRows = (id: StoryId, wall: RawBuilder<unknown>) => sql<DepictedRow>`
  select d.id, d.label, d.child, d.consent, p.name as recorded_by_name, d.recorded_on, d.person_id,
    linked.name as person_name
  from library.story_depicted d join library.story s on s.id = d.story_id
  left join people.named p on p.id = d.recorded_by left join people.named linked on linked.id = d.person_id
  where d.story_id = ${id} and ${wall} order by d.id`

/** Those a story shows. */
export const depictedOf = (scope: MemberScope, id: StoryId) => depictedRows(id, heardBy(scope, 's'))
/** Those a story shows. As the owner only. */
export const depictedForGate = (id: StoryId) => depictedRows(id, sql`true`)

/** Adds somebody the story shows. */
export const insertDepicted = (
  id: StoryId,
  one: {
    label: string
    child: boolean
    consent: Consent
    by: PersonId | null
    on: string | null
    community: CommunityId
    person: PersonId | null
  },
) => sql<{ id: number }>`
  insert into library.story_depicted (story_id, label, child, consent, recorded_by, recorded_on, audience, person_id)
  values (${id}, ${one.label}, ${one.child}, ${one.consent}, ${one.by}, ${one.on}, ${`community:${one.community}`},
    ${one.person}) returning id`

/** What somebody depicted said, and who recorded it when. */
export const setConsent = (id: StoryId, depicted: number, consent: Consent, by: PersonId | null, on: string) => sql<{
  id: number
}>`
  update library.story_depicted set consent = ${consent}, recorded_by = ${by}, recorded_on = ${on}
  where id = ${depicted} and story_id = ${id} returning id`

/** Where stories show a student of a community. As the owner only. */
export const linkedDepicted = (person: PersonId, community: CommunityId) => sql<{
  id: number
  story_id: StoryId
  consent: Consent
  child: boolean
}>`
  select d.id, d.story_id, d.consent, d.child from library.story_depicted d join library.story s on s.id = d.story_id
  where d.person_id = ${person} and s.community_id = ${community} order by d.id for update of d`
/** Every student whom a story shows, and where. As the owner only. */
export const linkedPeople = () => sql<{ person: PersonId; community: CommunityId }>`
  select distinct d.person_id as person, s.community_id as community
  from library.story_depicted d join library.story s on s.id = d.story_id where d.person_id is not null`
/** What they and their guardians say by now. As the owner only. */
export const setLinkedConsent = (id: number, consent: Consent, child: boolean) => sql`
  update library.story_depicted set consent = ${consent}, child = ${child} where id = ${id}`
/** Takes somebody off the list, when the story no longer shows them. */
export const deleteDepicted = (id: StoryId, depicted: number) => sql`
  delete from library.story_depicted where id = ${depicted} and story_id = ${id}`
