/** All SQL of what belongs to a person in questions, try-outs and reflections. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person, Waning } from '../../../platform/own-data/part.ts'

/** A table of this module, and which of its columns go into a copy beside place, moment and language. */
interface Told {
  readonly table: string
  readonly columns: readonly string[]
  /** What of it are words to read. */
  readonly words: readonly string[]
  readonly at?: string
  readonly by?: string
}

/** What somebody may carry away; each row is theirs by `author_id` where nothing else is said. */
export const told: readonly Told[] = [
  { table: 'challenge', words: ['question'], columns: ['about_child', 'help', 'state'], at: 'raised_at' },
  { table: 'wording', words: ['question', 'changed'], columns: ['number'] },
  { table: 'unknown', words: ['words'], columns: [] },
  { table: 'difference', words: ['words'], columns: [] },
  { table: 'outcome', words: ['known', 'stays_open'], columns: [] },
  {
    table: 'tryout',
    words: ['title', 'expects', 'stop_if', 'look_for', 'reason'],
    columns: ['state', 'starts_on', 'ends_on'],
  },
  { table: 'change', words: ['happened', 'now_do'], columns: [] },
  { table: 'sighting', words: ['words'], columns: [] },
  { table: 'reflection', words: ['provisional', 'meeting', 'together', 'change', 'dare'], columns: ['audience'] },
  { table: 'ending', words: ['words'], columns: [], at: 'told_at', by: 'told_by' },
  { table: 'word_back', words: ['words'], columns: ['said_kind', 'said_id'], at: 'told_at', by: 'told_by' },
]

/** One table's own rows. */
export const ownRows = (person: Person, { table, words, columns, at = 'at', by = 'author_id' }: Told) => sql<OwnRow>`
  select p.name as place, t.${sql.ref(at)} as at, t.language,
    ${sql.join([...words, ...columns].map((column) => sql`t.${sql.ref(column)}`))}
  from ${sql.table(`challenge.${table}`)} t left join community.place p on p.id = t.community_id
  where t.${sql.ref(by)} = ${person} order by 2`

/** What somebody else saw to be true of an open point, said by the person. */
export const ownEvidence = (person: Person) => sql<OwnRow>`
  select p.name as place, u.closed_at as at, u.evidence_language as language, u.evidence
  from challenge.unknown u left join community.place p on p.id = u.community_id
  where u.evidence_by = ${person} order by u.id`

/** Where else a number stands: column by column. */
const numbers: readonly (readonly [table: string, column: string])[] = [
  ...['wording', 'unknown', 'difference', 'outcome', 'tryout', 'change', 'sighting', 'ending'].map(
    (table) => [table, 'asker_id'] as const,
  ),
  ['unknown', 'evidence_by'],
  ['tryout', 'owner_id'],
  ['tryout', 'safe_by'],
  ['ending', 'owner_id'],
  ['ending', 'told_by'],
  ['word_back', 'teller_id'],
  ['word_back', 'told_by'],
]
const authored = [
  ...['challenge', 'wording', 'unknown', 'difference', 'outcome', 'tryout', 'change', 'sighting', 'ending'],
  'word_back',
]

/** What was said by the person is gone; what must stand says that it was withdrawn. */
const withdraw = ({ person, withdrawn }: Leaving): RawBuilder<unknown>[] => [
  sql`
    delete from platform.search_index i using challenge.challenge c
    where i.kind = 'challenge' and i.id = c.id and c.author_id = ${person}`,
  sql`update challenge.ending set words = null, language = null, told_at = null where told_by = ${person}`,
  sql`update challenge.word_back set words = null, language = null, told_at = null where told_by = ${person}`,
  sql`delete from challenge.difference where author_id = ${person}`,
  sql`delete from challenge.sighting where author_id = ${person}`,
  sql`delete from challenge.change where author_id = ${person}`,
  sql`update challenge.unknown set evidence = ${withdrawn} where evidence_by = ${person} and evidence is not null`,
  sql`delete from challenge.unknown where author_id = ${person} and evidence is null`,
  sql`update challenge.unknown set words = ${withdrawn} where author_id = ${person}`,
  sql`update challenge.outcome set known = ${withdrawn}, stays_open = '' where author_id = ${person}`,
  sql`
    update challenge.tryout set title = ${withdrawn}, expects = ${withdrawn}, stop_if = ${withdrawn}, look_for = '',
      reason = case when reason is not null then ${withdrawn} end
    where author_id = ${person}`,
  sql`
    update challenge.wording set question = ${withdrawn}, changed = case when changed is not null then ${withdrawn} end
    where author_id = ${person}`,
  sql`update challenge.challenge set question = ${withdrawn} where author_id = ${person}`,
]

