/** All SQL of what becomes of requests for help and of those who look after others, when somebody leaves. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving } from '../../../platform/own-data/part.ts'

/** A case and the log of who looked stay as the law asks, by number; everything else goes. */
export const leaveSafeguarding = ({ person, formerWriter }: Leaving): RawBuilder<unknown>[] => [
  sql`delete from safeguarding.help where author_id = ${person}`,
  sql`delete from safeguarding.help_adult where person_id = ${person}`,
  sql`delete from safeguarding.own_hiding where person_id = ${person}`,
  sql`delete from safeguarding.vetted where person_id = ${person}`,
  sql`delete from safeguarding.lead where person_id = ${person}`,
  // That somebody was checked, and named, still holds.
  sql`update safeguarding.vetted set checked_by = ${formerWriter} where checked_by = ${person}`,
  sql`update safeguarding.lead set named_by = ${formerWriter} where named_by = ${person}`,
]
