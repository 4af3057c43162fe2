/** Trying something: propose, agree that it is safe, start, note changes, tell what one saw, look back, end. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, isRefusal, type Outcome, type Refusal, refuse } from '../../../platform/outcome.ts'
import { dayIn } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { membersOf, orWait } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayTakePart, type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import { mayAdd, mayTakeBack } from '../access.ts'
import { type Challenge, type ChallengeId, challengeKind, tryoutKind } from '../contract.ts'
import { keepFindable } from '../findable.ts'
import { after, untilExploring } from '../state.ts'
import { challengeById, moveChallenge, touchChallenge } from '../store/challenge.ts'
import { beginWaiting } from '../word-back/waiting.ts'
import { mayAgree, mayCarry } from './access.ts'
import * as store from './store.ts'
import { afterTrial, type Ending, isDue, movesToEnd, type TrialMove } from './tryout.ts'

/** A plan as the form gives it. `adaptedFrom` is the try-out it grew out of. */
export interface Proposal extends store.Plan {
  readonly language: Language
  readonly adaptedFrom: number | null
}

const past: Readonly<Record<TrialMove, `tryout.${string}`>> = {
  agree: 'tryout.found-safe',
  start: 'tryout.started',
  review: 'tryout.reviewed',
  keep: 'tryout.kept',
  adapt: 'tryout.adapted',
  stop: 'tryout.stopped',
}

const note = (tx: Tx, scope: MemberScope, on: { id: number; community_id: number }, kind: `tryout.${string}`) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: tryoutKind, id: on.id }, community: on.community_id })

/** Notes that the question changed and keeps it findable. */
const afterwards = async (tx: Tx, scope: MemberScope, id: ChallengeId): Promise<void> => {
  await tx.rows(touchChallenge(scope, id, tx.now))
  await keepFindable(tx, id)
}

/** Does something with a try-out that the asking person hears. */
const withTryout = <T>(
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  tryout: number,
  once: string | undefined,
  work: (tx: Tx, tryout: store.Tryout) => Promise<Outcome<T> | Refusal>,
): Promise<Outcome<T>> =>
  house.db.write(
    scope,
    async (tx) => {
      const found = await tx.one(store.tryoutById(scope, id, tryout))
      if (!found || scope.personId === null) return refuse('gone')
      const outcome = await work(tx, found)
      if (!isRefusal(outcome)) await afterwards(tx, scope, id)
      return outcome
    },
    { once },
  )

const moved = async (
  tx: Tx,
  scope: MemberScope,
  tryout: store.Tryout,
  move: TrialMove,
  row: { safeBy?: number | null; startsOn?: string; reason?: string } = {},
): Promise<store.Tryout | Refusal> => {
  const next = afterTrial(tryout.state, move)
  if (!next) return refuse('moved')
  if (!(await tx.one(store.moveTryout(scope, tryout.id, tryout.state, next, { ...row, at: tx.now }))))
    return refuse('moved')
  await note(tx, scope, tryout, past[move])
  return { ...tryout, state: next }
}

/** Proposes a try-out: everybody who hears the question may. Its owner belongs to the community. */
export const propose = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  input: Proposal,
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  orWait(
    house,
    scope,
    {
      kind: 'tryout.plan',
      given: [id, input, once],
      words: [input.title, input.expects, input.stopIf, input.lookFor],
      language: input.language,
      on: { kind: challengeKind, id },
    },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const asked = await tx.one(challengeById(scope, id))
          if (!asked || !mayAdd(scope, asked)) return refuse('gone')
          if (!(await tx.one(store.belongs(asked.community_id, input.ownerId))))
            return refuse('tryout.owner.here', 'owner')
          if (input.startsOn && input.endsOn < input.startsOn) return refuse('tryout.ends.after', 'ends')
          if (input.adaptedFrom && !(await tx.one(store.tryoutById(scope, id, input.adaptedFrom))))
            return refuse('gone')
          const made = await tx.one(store.insertTryout(scope, asked, { ...input, at: tx.now }))
          if (!made) throw new Error('A try-out could not be proposed')
          await note(tx, scope, { id: made.id, community_id: asked.community_id }, 'tryout.proposed')
          await afterwards(tx, scope, id)
          return done({ id: made.id })
        },
        { once },
      ),
  )

/** Says that it is safe to try: somebody other than the owner, where there is one. */
export const agree = (house: House, scope: MemberScope, id: ChallengeId, tryout: number, once?: string) =>
  withTryout(house, scope, id, tryout, once, async (tx, found) => {
    const members = await tx.rows(membersOf(scope, found.community_id))
    if (!mayAgree(scope, found, members)) return refuse('tryout.safe.another')
    const next = await moved(tx, scope, found, 'agree', { safeBy: scope.personId })
    return isRefusal(next) ? next : done(null)
  })

const carryOn = async (tx: Tx, scope: MemberScope, asked: Challenge): Promise<void> => {
  let now = asked
  for (const move of untilExploring(asked)) {
    const next = after(now, move)
    if (!next || !(await tx.one(moveChallenge(scope, asked.id, now.state, next, tx.now)))) return
    const kind = move === 'choose' ? ('challenge.chosen' as const) : ('challenge.explored' as const)
    await record(tx, {
      kind,
      actor: scope.personId,
      subject: { kind: challengeKind, id: asked.id },
      community: asked.community_id,
    })
    now = { ...now, ...next }
  }
}

