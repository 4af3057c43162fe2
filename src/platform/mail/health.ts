/** How the mail is, and which addresses do not work: written by the post, read by whoever looks after the site. */
import { sql } from 'kysely'
import type { MailTrouble } from './fault.ts'

/** When a letter last went out, and what was last in the way. */
export interface MailHealth {
  readonly sent_at: Date | null
  readonly fault_at: Date | null
  readonly fault: MailTrouble | null
}

/** As the owner only, like all below. */
export const mailHealth = () => sql<MailHealth>`select sent_at, fault_at, fault from platform.mail_health`

/** A letter went out. */
export const noteSent = (at: Date) => sql`update platform.mail_health set sent_at = ${at}`

/** Something was in the way. */
export const noteFault = (at: Date, fault: MailTrouble) =>
  sql`update platform.mail_health set fault_at = ${at}, fault = ${fault}`

/** A server says that an address does not work. */
export const noteBounced = (email: string, at: Date, answer: string) => sql`
  insert into platform.bounced_address (email, since, answer) values (lower(${email}), ${at}, ${answer.slice(0, 80)})
  on conflict (email) do nothing`

/** An address works again, or its person says so. */
export const forgetBounced = (email: string) => sql`delete from platform.bounced_address where email = lower(${email})`

/** Since when an address does not work; nothing when it does. */
export const bouncedSince = (email: string) => sql<{ since: Date }>`
  select since from platform.bounced_address where email = lower(${email})`
