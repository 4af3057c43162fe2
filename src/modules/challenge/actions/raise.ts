/** Bringing a question in, wording it anew, taking it back: allowed, sound, save, record, return. */
import type { Tx } from '../../../platform/db/database.ts'
import { forgetFacts, record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { forgetText } from '../../../platform/search/store.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Circle } from '../../community/contract.ts'
import { audienceOf, orWait } from '../../community/public.ts'
import { anythingSaid, moveThread, openThread } from '../../dialogue/public.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import { mayTakePart, type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import { mayReach, mayWord } from '../access.ts'
import { type Challenge, type ChallengeId, type ChildAnswer, challengeKind, type Help } from '../contract.ts'
import { keepFindable } from '../findable.ts'
import * as store from '../store/challenge.ts'
import { isQuestion } from '../wording.ts'

/** What the page of a question asks. `changed` says in a line why the words are others now. */
export interface Wording {
  readonly aboutChild: ChildAnswer
  readonly question: string
  readonly language: Language
  readonly circle: Circle
  readonly help: readonly Help[]
  readonly changed?: string
  /** What was answered, where the words may hold a child’s name. */
  readonly names?: NameAnswer | undefined
}

// Until the family and the child know, a question about one child stays with its writer, whatever circle was chosen.
const circleFor = (input: Wording): Circle => (input.aboutChild === 'not-yet' ? 'me' : input.circle)

/** Raises a question. */
export const raise = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: Wording,
  once?: string,
): Promise<Outcome<{ id: ChallengeId }>> =>
  orWait(
    house,
    scope,
    { kind: 'challenge.question', given: [place, input, once], words: [input.question], language: input.language },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          if (!isQuestion(input.question)) return refuse('wording.ask', 'question')
          const heard = circleFor(input) === 'me' ? done(null) : await mayTakePart(tx, scope.personId, place.id)
          if (!heard.ok) return heard
          const audience = audienceOf(circleFor(input), scope, place.id)
          const row = { ...input, communityId: place.id, audience, at: tx.now }
          const made = await tx.one(store.insertChallenge(scope, row))
          if (!made) throw new Error('A question could not be raised')
          await tx.rows(store.insertWording(scope, { ...row, id: made.id, changed: null }))
          await keepFindable(tx, made.id)
          const subject = { kind: challengeKind, id: made.id }
          await openThread(tx, scope, { community: place.id, subject, audience, language: input.language })
          const fact = { actor: scope.personId, subject, community: place.id }
          await record(tx, { kind: 'challenge.raised', ...fact })
          await noteNames(tx, fact, input.names)
          return done({ id: made.id })
        },
        { once },
      ),
  )

const wrote = async (tx: Tx, scope: MemberScope, id: ChallengeId): Promise<boolean> =>
  (await tx.one(store.othersWrote(scope, id)))?.wrote === true

const follow = async (tx: Tx, scope: MemberScope, before: Challenge, audience: string): Promise<void> => {
  for (const query of store.followAudience(scope, before.id, audience)) await tx.rows(query)
  await moveThread(tx, { kind: challengeKind, id: before.id }, audience)
}

/** Words a question anew, answers again whether it is about one child, or gives it another circle. Only the asker. */
export const reword = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  input: Wording,
  once?: string,
): Promise<Outcome<{ id: ChallengeId }>> =>
  orWait(
    house,
    scope,
    {
      kind: 'challenge.wording',
      given: [id, input, once],
      words: [input.question, input.changed ?? ''],
      language: input.language,
      on: { kind: challengeKind, id },
    },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const before = await tx.one(store.challengeById(scope, id))
          if (!before) return refuse('gone')
          if (!mayWord(scope, before)) return refuse('wording.askerOnly')
          if (!isQuestion(input.question)) return refuse('wording.ask', 'question')
          const isOther = input.question !== before.question
          const isPrivate = before.audience.startsWith('me:')
          if (isOther && !isPrivate && !input.changed) return refuse('wording.why', 'changed')
          const audience = audienceOf(circleFor(input), scope, before.community_id)
          if (!mayReach(before, audience, await wrote(tx, scope, id))) return refuse('wording.othersWrote', 'circle')
          const row = {
            ...input,
            id,
            communityId: before.community_id,
            audience,
            at: tx.now,
            changed: input.changed || null,
          }
          if (!(await tx.one(store.updateChallenge(scope, row, before.question)))) return refuse('moved')
          if (isOther) await tx.rows(store.insertWording(scope, row))
          if (audience !== before.audience) await follow(tx, scope, before, audience)
          await keepFindable(tx, id)
          const subject = { kind: challengeKind, id }
          const fact = { actor: scope.personId, subject, community: before.community_id }
          if (isOther) await record(tx, { kind: 'challenge.reworded', ...fact })
          await noteNames(tx, fact, input.names)
          if (audience !== before.audience) await record(tx, { kind: 'challenge.heard-by-others', ...fact })
          return done({ id })
        },
        { once },
      ),
  )

/** Takes a question back while nobody has spoken on it and nobody else has written. Gone here at once, without a reason. */
export const takeBack = (house: House, scope: MemberScope, id: ChallengeId, once?: string): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const before = await tx.one(store.challengeById(scope, id))
      if (!before) return refuse('gone')
      if (!mayWord(scope, before)) return refuse('wording.askerOnly')
      const subject = { kind: challengeKind, id }
      const spoken = (await tx.rows(anythingSaid(scope, subject))).length > 0
      if (spoken || (await wrote(tx, scope, id))) return refuse('takeBack.othersWrote')
      await forgetText(tx, challengeKind, id)
      await tx.rows(store.deleteChallenge(scope, id))
      await forgetFacts(tx, subject)
      await record(tx, { kind: 'challenge.taken-back', actor: scope.personId, subject, community: before.community_id })
      return done(null)
    },
    { once },
  )
