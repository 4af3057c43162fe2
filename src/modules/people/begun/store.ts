/** All SQL of words begun. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../contract.ts'
import type { Begun, KeptBegun } from './begun.ts'

const columns = sql`id, form, page, title, fields, version, kept_at`

/** What the asking person has begun, the newest first. */
export const begunBy = (scope: MemberScope) => sql<KeptBegun>`
  select ${columns} from people.begun where person_id = ${scope.personId} order by kept_at desc, id limit 200`

/** What the asking person has begun in one form, the newest first. */
export const begunIn = (scope: MemberScope, form: string) => sql<KeptBegun>`
  select ${columns} from people.begun where person_id = ${scope.personId} and form = ${form}
  order by kept_at desc, id limit 20`

/** One of them. */
export const begunById = (scope: MemberScope, id: string) => sql<KeptBegun>`
  select ${columns} from people.begun where person_id = ${scope.personId} and id = ${id}`

/** How many the person has begun. */
export const countBegun = (personId: PersonId) => sql<{ many: number }>`
  select count(*) as many from people.begun where person_id = ${personId}`

/** Keeps something new; answers no row where it is known already. */
export const insertBegun = (personId: PersonId, begun: Begun, now: Date) => sql<{ version: number }>`
  insert into people.begun (person_id, id, form, page, title, fields, kept_at)
  values (${personId}, ${begun.id}, ${begun.form}, ${begun.page}, ${begun.title},
    ${JSON.stringify(begun.fields)}::jsonb, ${now})
  on conflict do nothing returning version`

/** Keeps it anew; answers no row where it has changed since `was`, or is gone. */
export const updateBegun = (personId: PersonId, begun: Begun, was: number, now: Date) => sql<{ version: number }>`
  update people.begun set page = ${begun.page}, title = ${begun.title},
    fields = ${JSON.stringify(begun.fields)}::jsonb, version = version + 1, kept_at = ${now}
  where person_id = ${personId} and id = ${begun.id} and version = ${was} returning version`

/** The same, whatever it was before; answers no row where there is none. As the owner only. */
export const replaceBegun = (personId: PersonId, begun: Begun, now: Date) => sql<{ version: number }>`
  update people.begun set fields = ${JSON.stringify(begun.fields)}::jsonb, version = version + 1, kept_at = ${now}
  where person_id = ${personId} and id = ${begun.id} returning version`

/** Forgets one: it was sent, or thrown away. */
export const deleteBegun = (scope: MemberScope, id: string) => sql<{ id: string }>`
  delete from people.begun where person_id = ${scope.personId} and id = ${id} returning id`

/** Whose session it was, also when it is over. As the owner only. */
export const whoseSession = (hash: Buffer) => sql<{ person_id: PersonId }>`
  select person_id from people.session where token_hash = ${hash}`

/** Forgets what is older. As the role that takes away what is old. */
export const forgetBegun = (before: Date) => sql`delete from people.begun where kept_at < ${before}`

/** The periods that the site has chosen. */
export const periodsKept = () => sql<{ value: unknown }>`
  select value from platform.setting where key = 'retention'`
