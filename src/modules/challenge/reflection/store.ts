/** All SQL of reflections: one's own until shared. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ChallengeId } from '../contract.ts'
import type { Hanging } from '../store/heard.ts'
import type { Answers } from './prompt.ts'

/** A reflection as it is read. */
export interface Reflection extends Answers {
  readonly id: number
  readonly author_id: number | null
  readonly name: string | null
  readonly audience: string
  readonly language: string
  readonly at: Date
}

/** The reflections on a question that the asking person hears, one's own first. */
export const reflectionsOf = (scope: MemberScope, id: ChallengeId) => sql<Reflection>`
  select r.id, r.author_id, p.name, r.audience, r.provisional, r.meeting, r.together, r.change, r.dare, r.language, r.at
  from challenge.reflection r left join people.named p on p.id = r.author_id
  where r.challenge_id = ${id} and ${heardBy(scope, 'r')}
  order by r.author_id is distinct from ${scope.personId}, r.id desc`

/** The asking person's own reflections, newest first, twenty a page, with the question each is on where it is still heard. */
export const myReflections = (scope: MemberScope, page: number) =>
  sql<
    Reflection & { challenge_id: ChallengeId; question: string; question_language: string; slug: string; total: number }
  >`
    select r.id, r.author_id, null as name, r.audience, r.provisional, r.meeting, r.together, r.change, r.dare, r.language,
      r.at, r.challenge_id, c.question, c.language as question_language, k.slug,
      count(*) over ()::int as total
    from challenge.reflection r join challenge.challenge c on c.id = r.challenge_id
    join community.place k on k.id = r.community_id
    where r.author_id = ${scope.personId} and ${heardBy(scope, 'c')}
    order by r.id desc limit 20 offset ${(page - 1) * 20}`

/** What the asking person answered in one of their own. */
export const ownAnswers = (scope: MemberScope, id: number) => sql<Answers>`
  select provisional, meeting, together, change, dare from challenge.reflection
  where id = ${id} and author_id = ${scope.personId}`

/** A new reflection, heard by its writer alone. */
export const insertReflection = (scope: MemberScope, on: Hanging, answers: Answers, language: string, at: Date) =>
  sql<{ id: number }>`
    insert into challenge.reflection (challenge_id, community_id, author_id, audience, provisional, meeting, together,
      change, dare, language, at, changed_at)
    values (${on.id}, ${on.community_id}, ${scope.personId}, ${`me:${scope.personId}`}, ${answers.provisional},
      ${answers.meeting}, ${answers.together}, ${answers.change}, ${answers.dare}, ${language}, ${at}, ${at})
    returning id`

/** Another circle for one's own reflection. */
export const shareReflection = (scope: MemberScope, id: ChallengeId, reflection: number, audience: string, at: Date) =>
  sql<{ id: number }>`
    update challenge.reflection r set audience = ${audience}, changed_at = ${at}
    where r.id = ${reflection} and r.challenge_id = ${id} and r.author_id = ${scope.personId} returning r.id`

/** Takes one's own reflection away. */
export const deleteReflection = (scope: MemberScope, id: ChallengeId, reflection: number) => sql<{ id: number }>`
  delete from challenge.reflection r
  where r.id = ${reflection} and r.challenge_id = ${id} and r.author_id = ${scope.personId} returning r.id`
