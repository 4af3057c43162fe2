/** All SQL of signing in by the school. */
import { sql } from 'kysely'
import type { MemberScope, PersonId, Seat } from '../contract.ts'
import type { Asking } from './provider.ts'
import type { SchoolSettings } from './school.ts'

/** The settings as those see them who look after the site; never the secret. */
export const settingsFor = (_scope: MemberScope) => sql<SchoolSettings>`
  select issuer, client_id, scope, claim, button, lines from people.school_sign_in`

/** Changes the settings; answers nothing where there are none. Without a new secret the one before stays. */
export const changeSettings = (_scope: MemberScope, settings: SchoolSettings, secret: string, at: Date) => sql<{
  id: number
}>`
  update people.school_sign_in set issuer = ${settings.issuer}, client_id = ${settings.client_id},
    scope = ${settings.scope}, claim = ${settings.claim}, button = ${settings.button},
    lines = ${JSON.stringify(settings.lines)}::jsonb, changed_at = ${at}
    ${secret ? sql`, client_secret = ${secret}` : sql``} returning id`

/** The first settings. Somebody else's, at the same moment, stay. */
export const insertSettings = (_scope: MemberScope, settings: SchoolSettings, secret: string, at: Date) => sql`
  insert into people.school_sign_in (issuer, client_id, client_secret, scope, claim, button, lines, changed_at)
  values (${settings.issuer}, ${settings.client_id}, ${secret}, ${settings.scope}, ${settings.claim},
    ${settings.button}, ${JSON.stringify(settings.lines)}::jsonb, ${at})
  on conflict do nothing`

/** Ends signing in by the school; who is who is kept, in case it begins again. */
export const deleteSettings = (_scope: MemberScope) => sql<{ id: number }>`
  delete from people.school_sign_in returning id`

/** What the button says; nothing when there is none. */
export const schoolButton = () => sql<{ button: string | null }>`select people.school_button() as button`

/** The settings with their secret. As the owner only. */
export const askingOf = () => sql<Asking>`
  select issuer, client_id, client_secret, scope, claim, button, lines from people.school_sign_in`

/** Whom the school means. As the owner only. */
export const linkedPerson = (issuer: string, subject: string) => sql<{ person_id: PersonId }>`
  select person_id from people.school_link where issuer = ${issuer} and subject = ${subject}`

/** Notes whom the school means; answers nothing where it means somebody already. As the owner only. */
export const linkPerson = (issuer: string, subject: string, personId: PersonId, at: Date) => sql<{
  person_id: PersonId
}>`
  insert into people.school_link (issuer, subject, person_id, made_at)
  values (${issuer}, ${subject}, ${personId}, ${at}) on conflict do nothing returning person_id`

/** Lets two arrivals of the same person wait for each other. As the owner only. */
export const holdSubject = (issuer: string, subject: string) => sql`
  select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 131))`

/** Somebody whose address is known waits to be linked. As the owner only. */
export const putPending = (pending: {
  visitor: Buffer
  issuer: string
  subject: string
  personId: PersonId
  places: readonly Seat[]
  expires: Date
}) => sql`
  insert into people.school_pending (visitor_hash, issuer, subject, person_id, places, expires_at)
  values (${pending.visitor}, ${pending.issuer}, ${pending.subject}, ${pending.personId},
    ${JSON.stringify(pending.places)}::jsonb, ${pending.expires})`

/** Takes what waits for this browser and this person. As the owner only. */
export const takePending = (visitor: Buffer, personId: PersonId, now: Date) => sql<{
  issuer: string
  subject: string
  places: Seat[]
}>`
  delete from people.school_pending
  where visitor_hash = ${visitor} and person_id = ${personId} and expires_at > ${now}
  returning issuer, subject, places`

/** What nobody came back for, swept away. As the owner only. */
export const sweepPending = (now: Date) => sql`delete from people.school_pending where expires_at <= ${now}`