/** Starts it. A question that waits to be chosen is being explored from now on. `zone` says which day it is. */
export const start = (house: House, scope: MemberScope, id: ChallengeId, tryout: number, zone: string, once?: string) =>
  withTryout(house, scope, id, tryout, once, async (tx, found) => {
    if (!mayCarry(scope, found)) return refuse('tryout.carry')
    const today = dayIn(tx.now, zone)
    if (found.ends_on < today) return refuse('tryout.start.over')
    const next = await moved(tx, scope, found, 'start', { startsOn: today })
    if (isRefusal(next)) return next
    const asked = await tx.one(challengeById(scope, id))
    if (asked) await carryOn(tx, scope, asked)
    return done(null)
  })

/** Notes that things changed: what happened, what we do now. */
export const change = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  tryout: number,
  input: { happened: string; nowDo: string; language: Language },
  once?: string,
) =>
  orWait(
    house,
    scope,
    {
      kind: 'tryout.change',
      given: [id, tryout, input, once],
      words: [input.happened, input.nowDo],
      language: input.language,
      on: { kind: tryoutKind, id: tryout },
    },
    () =>
      withTryout(house, scope, id, tryout, once, async (tx, found) => {
        const asked = await tx.one(challengeById(scope, id))
        if (!asked) return refuse('gone')
        if (['kept', 'adapted', 'stopped'].includes(found.state)) return refuse('tryout.over')
        const noted = await tx.one(store.insertChange(scope, asked, { ...input, tryout, at: tx.now }))
        if (!noted) throw new Error('What changed could not be kept')
        await note(tx, scope, found, 'tryout.changed')
        return done({ id: noted.id })
      }),
  )

/** Tells what one saw; on the last day or after it, that is where looking back begins. */
export const tell = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  tryout: number,
  input: { words: string; language: Language; names?: NameAnswer | undefined },
  zone: string,
  once?: string,
) =>
  orWait(
    house,
    scope,
    {
      kind: 'tryout.sighting',
      given: [id, tryout, input, zone, once],
      words: [input.words],
      language: input.language,
      on: { kind: tryoutKind, id: tryout },
    },
    () =>
      withTryout(house, scope, id, tryout, once, async (tx, found) => {
        const asked = await tx.one(challengeById(scope, id))
        if (!asked) return refuse('gone')
        if (found.state === 'proposed' || found.state === 'safe') return refuse('tryout.notBegun')
        const heard = await mayTakePart(tx, scope.personId, asked.community_id)
        if (!heard.ok) return heard
        const seen = await tx.one(store.insertSighting(scope, asked, { ...input, tryout, at: tx.now }))
        if (!seen) throw new Error('What was seen could not be kept')
        await note(tx, scope, found, 'tryout.seen')
        const subject = { kind: tryoutKind, id: tryout }
        await noteNames(tx, { actor: scope.personId, subject, community: asked.community_id }, input.names)
        if (!isDue(found, dayIn(tx.now, zone))) return done({ id: seen.id })
        const next = await moved(tx, scope, found, 'review')
        return isRefusal(next) ? next : done({ id: seen.id })
      }),
  )

/** Looks back before the last day. */
export const lookBack = (house: House, scope: MemberScope, id: ChallengeId, tryout: number, once?: string) =>
  withTryout(house, scope, id, tryout, once, async (tx, found) => {
    if (!mayCarry(scope, found)) return refuse('tryout.carry')
    const next = await moved(tx, scope, found, 'review')
    return isRefusal(next) ? next : done(null)
  })

/**
 * Keeps, adapts or stops it, with the reason. Stopping is open to a running one: its limit was reached. From now on
 * those whose words began it wait for a word; answers whether there are any.
 */
export const conclude = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  tryout: number,
  input: { ending: Ending; reason: string },
  once?: string,
) =>
  orWait(
    house,
    scope,
    {
      kind: 'tryout.end',
      given: [id, tryout, input, once],
      words: [input.reason],
      on: { kind: tryoutKind, id: tryout },
    },
    () =>
      withTryout(house, scope, id, tryout, once, async (tx, found) => {
        if (!mayCarry(scope, found)) return refuse('tryout.carry')
        const path = movesToEnd(found.state, input.ending)
        if (!path) return refuse('moved')
        let now: store.Tryout | Refusal = found
        for (const move of path) {
          now = await moved(tx, scope, now, move, move === 'review' ? {} : { reason: input.reason })
          if (isRefusal(now)) return now
        }
        const asked = await tx.one(challengeById(scope, id))
        const over = { tryout, owner: found.owner_id, began: found.starts_on }
        return done({ waited: asked !== undefined && (await beginWaiting(tx, scope, asked, over)) })
      }),
  )

/** Takes a try-out back that has not begun. */
export const takeBackTryout = (house: House, scope: MemberScope, id: ChallengeId, tryout: number, once?: string) =>
  withTryout(house, scope, id, tryout, once, async (tx, found) => {
    if (!mayTakeBack(scope, found)) return refuse('takeBack.notYours')
    if (!(await tx.one(store.deleteTryout(scope, id, tryout)))) return refuse('moved')
    await note(tx, scope, found, 'tryout.taken-back')
    return done(null)
  })
