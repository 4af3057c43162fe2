/** SQL of the answers to what people need and can offer. */
import { sql } from 'kysely'
import type { MemberScope } from '../../../people/contract.ts'
import type { Need, NeedAnswer, NeedId } from '../contract.ts'

const columns = sql`a.id, a.author_id, w.name as author, a.words, a.language, a.waits, a.at`
const tables = sql`exchange.need_answer a
  join community.known w on w.community_id = a.community_id and w.person_id = a.author_id`
const heard = (scope: MemberScope) =>
  sql`(a.author_id = ${scope.personId} or (a.owner_id = ${scope.personId} and not a.waits)
    or case when a.waits then 'adults:' || a.community_id else a.audience::text end = any(${scope.reach}::text[]))`

/** The answers to a need, in the order they came. */
export const answersTo = (scope: MemberScope, need: NeedId) => sql<NeedAnswer>`
  select ${columns} from ${tables} where a.need_id = ${need} and ${heard(scope)} order by a.id`

/** One's own answer to a need. */
export const myAnswerTo = (scope: MemberScope, need: NeedId, id: number) => sql<NeedAnswer>`
  select ${columns} from ${tables}
  where a.id = ${id} and a.need_id = ${need} and a.author_id = ${scope.personId}`

/** An answer, with the need it answers, for a letter about it. */
export const answerById = (scope: MemberScope, id: number) => sql<
  NeedAnswer & { readonly need_id: NeedId; readonly by_student: boolean }
>`
  select ${columns}, a.need_id, 'student' = any(w.perspectives) as by_student from ${tables}
  where a.id = ${id} and ${heard(scope)}`

/** Keeps an answer; nothing when the need is open no more, or when this person answered it already. */
export const insertAnswer = (
  scope: MemberScope,
  need: Pick<Need, 'id' | 'community_id' | 'audience' | 'author_id'>,
  row: { readonly words: string; readonly language: string; readonly at: Date },
) => sql<{ id: number; waits: boolean }>`
  insert into exchange.need_answer (need_id, community_id, audience, owner_id, author_id, words, language, at)
  values (${need.id}, ${need.community_id}, ${need.audience}, ${need.author_id}, ${scope.personId}, ${row.words},
    ${row.language}, ${row.at})
  on conflict (need_id, author_id) do nothing returning id, waits`

/** Removes one's own answer. */
export const deleteAnswer = (scope: MemberScope, id: number) => sql<{ id: number }>`
  delete from exchange.need_answer where id = ${id} and author_id = ${scope.personId} returning id`

/** Erases the words that answered what its owner takes back. */
export const eraseAnswers = (scope: MemberScope, need: NeedId) => sql<{ id: number }>`
  update exchange.need_answer set words = '' where need_id = ${need} and owner_id = ${scope.personId} returning id`

/** Whose need an answer answers. For the reader of facts. */
export const whoseAnswered = (id: number) => sql<{ person_id: number }>`
  select owner_id as person_id from exchange.need_answer where id = ${id}`
