/** SQL of the question in which a perspective round ends, and what came of it. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../../../people/contract.ts'
import type { AskId } from '../../asking/ask.ts'
import type { Words } from '../../contribution.ts'
import type { RoundId } from '../round.ts'

/** How the question to them stands: columns of reading a round `r`. Of an ask only those whom it concerns are told. */
export const toThem: RawBuilder<unknown> = sql`r.eyes, r.them_question, r.them_language, r.them_version,
  r.them_answer_html, r.them_answer_language,
  case when r.them_answer_by is not null then (select n.name from people.named n where n.id = r.them_answer_by) end as them_writer,
  (select a.id from dialogue.ask a where a.id = r.them_ask_id) as them_ask_id,
  coalesce((select case a.state when 'open' then 'open' when 'answered' then 'answered' when 'taken-back' then 'open'
    else 'declined' end from dialogue.ask a where a.id = r.them_ask_id), r.them_state) as them_state`

/** With whose eyes a contribution `c` was said: one column of reading it. */
export const eyesOf: RawBuilder<unknown> = sql`
  case when c.round_id is not null then (select said_in.eyes from dialogue.round said_in where said_in.id = c.round_id) end
    as round_eyes`

const open = (seen: number) => sql<boolean>`r.closed_at is not null and r.eyes is not null and r.them_version = ${seen}`

/** Keeps the question to them; nothing when somebody else put one meanwhile. */
export const setQuestion = (
  scope: MemberScope,
  id: RoundId,
  question: { text: string; language: string; ask: AskId | null },
  seen: number,
) => sql<{ id: RoundId }>`
  update dialogue.round r set them_question = ${question.text}, them_language = ${question.language},
    them_by = ${scope.personId}, them_ask_id = ${question.ask}, them_state = 'open', them_answer = '', them_answer_html = '',
    them_version = them_version + 1
  where r.id = ${id} and ${open(seen)} and r.them_state is distinct from 'answered' returning id`

/** Keeps what they answered, or that they would rather not; nothing when somebody wrote it meanwhile. */
export const setAnswer = (
  scope: MemberScope,
  id: RoundId,
  how: 'answered' | 'declined',
  words: Words,
  seen: number,
) => sql<{ id: RoundId }>`
  update dialogue.round r set them_state = ${how}, them_answer = ${words.text}, them_answer_html = ${words.html},
    them_answer_language = ${words.language}, them_answer_by = ${scope.personId}, them_version = them_version + 1
  where r.id = ${id} and ${open(seen)} and r.them_state is not null and r.them_ask_id is null returning id`
