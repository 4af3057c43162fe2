/** Telling people what came of their words: one line for everyone, or a line of one's own for one. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import { orWait } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { type ChallengeId, challengeKind } from '../contract.ts'
import { mayTell } from './access.ts'
import { endingById, keepLine, tellAll, tellOne, waitersOf } from './store/ending.ts'

/** What is told. `everyone` may be empty when `apart` is not; `apart` are lines by the number of the word they are. */
export interface Telling {
  readonly everyone: string
  readonly apart: ReadonlyMap<number, string>
  readonly language: Language
}

/** The kind under which facts name a word told to one person. */
export const wordBackKind = 'word-back'

const note = (tx: Tx, scope: MemberScope, told: { readonly id: number; readonly community_id: number }) =>
  record(tx, {
    kind: 'word-back.told',
    actor: scope.personId,
    subject: { kind: wordBackKind, id: told.id },
    community: told.community_id,
  })

/**
 * Tells those who wait for a word on an ending. Answers how many were told. Refused when somebody who was meant has been
 * told meanwhile: then nothing is told, and what was typed is kept.
 */
export const tell = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  ending: number,
  input: Telling,
  once?: string,
): Promise<Outcome<{ told: number }>> =>
  orWait(
    house,
    scope,
    {
      kind: 'challenge.word',
      given: [id, ending, input, once],
      words: [input.everyone, ...input.apart.values()],
      language: input.language,
      on: { kind: challengeKind, id },
    },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const found = await tx.one(endingById(scope, id, ending))
          if (!found) return refuse('gone')
          if (!mayTell(scope, found)) return refuse('notYours')
          if (input.everyone === '' && input.apart.size === 0) return refuse('empty', 'everyone')
          const waiting = (await tx.rows(waitersOf(scope, ending))).filter((one) => one.told_at === null)
          const meant = input.everyone === '' ? [...input.apart.keys()] : waiting.map((one) => one.id)
          const word = { language: input.language, at: tx.now }
          const told = []
          for (const [one, words] of input.apart)
            told.push(...(await tx.rows(tellOne(scope, ending, one, { ...word, words }))))
          if (input.everyone !== '') {
            const line = { ...word, words: input.everyone }
            told.push(...(await tx.rows(tellAll(scope, ending, [...input.apart.keys()], line))))
            await tx.rows(keepLine(scope, ending, line))
          }
          const reached = new Set(told.map((one) => one.id))
          if (told.length === 0 || [...meant, ...input.apart.keys()].some((one) => !reached.has(one)))
            return refuse('meanwhile')
          for (const one of told) await note(tx, scope, one)
          return done({ told: told.length })
        },
        { once },
      ),
  )
