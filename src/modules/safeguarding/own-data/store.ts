/** All SQL of what becomes of requests for help and of those who look after others, when somebody leaves. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Waning } from '../../../platform/own-data/part.ts'

/** A case and the log of who looked stay as the law asks, by number; everything else goes. */
export const leaveSafeguarding = ({ person, formerWriter }: Leaving): RawBuilder<unknown>[] => [
  sql`delete from safeguarding.help where author_id = ${person}`,
  sql`delete from safeguarding.help_adult where person_id = ${person}`,
  sql`delete from safeguarding.own_hiding where person_id = ${person}`,
  sql`delete from safeguarding.vetted where person_id = ${person}`,
  sql`delete from safeguarding.lead where person_id = ${person}`,
  sql`delete from safeguarding.age where person_id = ${person}`,
  sql`delete from safeguarding.guardian where student_id = ${person}`,
  sql`delete from safeguarding.assent where person_id = ${person}`,
  // That somebody was checked, and named, still holds.
  sql`update safeguarding.vetted set checked_by = ${formerWriter} where checked_by = ${person}`,
  sql`update safeguarding.age set noted_by = ${formerWriter} where noted_by = ${person}`,
  sql`update safeguarding.asks_guardians set set_by = ${formerWriter} where set_by = ${person}`,
  sql`update safeguarding.guardian set made_by = ${formerWriter} where made_by = ${person}`,
  sql`update safeguarding.guardian set restricted_by = ${formerWriter} where restricted_by = ${person}`,
  sql`update safeguarding.consent set recorded_by = ${formerWriter} where recorded_by = ${person}`,
  sql`update safeguarding.lead set named_by = ${formerWriter} where named_by = ${person}`,
]

const at = sql`join community.place k on k.id = t.community_id`

/** How old the school noted that somebody is. */
export const ownAge = (person: number) => sql<OwnRow>`
  select k.name as place, t.band, t.noted_at as at from safeguarding.age t ${at} where t.person_id = ${person} order by 1`

/** What guardians said about somebody, without who they are. */
export const consentsAboutMe = (person: number) => sql<OwnRow>`
  select k.name as place, t.what, t.circle, t.yes, t.way, t.until, t.at from safeguarding.consent t ${at}
  where t.student_id = ${person} order by t.id`

/** What somebody said themselves. */
export const ownAssents = (person: number) => sql<OwnRow>`
  select k.name as place, t.what, t.circle, t.yes, t.at from safeguarding.assent t ${at}
  where t.person_id = ${person} order by t.id`

/** What students asked for help with before, and what was answered. */
export const waneSafeguarding = ({ before }: Waning): RawBuilder<unknown>[] => [
  sql`
    delete from safeguarding.help
    where asked_at < ${before}::timestamptz and community.wrote_as_student(author_id, community_id)`,
]

/** Cases that were closed before, with reports and log. As the role of retention. */
export const forgetCases = (before: Date) =>
  sql`delete from safeguarding.safety_case where closed_at < ${before}::timestamptz`
