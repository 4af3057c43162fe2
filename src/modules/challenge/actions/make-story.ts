/** Making a practice story of a question that was looked back on: a draft in the library, begun with what stands here. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { isLanguage } from '../../../platform/words/words.ts'
import { circleOf } from '../../community/public.ts'
import { participantsOf } from '../../dialogue/public.ts'
import { beginStory } from '../../library/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayAdd } from '../access.ts'
import { type ChallengeId, challengeKind } from '../contract.ts'
import { stepOf } from '../state.ts'
import { challengeById } from '../store/challenge.ts'
import { involvedIn } from '../store/involved.ts'
import { differencesOf, outcomesOf, unknownsOf } from '../store/unknown.ts'
import { tell } from '../telling.ts'
import { changesOf, sightingsOf, tryoutsOf } from '../tryout/store.ts'
import { words } from '../words.ts'

/** Begins the draft; answers its number. The draft is the community's, so its question must be heard by all of it. */
export const makeStory = (
  house: House,
  scope: MemberScope,
  id: ChallengeId,
  once?: string,
): Promise<Outcome<{ story: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const challenge = await tx.one(challengeById(scope, id))
      if (!challenge || !mayAdd(scope, challenge)) return refuse('gone')
      if (stepOf(challenge) !== 'look-back') return refuse('story.notYet')
      if (circleOf(challenge.audience) !== 'community') return refuse('story.narrow')
      const language = isLanguage(challenge.language) ? challenge.language : 'en'
      const t = words(language)
      const subject = { kind: challengeKind, id }
      const told = {
        challenge,
        outcomes: await tx.rows(outcomesOf(scope, id)),
        unknowns: await tx.rows(unknownsOf(scope, id)),
        differences: await tx.rows(differencesOf(scope, id)),
        tryouts: await tx.rows(tryoutsOf(scope, id)),
        changes: await tx.rows(changesOf(scope, id)),
        sightings: await tx.rows(sightingsOf(scope, id)),
      }
      const involved = await tx.rows(involvedIn(scope, challenge.community_id))
      const spoke = await tx.rows(participantsOf(scope, subject))
      const took = [...involved.filter((one) => one.challenge_id === id), ...spoke].map((one) => one.person_id)
      const story = await beginStory(tx, scope, {
        community: challenge.community_id,
        source: subject,
        title: challenge.question,
        language,
        ...tell(told, {
          stop: (said) => t('story.stop', { words: said }),
          change: (happened, now) => t('story.change', { happened, now }),
          seen: t('seen.title'),
          open: t('unknown.title'),
          differently: t('difference.title'),
        }),
        participants: [...(challenge.author_id === null ? [] : [challenge.author_id]), ...took],
      })
      await record(tx, { kind: 'challenge.told', actor: scope.personId, subject, community: challenge.community_id })
      return done({ story })
    },
    { once },
  )
