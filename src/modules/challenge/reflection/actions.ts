/** Reflecting: write for oneself, share, take back, take away. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Circle } from '../../community/contract.ts'
import { audienceOf, narrows, orWait } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayAdd } from '../access.ts'
import { type ChallengeId, challengeKind } from '../contract.ts'
import { challengeById } from '../store/challenge.ts'
import { type Answers, saysSomething } from './prompt.ts'
import * as store from './store.ts'

/** Writes a reflection, heard by nobody else. Facts tell nothing of it before it is shared. */
export const reflect = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  input: { answers: Answers; language: Language },
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const asked = await tx.one(challengeById(scope, id))
      if (!asked || !mayAdd(scope, asked)) return refuse('gone')
      if (!saysSomething(input.answers)) return refuse('reflection.empty', 'provisional')
      const made = await tx.one(store.insertReflection(scope, asked, input.answers, input.language, tx.now))
      if (!made) throw new Error('A reflection could not be kept')
      return done({ id: made.id })
    },
    { once },
  )

/** Shares one's own reflection, never wider than its question is heard, or takes it back to oneself. */
export const share = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  reflection: number,
  circle: Circle,
  once?: string,
): Promise<Outcome<null>> =>
  orWait(
    house,
    scope,
    {
      kind: 'challenge.reflection',
      given: [id, reflection, circle, once],
      words: async () => {
        const [mine] = await house.db.read(scope, store.ownAnswers(scope, reflection))
        return mine[0] ? Object.values(mine[0]) : []
      },
      on: { kind: challengeKind, id },
    },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const asked = await tx.one(challengeById(scope, id))
          if (!asked) return refuse('gone')
          const audience = audienceOf(circle, scope, asked.community_id)
          if (!narrows(asked.audience, audience)) return refuse('reflection.wider')
          if (!(await tx.one(store.shareReflection(scope, id, reflection, audience, tx.now))))
            return refuse('takeBack.notYours')
          const kind = circle === 'me' ? ('reflection.taken-back' as const) : ('reflection.shared' as const)
          await record(tx, {
            kind,
            actor: scope.personId,
            subject: { kind: challengeKind, id },
            community: asked.community_id,
          })
          return done(null)
        },
        { once },
      ),
  )

/** Takes one's own reflection away. */
export const removeReflection = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  reflection: number,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) =>
      (await tx.one(store.deleteReflection(scope, id, reflection))) ? done(null) : refuse('takeBack.notYours'),
    { once },
  )