/** What happens to all of it when the person leaves, step by step. */
export const leaveChallenges = (leaving: Leaving): RawBuilder<unknown>[] => {
  const { person, former } = leaving
  const move = (table: string, column: string) => sql`
    update ${sql.table(`challenge.${table}`)} set ${sql.ref(column)} = ${former} where ${sql.ref(column)} = ${person}`
  return [
    sql`
      delete from platform.search_index i using challenge.challenge c
      where i.kind = 'challenge' and i.id = c.id and c.audience = 'me:' || ${person}::bigint`,
    sql`delete from challenge.challenge where audience = 'me:' || ${person}::bigint`,
    sql`delete from challenge.reflection where author_id = ${person}`,
    sql`delete from challenge.word_back where person_id = ${person}`,
    ...(leaving.choice === 'withdraw' ? withdraw(leaving) : []),
    ...numbers.map(([table, column]) => move(table, column)),
    ...authored.map((table) => move(table, 'author_id')),
  ]
}

/** What students wrote before goes; what must stand says that it was withdrawn. */
export const waneChallenges = ({ before, withdrawn }: Waning): RawBuilder<unknown>[] => {
  const theirs = (at = 'at', by = 'author_id') => sql`
    ${sql.ref(at)} < ${before}::timestamptz and community.wrote_as_student(${sql.ref(by)}, community_id)`
  return [
    sql`
      delete from platform.search_index i using challenge.challenge c
      where i.kind = 'challenge' and i.id = c.id and c.question <> ${withdrawn}
        and c.raised_at < ${before}::timestamptz and community.wrote_as_student(c.author_id, c.community_id)`,
    ...['difference', 'sighting', 'change', 'reflection'].map(
      (table) => sql`delete from ${sql.table(`challenge.${table}`)} where ${theirs()}`,
    ),
    sql`
      update challenge.unknown set evidence = ${withdrawn}
      where evidence is not null and ${theirs('closed_at', 'evidence_by')}`,
    sql`delete from challenge.unknown where evidence is null and ${theirs()}`,
    sql`update challenge.unknown set words = ${withdrawn} where ${theirs()}`,
    sql`update challenge.outcome set known = ${withdrawn}, stays_open = '' where ${theirs()}`,
    sql`
      update challenge.tryout set title = ${withdrawn}, expects = ${withdrawn}, stop_if = ${withdrawn}, look_for = '',
        reason = case when reason is not null then ${withdrawn} end
      where ${theirs()}`,
    sql`update challenge.word_back set words = null, language = null, told_at = null where ${theirs('told_at', 'told_by')}`,
    sql`
      update challenge.wording set question = ${withdrawn}, changed = case when changed is not null then ${withdrawn} end
      where ${theirs()}`,
    sql`update challenge.challenge set question = ${withdrawn} where question <> ${withdrawn} and ${theirs('raised_at')}`,
  ]
}

/** Drafts that their writer alone sees, not changed since then. The role of retention sees no other questions. */
export const forgetDrafts = (before: Date): RawBuilder<unknown>[] => [
  sql`
    delete from platform.search_index i using challenge.challenge c
    where i.kind = 'challenge' and i.id = c.id and c.changed_at < ${before}
      and c.about_child = 'not-yet' and c.audience::text like 'me:%'`,
  sql`
    delete from challenge.challenge
    where changed_at < ${before} and about_child = 'not-yet' and audience::text like 'me:%'`,
]
