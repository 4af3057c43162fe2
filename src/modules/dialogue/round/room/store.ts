/** SQL of a round in the room: guests by a given name, and whoever is not here. */
import { sql } from 'kysely'
import type { MemberScope } from '../../../people/contract.ts'
import type { RoundId } from '../round.ts'

const MOST_GUESTS = 30

/** A place for a guest, the next one; nothing when there are too many. The round is held. */
export const seatFor = (scope: MemberScope, id: RoundId, name: string) => sql<{ id: number }>`
  insert into dialogue.round_seat (round_id, name, noted_by, place)
  select ${id}, ${name}, ${scope.personId}, coalesce(max(s.place), 0) + 1 from dialogue.round_seat s
  where s.round_id = ${id} having count(s.name) < ${MOST_GUESTS} returning id`

/** A place for which nobody waits. */
export const leaveFor = (id: RoundId, seat: number, at: Date) => sql<{ id: number }>`
  update dialogue.round_seat set left_at = ${at} where round_id = ${id} and id = ${seat} and left_at is null returning id`
