/** All SQL of what belongs to a person in conversations. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person } from '../../../platform/own-data/part.ts'

/** Conversations that the person began. */
export const ownThreads = (person: Person) => sql<OwnRow>`
  select t.id, p.name as place, t.begun_at as at, t.title, t.language, t.audience
  from dialogue.thread t left join community.place p on p.id = t.community_id
  where t.author_id = ${person} order by t.id`

/** What the person said, as it stands. */
export const ownContributions = (person: Person) => sql<OwnRow>`
  select c.id, p.name as place, c.said_at as at, c.text, c.language, c.audience, c.thread_id as conversation,
    c.edited_at, c.withdrawn_at, c.written_by is not null as written_down_by_somebody,
    c.author_id = 0 as without_my_name,
    c.note, case when c.note_from = 'facilitators' then 'a facilitator' when c.note_from = 'author' then 'me' end as note_from
  from dialogue.contribution c left join dialogue.nameless_author n on n.contribution_id = c.id
  left join community.place p on p.id = c.community_id
  where ${person} in (c.author_id, n.author_id) order by c.id`

/** Which of it the person said without a name. */
export const ownWithoutName = (person: Person) => sql<OwnRow>`
  select n.contribution_id as contribution from dialogue.nameless_author n where n.author_id = ${person} order by n.contribution_id`

/** What the person said before changing it. */
export const ownEarlierWords = (person: Person) => sql<OwnRow>`
  select e.contribution_id as contribution, e.version, e.said_at as at, e.text, e.language
  from dialogue.earlier_words e left join dialogue.nameless_author n on n.contribution_id = e.contribution_id
  where e.author_id = ${person} or (e.author_id = 0 and n.author_id = ${person}) order by e.contribution_id, e.version`

const isOwn = (person: Person, id: RawBuilder<number>) => sql`exists (
  select from dialogue.contribution own left join dialogue.nameless_author n on n.contribution_id = own.id
  where own.id = ${id} and ${person} in (own.author_id, n.author_id))`

/** Where the person quoted somebody; the words quoted are not theirs to carry. */
export const ownQuotes = (person: Person) => sql<OwnRow>`
  select q.contribution_id as contribution, q.quoted_id as quoted from dialogue.quote q
  where ${isOwn(person, sql`q.contribution_id`)} order by q.contribution_id`

/** Where the person said that they learned something from somewhere. */
export const ownLearned = (person: Person) => sql<OwnRow>`
  select l.contribution_id as contribution, l.source_kind, l.source_id, l.learned_at as at from dialogue.learned l
  where ${isOwn(person, sql`l.contribution_id`)} order by l.contribution_id`

/** What the person asked an adult to say; and that they were asked to: somebody else's words are not theirs to carry. */
export const ownCarried = (person: Person) => sql<OwnRow>`
  select d.id, p.name as place, d.asked_at as at, d.author_id = ${person} as mine,
    case when d.author_id = ${person} then d.text end as text, d.language, d.state, d.closed_at, d.answer
  from dialogue.carried d left join community.place p on p.id = d.community_id
  where ${person} in (d.author_id, d.carrier_id) order by d.id`

/** Versions of summaries that the person wrote. */
export const ownSummaries = (person: Person) => sql<OwnRow>`
  select s.thread_id as conversation, s.version, p.name as place, s.written_at as at, s.text, s.language
  from dialogue.summary s left join community.place p on p.id = s.community_id
  where s.author_id = ${person} order by s.thread_id, s.version`

/** Where the person was called by name; the words around it are not theirs to carry. */
export const ownMentions = (person: Person) => sql<OwnRow>`
  select m.contribution_id as contribution, p.name as place
  from dialogue.mention m join dialogue.contribution c on c.id = m.contribution_id
  left join community.place p on p.id = c.community_id
  where m.person_id = ${person} order by m.contribution_id`

/** Which conversations the person visited, and when that began; nobody else ever sees it. */
export const ownVisits = (person: Person) => sql<OwnRow>`
  select v.thread_id as conversation, p.name as place, v.began_at as at
  from dialogue.visit v join dialogue.thread t on t.id = v.thread_id
  left join community.place p on p.id = t.community_id
  where v.person_id = ${person} order by v.thread_id`

/** What the person said they had read. */
export const ownReadings = (person: Person) => sql<OwnRow>`
  select r.subject_kind, r.subject_id from dialogue.reading r
  where r.reader_id = ${person} order by r.subject_kind, r.subject_id`

