/** All SQL of what belongs to a person among stories. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person } from '../../../platform/own-data/part.ts'

/** Stories that the person began, as they stand. */
export const ownStories = (person: Person) => sql<OwnRow>`
  select s.id, p.name as place, s.changed_at as at, s.state, s.language, s.title, s.summary, s.mattered, s.did, s.unsure,
    s.whose, s.possible, s.age_band, s.children, s.dimensions
  from library.story s left join community.place p on p.id = s.community_id
  where s.author_id = ${person} order by s.id`

/** Entries of the person's that are, or were, in the library. */
export const ownEntries = (person: Person) => sql<OwnRow>`
  select e.id, e.community_name as place, e.published_at as at, e.kind, e.slug, e.licence, e.version, e.withdrawn_at
  from library.entry e where e.author_id = ${person} order by e.id`

/** The texts of those entries. */
export const ownTexts = (person: Person) => sql<OwnRow>`
  select t.entry_id as entry, t.language, t.title, t.summary, t.plain from library.entry_text t
  where t.author_id = ${person} order by t.entry_id, t.language`

/** Where the person's name stands below a story. */
export const ownNames = (person: Person) => sql<OwnRow>`
  select m.entry_id as entry, m.name from library.maker m where m.person_id = ${person} order by m.entry_id`

/** The stories in which the person took part, and how they wished to be named. */
export const ownParts = (person: Person) => sql<OwnRow>`
  select s.story_id as story, s.naming, s.writes from library.story_person s
  where s.person_id = ${person} order by s.story_id`

/** What the person answered when the circle was asked. */
export const ownConsents = (person: Person) => sql<OwnRow>`
  select c.story_id as story, c.round, c.at, c.answer, c.reason from library.story_consent c
  where c.person_id = ${person} order by c.story_id, c.round`

// A story that others write, too, is not one person's to withdraw: it stays without the name.
const alone = (person: Person) => sql`
  select s.id from library.story s where s.author_id = ${person}
    and not exists (select from library.story_person w where w.story_id = s.id and w.writes and w.person_id <> ${person})`

const withdraw = (person: Person, now: Date): RawBuilder<unknown>[] => {
  const entries = sql`select s.entry_id from library.story s where s.entry_id is not null and s.id in (${alone(person)})`
  return [
    sql`delete from platform.search_index where kind = 'entry' and id in (${entries})`,
    sql`delete from library.maker where entry_id in (${entries})`,
    sql`delete from library.entry_text where entry_id in (${entries})`,
    sql`update library.entry set withdrawn_at = coalesce(withdrawn_at, ${now}::timestamptz) where id in (${entries})`,
    sql`delete from library.story_depicted where story_id in (${alone(person)})`,
    sql`
      delete from library.story where entry_id is null and id in (${alone(person)})`,
    sql`
      update library.story set state = 'withdrawn', summary = '', mattered = '', did = '', unsure = '', whose = '',
        children = '', possible = '', provenance = '{}'::jsonb, kept_words = '{}', title = '…'
      where id in (${alone(person)})`,
  ]
}

/** What happens to all of it when the person leaves, step by step. */
export const leaveLibrary = ({ person, former, choice }: Leaving, now: Date): RawBuilder<unknown>[] => [
  ...(choice === 'withdraw' ? withdraw(person, now) : []),
  sql`delete from library.maker where person_id = ${person}`,
  sql`delete from library.story_person where person_id = ${person}`,
  sql`delete from library.story_consent where person_id = ${person}`,
  sql`update library.story_depicted set recorded_by = ${former} where recorded_by = ${person}`,
  sql`update library.story_depicted set person_id = null where person_id = ${person}`,
  sql`update library.story set checked_by = ${former} where checked_by = ${person}`,
  sql`update library.story set author_id = ${former} where author_id = ${person}`,
  sql`update library.entry set author_id = ${former} where author_id = ${person}`,
  sql`update library.entry_text set author_id = ${former} where author_id = ${person}`,
]
