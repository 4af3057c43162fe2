/** The end of a perspective round: a question to the person with whose eyes it was seen, open until they answer or decline. */
import type { House } from '../../../../platform/house.ts'
import { done, refuse } from '../../../../platform/outcome.ts'
import type { MemberScope, PersonId } from '../../../people/contract.ts'
import { type NameAnswer, noteNames } from '../../../safeguarding/public.ts'
import { ask } from '../../asking/actions.ts'
import { wordsOf } from '../../contribution.ts'
import { subjectOf } from '../opening.ts'
import { mayHarvest, type Round, type RoundId } from '../round.ts'
import { roundById } from '../store.ts'
import { type Answer, held, tell, unlessClosed } from '../turning.ts'
import { setAnswer, setQuestion } from './store.ts'

const mayWrite = (scope: MemberScope, round: Round | undefined) => {
  if (!round) return refuse('turn.gone')
  if (!mayHarvest(scope, round)) return refuse(round.closed_at ? 'harvest.notYours' : 'harvest.early')
  return round.eyes === null ? refuse('them.plain') : done(round)
}

/** Puts the question: to somebody here it goes as a question to a person; to somebody elsewhere it stands in the round. */
export const askThem = async (
  house: House,
  scope: MemberScope,
  id: RoundId,
  asking: {
    readonly text: string
    readonly language: string
    readonly to?: PersonId | undefined
    readonly seen: number
    readonly names?: NameAnswer | undefined
  },
  once?: string,
): Answer => {
  const [[round]] = await house.db.read(scope, roundById(scope, id))
  const may = mayWrite(scope, round)
  if (!may.ok) return may
  const { thread_id: thread, community_id: community } = may.value
  if (may.value.them_version !== asking.seen) return refuse('them.meanwhile', 'text')
  const about = { thread, community, question: asking.text, language: asking.language }
  const sent = asking.to === undefined ? undefined : await ask(house, scope, { ...about, to: [asking.to] }, once)
  if (sent && !sent.ok) return refuse(sent.reason, sent.field === 'to' ? 'to' : 'text')
  return unlessClosed(
    house.db.write(scope, async (tx) => {
      const question = { text: asking.text, language: asking.language, ask: sent?.value.ids[0] ?? null }
      if (!(await tx.one(setQuestion(scope, id, question, asking.seen)))) return refuse('them.meanwhile', 'text')
      await tell(tx, 'round.asked', scope.personId, may.value)
      await noteNames(tx, { actor: scope.personId, subject: subjectOf(id), community }, asking.names)
      return done({ id })
    }),
  )
}

/** Writes down what they answered, or that they would rather not: both are ends, and nobody asks why. */
export const keepTheirAnswer = (
  house: House,
  scope: MemberScope,
  id: RoundId,
  answer: {
    readonly how: 'answered' | 'declined'
    readonly text: string
    readonly language: string
    readonly seen: number
  },
  once?: string,
): Answer =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const may = mayWrite(scope, await held(tx, scope, id))
        if (!may.ok) return may
        if (answer.how === 'answered' && answer.text.trim() === '') return refuse('them.empty', 'answer')
        const said = answer.how === 'answered' ? wordsOf(answer) : { text: '', html: '', language: answer.language }
        if (!(await tx.one(setAnswer(scope, id, answer.how, said, answer.seen))))
          return refuse('them.meanwhile', 'answer')
        await tell(tx, 'round.asked', scope.personId, may.value)
        return done({ id })
      },
      { once },
    ),
  )
