/** All SQL of what belongs to a person in rounds. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person } from '../../../../platform/own-data/part.ts'

/** Rounds that the person began, and what they wrote of what a group takes along. */
export const ownRounds = (person: Person) => sql<OwnRow>`
  select r.id, p.name as place, r.opened_at as at, case when r.opener_id = ${person} then r.question end as question,
    r.language, r.ends_at, r.closed_at, case when r.harvest_by = ${person} then r.harvest end as harvest,
    case when r.them_by = ${person} then r.them_question end as question_to_them
  from dialogue.round r left join community.place p on p.id = r.community_id
  where ${person} in (r.opener_id, r.harvest_by, r.them_by) order by r.id`

/** Where the person had a place. */
export const ownSeats = (person: Person) => sql<OwnRow>`
  select s.round_id as round, s.left_at from dialogue.round_seat s where s.person_id = ${person} order by s.round_id`

/** The person's turns; what was said stands among contributions once the round has opened. */
export const ownTurns = (person: Person) => sql<OwnRow>`
  select e.round_id as round, e.state, e.text, e.language, e.written_by is not null as written_down_by_somebody,
    e.nameless as without_my_name
  from dialogue.round_entry e where e.person_id = ${person} order by e.round_id`

/** What happens to it when the person leaves: an answer that has not opened goes with them. */
export const leaveRounds = ({ person, former, formerWriter, withdrawn, choice }: Leaving): RawBuilder<unknown>[] => {
  const gone = choice === 'withdraw' ? sql`true` : sql`false`
  return [
    sql`delete from dialogue.round_link where person_id = ${person}`,
    sql`delete from dialogue.round_entry where person_id = ${person}`,
    sql`delete from dialogue.round_seat where person_id = ${person}`,
    sql`update dialogue.round_entry set written_by = ${formerWriter} where written_by = ${person}`,
    sql`update dialogue.round_entry set looked_by = null where looked_by = ${person}`,
    sql`update dialogue.round_seat set noted_by = ${formerWriter} where noted_by = ${person}`,
    sql`
      update dialogue.round set harvest = '', harvest_html = '', harvest_by = null
      where harvest_by = ${person} and ${gone}`,
    sql`
      update dialogue.round set them_question = '', them_state = null, them_by = null, them_answer = '',
        them_answer_html = '', them_answer_by = null
      where them_by = ${person} and ${gone}`,
    sql`update dialogue.round set them_by = ${formerWriter} where them_by = ${person}`,
    sql`update dialogue.round set them_answer_by = ${formerWriter} where them_answer_by = ${person}`,
    sql`update dialogue.round set harvest_by = ${formerWriter} where harvest_by = ${person}`,
    sql`
      update dialogue.round set opener_id = ${former}, question = case when ${gone} then ${withdrawn} else question end
      where opener_id = ${person}`,
  ]
}
