/** Who may do what to a question: the person asked answers, passes or opens it again; the asker takes it back. */
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { canBeTakenBack } from '../undo.ts'
import { type Ask, standing } from './ask.ts'

type Standing = Pick<Ask, 'author_id' | 'asked_id' | 'community_id' | 'state' | 'ends_at' | 'closed_at'>

/** Whether the asking person is the one asked. */
export const isAsked = (scope: MemberScope, ask: Pick<Ask, 'asked_id'>): boolean =>
  scope.personId !== null && ask.asked_id === scope.personId

/** Whether the asking person put this question. */
export const isAsker = (scope: MemberScope, ask: Pick<Ask, 'author_id'>): boolean =>
  scope.personId !== null && ask.author_id === scope.personId

/** Whether the asking person may answer or pass now. */
export const mayAnswer = (scope: MemberScope, ask: Standing, now: Date): Outcome<null> => {
  if (!isAsked(scope, ask)) return refuse('answer.notYours')
  if (!belongsTo(scope, ask.community_id)) return refuse('answer.left')
  return standing(ask, now) === 'open' ? done(null) : refuse('answer.closed')
}

/** Whether the asker may take the question back: while it waits. */
export const mayTakeBack = (scope: MemberScope, ask: Standing, now: Date): Outcome<null> => {
  if (!isAsker(scope, ask)) return refuse('back.notYours')
  return standing(ask, now) === 'open' ? done(null) : refuse('back.closed')
}

/** Whether the person asked may still undo what they answered, or that they passed: for ten minutes. */
export const mayReopen = (scope: MemberScope, ask: Standing, now: Date): Outcome<null> => {
  if (!isAsked(scope, ask)) return refuse('answer.notYours')
  const closedByThem = ask.state === 'answered' || ask.state === 'passed' || ask.state === 'declined'
  if (!closedByThem || ask.closed_at === null) return refuse('undo.gone')
  return canBeTakenBack(ask.closed_at, now) ? done(null) : refuse('undo.late')
}
