/** All SQL of what students said in conversations, and what goes of it when its time is over. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Waning } from '../../../../platform/own-data/part.ts'

/** Their own words, also those without a name and those that somebody else brought for them. */
const saidByStudents = ({ before }: Waning) => sql`
  select c.id from dialogue.contribution c
  left join dialogue.nameless_author n on n.contribution_id = c.id
  left join dialogue.carried d on d.contribution_id = c.id
  where c.said_at < ${before}::timestamptz and c.withdrawn_at is null
    and community.wrote_as_student(coalesce(d.author_id, n.author_id, c.author_id), c.community_id)`

const byStudent = (before: Date, at: string, by = 'author_id') => sql`
  ${sql.ref(at)} < ${before}::timestamptz and community.wrote_as_student(${sql.ref(by)}, community_id)`

/** What they said is withdrawn as they could have withdrawn it; summaries stay, which are the group's. */
export const waneDialogue = (waning: Waning): RawBuilder<unknown>[] => {
  const { before, now, withdrawn } = waning
  const said = saidByStudents(waning)
  return [
    sql`delete from dialogue.quote where contribution_id in (${said}) or quoted_id in (${said})`,
    sql`delete from dialogue.earlier_words where contribution_id in (${said})`,
    sql`delete from platform.search_index where kind = 'contribution' and id in (${said})`,
    sql`
      update dialogue.contribution
      set text = '', html = '', note = null, note_from = null, opens_to = null, withdrawn_at = ${now}::timestamptz
      where id in (${said})`,
    sql`delete from dialogue.carried where ${byStudent(before, 'asked_at')}`,
    sql`delete from dialogue.ask where ${byStudent(before, 'asked_at')}`,
    sql`
      delete from dialogue.round_entry e using dialogue.round r
      where r.id = e.round_id and coalesce(r.closed_at, r.opened_at) < ${before}::timestamptz
        and community.wrote_as_student(e.person_id, r.community_id)`,
    sql`
      delete from platform.search_index i using dialogue.thread t
      where i.kind = 'thread' and i.id = t.id and t.title is not null and t.title <> ${withdrawn}
        and t.begun_at < ${before}::timestamptz and community.wrote_as_student(t.author_id, t.community_id)`,
    sql`
      update dialogue.thread set title = ${withdrawn}
      where title is not null and title <> ${withdrawn} and ${byStudent(before, 'begun_at')}`,
  ]
}
