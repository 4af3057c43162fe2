/** Carrying a question on: what we don't know, where we differ, its states, the answer for now. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, isRefusal, type Outcome, type Refusal, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import { orWait } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayAdd, mayMove } from '../access.ts'
import { type Challenge, type ChallengeId, challengeKind } from '../contract.ts'
import { keepFindable } from '../findable.ts'
import { after, type Move, untilExploring } from '../state.ts'
import * as store from '../store/challenge.ts'
import * as said from '../store/unknown.ts'
import { beginWaiting } from '../word-back/waiting.ts'

/** Words in the language they were written in. */
export interface Said {
  readonly words: string
  readonly language: Language
}

type Work<T> = (tx: Tx, asked: Challenge) => Promise<Outcome<T> | Refusal>

const past = {
  choose: 'challenge.chosen',
  explore: 'challenge.explored',
  answer: 'challenge.answered',
  park: 'challenge.parked',
  reopen: 'challenge.reopened',
} as const

const note = (tx: Tx, scope: MemberScope, asked: Challenge, kind: `${string}.${string}`) =>
  record(tx, {
    kind,
    actor: scope.personId,
    subject: { kind: challengeKind, id: asked.id },
    community: asked.community_id,
  })

/** Does something on a question that the asking person hears, then notes that it changed and keeps it findable. */
const on = <T>(
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  once: string | undefined,
  work: Work<T>,
): Promise<Outcome<T>> =>
  house.db.write(
    scope,
    async (tx) => {
      const asked = await tx.one(store.challengeById(scope, id))
      if (!asked || !mayAdd(scope, asked)) return refuse('gone')
      const outcome = await work(tx, asked)
      if (isRefusal(outcome)) return outcome
      await tx.rows(store.touchChallenge(scope, id, tx.now))
      await keepFindable(tx, id)
      return outcome
    },
    { once },
  )

/** How one of these waits, when a student writes it. */
const waiting = (
  kind: string,
  id: ChallengeId,
  language: string,
  words: readonly string[],
  given: readonly unknown[],
) => ({
  kind: `challenge.${kind}`,
  given: [id, ...given],
  words,
  language,
  on: { kind: challengeKind, id },
})

/** Adds something that we don't know yet. */
export const addUnknown = (house: House, scope: MemberScope, id: ChallengeId, input: Said, once?: string) =>
  orWait(house, scope, waiting('unknown', id, input.language, [input.words], [input, once]), () =>
    on(house, scope, id, once, async (tx, asked) => {
      const made = await tx.one(said.insertUnknown(scope, asked, { ...input, at: tx.now }))
      await note(tx, scope, asked, 'challenge.unknown-added')
      return done({ id: made?.id ?? 0 })
    }),
  )

/** Closes an open one through evidence, if one likes with the contribution where it was said. */
export const closeUnknown = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  unknown: number,
  input: Said & { contribution: number | null },
  once?: string,
) =>
  orWait(house, scope, waiting('evidence', id, input.language, [input.words], [unknown, input, once]), () =>
    on(house, scope, id, once, async (tx, asked) => {
      const row = { evidence: input.words, language: input.language, contribution: input.contribution, at: tx.now }
      if (!(await tx.one(said.closeUnknown(scope, id, unknown, row)))) return refuse('unknown.closed')
      await note(tx, scope, asked, 'challenge.unknown-closed')
      return done(null)
    }),
  )

/** Opens one again whose evidence did not hold. */
export const reopenUnknown = (house: House, scope: MemberScope, id: ChallengeId, unknown: number, once?: string) =>
  on(house, scope, id, once, async (tx, asked) => {
    if (!(await tx.one(said.reopenUnknown(scope, id, unknown)))) return refuse('moved')
    await note(tx, scope, asked, 'challenge.unknown-reopened')
    return done(null)
  })

/** Takes back what one said we don't know. */
export const takeBackUnknown = (house: House, scope: MemberScope, id: ChallengeId, unknown: number, once?: string) =>
  on(house, scope, id, once, async (tx, asked) => {
    if (!(await tx.one(said.deleteUnknown(scope, id, unknown)))) return refuse('takeBack.notYours')
    await note(tx, scope, asked, 'challenge.unknown-taken-back')
    return done(null)
  })

/** Adds a way of seeing it that stands beside the others. */
export const addDifference = (house: House, scope: MemberScope, id: ChallengeId, input: Said, once?: string) =>
  orWait(house, scope, waiting('difference', id, input.language, [input.words], [input, once]), () =>
    on(house, scope, id, once, async (tx, asked) => {
      const made = await tx.one(said.insertDifference(scope, asked, { ...input, at: tx.now }))
      await note(tx, scope, asked, 'challenge.difference-added')
      return done({ id: made?.id ?? 0 })
    }),
  )

/** Takes back how one saw it. */
export const takeBackDifference = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  difference: number,
  once?: string,
) =>
  on(house, scope, id, once, async (tx, asked) => {
    if (!(await tx.one(said.deleteDifference(scope, id, difference)))) return refuse('takeBack.notYours')
    await note(tx, scope, asked, 'challenge.difference-taken-back')
    return done(null)
  })

const step = async (tx: Tx, scope: MemberScope, asked: Challenge, move: Move): Promise<Challenge | Refusal> => {
  const next = after(asked, move)
  if (!next) return refuse('moved')
  if (!(await tx.one(store.moveChallenge(scope, asked.id, asked.state, next, tx.now)))) return refuse('moved')
  await note(tx, scope, asked, past[move])
  return { ...asked, ...next }
}

/** Chooses, explores, parks or takes up again: the asker or a facilitator. Answering has an act of its own. */
export const move = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  which: Exclude<Move, 'answer'>,
  once?: string,
) =>
  on(house, scope, id, once, async (tx, asked) => {
    if (!mayMove(scope, asked)) return refuse('move.notYours')
    const moved = await step(tx, scope, asked, which)
    return isRefusal(moved) ? moved : done(null)
  })

/**
 * Answers for now: what we know, what stays open. The differences stay where they are, beside it. From now on those whose
 * words began it wait for a word.
 */
export const answer = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  input: { known: string; staysOpen: string; language: Language },
  once?: string,
) =>
  orWait(house, scope, waiting('answer', id, input.language, [input.known, input.staysOpen], [input, once]), () =>
    on(house, scope, id, once, async (tx, asked) => {
      if (!mayMove(scope, asked)) return refuse('move.notYours')
      let now: Challenge | Refusal = asked
      for (const one of [...untilExploring(asked), 'answer' as const]) {
        now = await step(tx, scope, now, one)
        if (isRefusal(now)) return now
      }
      const made = await tx.one(said.insertOutcome(scope, asked, { ...input, at: tx.now }))
      if (!made) throw new Error('An answer could not be kept')
      await beginWaiting(tx, scope, now, { outcome: made.id, owner: scope.personId })
      return done(null)
    }),
  )
