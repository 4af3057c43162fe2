/** All SQL of what time takes away, and of the settings that say when. */
import { sql } from 'kysely'
import type { PersonId } from '../../people/contract.ts'

/** A setting of the site, such as its periods or its controller. */
export const settingOf = (key: string) => sql<{ value: unknown }>`select value from platform.setting where key = ${key}`

/** Writes it. As the owner only. */
export const putSetting = (key: string, value: unknown) => sql`
  insert into platform.setting (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
  on conflict (key) do update set value = excluded.value`

/** From here on the transaction can take away what time takes, and nothing else. */
export const asRetention = () => sql`set local role ciranda_retention`

/** Letters of the mailbox that stands in for a mail server. */
export const forgetMail = (before: Date) => sql`delete from platform.mailbox where at < ${before}`

/** Who came in, and what was done with accounts; what communities did is theirs and stays. */
export const forgetAudit = (before: Date) => sql`
  delete from platform.fact where at < ${before}
    and split_part(kind, '.', 1) in ('session', 'password', 'passkey', 'token', 'copy', 'person')`

/** When somebody was told that their account ends. */
export const reminders = () => sql<{ person_id: PersonId; at: Date }>`select person_id, at from rights.reminder`

/** Notes that a letter is written. */
export const noteReminder = (person: PersonId, at: Date) => sql`
  insert into rights.reminder (person_id, at) values (${person}, ${at})
  on conflict (person_id) do update set at = excluded.at`
