/** All SQL of copies and farewells. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person } from '../../../platform/own-data/part.ts'
import type { Erasure } from '../contract.ts'

/** Everything that follows is read at one moment. */
export const atOneMoment = () => sql`set transaction isolation level repeatable read read only`

/** Puts somebody on the list of those who were erased. */
export const noteErasure = ({ person, came, choice, at }: Erasure) => sql`
  insert into rights.erasure (person_id, came_at, choice, at) values (${person}, ${came}, ${choice}, ${at})
  on conflict (person_id, came_at) do update set choice = excluded.choice`

/** Everybody who was erased, in order. */
export const erasures = () => sql<Erasure>`
  select person_id as person, came_at as came, choice, at from rights.erasure order by at, person_id`

/** Those of the list who are here again. */
export const hereAgain = () => sql<Erasure>`
  select e.person_id as person, e.came_at as came, e.choice, e.at from rights.erasure e
  join people.named p on p.id = e.person_id and p.kind = 'person' order by e.at`

/** When the person was told that their quiet account ends. */
export const ownReminder = (person: Person) =>
  sql<OwnRow>`select r.at from rights.reminder r where r.person_id = ${person}`

/** What the person signed for the controller. */
export const ownSignatures = (person: Person) => sql<OwnRow>`
  select b.at, b.purpose, b.basis, b.signed_name from rights.basis b where b.signed_by = ${person} order by b.id`

/** The reminder goes; a signature under a legal basis stays, for whoever has to show it. */
export const leaveRights = ({ person }: Leaving): RawBuilder<unknown>[] => [
  sql`delete from rights.reminder where person_id = ${person}`,
]