/** What the person asked others, and that they were asked: a question of somebody else's is not theirs to carry. */
export const ownAsks = (person: Person) => sql<OwnRow>`
  select a.id, p.name as place, a.asked_at as at, a.author_id = ${person} as mine,
    case when a.author_id = ${person} then a.question end as question, a.language, a.state, a.closed_at
  from dialogue.ask a left join community.place p on p.id = a.community_id
  where ${person} in (a.author_id, a.asked_id) order by a.id`

/** What happens to all of it when the person leaves, step by step. */
export const leaveDialogue = (leaving: Leaving, now: Date): RawBuilder<unknown>[] => {
  const { person, former, formerWriter, withdrawn } = leaving
  const mine = sql`audience = 'me:' || ${person}::bigint`
  const gone = leaving.choice === 'withdraw' ? sql`true` : sql`false`
  return [
    sql`delete from dialogue.ask where ${person}::bigint in (author_id, asked_id)`,
    sql`delete from dialogue.reading where ${person}::bigint in (author_id, reader_id)`,
    sql`
      delete from platform.search_index i using dialogue.carried d
      where i.kind = 'contribution' and i.id = d.contribution_id and d.author_id = ${person} and ${gone}`,
    sql`
      update dialogue.contribution c set text = '', html = '', withdrawn_at = coalesce(c.withdrawn_at, ${now}::timestamptz)
      from dialogue.carried d where d.contribution_id = c.id and d.author_id = ${person} and ${gone}`,
    sql`delete from dialogue.carried where author_id = ${person}`,
    sql`delete from dialogue.mention where person_id = ${person}`,
    sql`delete from dialogue.widening where author_id = ${person}`,
    sql`delete from dialogue.visit where person_id = ${person}`,
    sql`delete from dialogue.summary where author_id = ${person} and ${gone}`,
    sql`update dialogue.summary set author_id = ${former} where author_id = ${person}`,
    // Whoever asked sees that nobody says it any more.
    sql`
      update dialogue.carried set carrier_id = null, answer = null,
        state = case when state = 'open' then 'declined' else state end, closed_at = coalesce(closed_at, ${now}::timestamptz)
      where carrier_id = ${person}`,
    sql`delete from dialogue.look_question where author_id = ${person}`,
    sql`update dialogue.look_question set asked_by = ${formerWriter} where asked_by = ${person}`,
    // Earlier words go, also where somebody quoted them; what still stands may stay quoted.
    sql`
      delete from dialogue.quote q using dialogue.contribution c
      where c.id = q.quoted_id and c.version <> q.quoted_version and ${isOwn(person, sql`c.id`)}`,
    sql`delete from dialogue.earlier_words where author_id = ${person}`,
    sql`
      delete from platform.search_index i using dialogue.contribution c
      where i.kind = 'contribution' and i.id = c.id and c.author_id = ${person} and (${gone} or c.${mine})`,
    sql`
      delete from platform.search_index i using dialogue.thread t
      where i.kind = 'thread' and i.id = t.id and t.author_id = ${person} and (${gone} or t.${mine})`,
    sql`
      delete from dialogue.earlier_words e using dialogue.nameless_author n
      where n.contribution_id = e.contribution_id and n.author_id = ${person}`,
    sql`
      delete from platform.search_index i using dialogue.nameless_author n
      where i.kind = 'contribution' and i.id = n.contribution_id and n.author_id = ${person} and ${gone}`,
    sql`
      update dialogue.contribution c
      set text = '', html = '', opens_to = null, withdrawn_at = coalesce(c.withdrawn_at, ${now}::timestamptz)
      from dialogue.nameless_author n where n.contribution_id = c.id and n.author_id = ${person} and ${gone}`,
    // Those that stay are nobody's for ever.
    sql`delete from dialogue.nameless_author where author_id = ${person}`,
    sql`delete from dialogue.contribution where ${mine}`,
    sql`delete from dialogue.thread where ${mine}`,
    sql`
      update dialogue.contribution
      set text = '', html = '', opens_to = null, withdrawn_at = coalesce(withdrawn_at, ${now}::timestamptz)
      where author_id = ${person} and ${gone}`,
    sql`update dialogue.contribution set author_id = ${former} where author_id = ${person}`,
    sql`update dialogue.contribution set written_by = ${formerWriter} where written_by = ${person}`,
    sql`update dialogue.contribution set asked_by = null, ask_id = null where asked_by = ${person}`,
    sql`update dialogue.contribution set opened_by = null where opened_by = ${person}`,
    sql`
      update dialogue.thread
      set author_id = ${former}, title = case when ${gone} and title is not null then ${withdrawn} else title end
      where author_id = ${person}`,
  ]
}
