/** Everything that the page of a question shows, read in one flight. */
import type { Context } from 'hono'
import { dayIn } from '../../platform/words/dates.ts'
import { membersOf } from '../community/public.ts'
import { contributionsOf, pageAsked, participantsOf, threadOf, VOICES_PAGE } from '../dialogue/public.ts'
import { entryUrl, storiesFrom, storyUrl } from '../library/public.ts'
import type { Visit } from '../people/contract.ts'
import { type Challenge, type ChallengeId, challengeKind } from './contract.ts'
import { challengeById, wordingsOf } from './store/challenge.ts'
import { involvedIn } from './store/involved.ts'
import { differencesOf, outcomesOf, unknownsOf } from './store/unknown.ts'
import { changesOf, sightingsOf, tryoutsOf } from './tryout/store.ts'
import { endingsOf } from './word-back/store/ending.ts'

/** The number in an address, or nothing when it is none. */
export const numberIn = (text: string | undefined): number | undefined =>
  text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined

/** A question with all that hangs on it, or nothing when it is not for the asking person or not in this place. */
export const wholeChallenge = async (c: Context<Visit>, id: ChallengeId | undefined) => {
  if (id === undefined) return undefined
  const { house, scope, place, reader } = c.var
  const subject = { kind: challengeKind, id }
  const page = pageAsked(c.req.query(VOICES_PAGE))
  const [
    found,
    unknowns,
    differences,
    outcomes,
    tryouts,
    changes,
    sightings,
    wordings,
    members,
    involved,
    threads,
    voices,
    speakers,
    stories,
    endings,
  ] = await house.db.read(
    scope,
    challengeById(scope, id),
    unknownsOf(scope, id),
    differencesOf(scope, id),
    outcomesOf(scope, id),
    tryoutsOf(scope, id),
    changesOf(scope, id),
    sightingsOf(scope, id),
    wordingsOf(scope, id),
    membersOf(scope, place.id),
    involvedIn(scope, place.id),
    threadOf(scope, subject),
    contributionsOf(scope, subject, page),
    participantsOf(scope, subject),
    storiesFrom(scope, subject),
    endingsOf(scope, id),
  )
  const challenge: Challenge | undefined = found[0]
  if (!challenge || challenge.community_id !== place.id) return undefined
  const now = house.clock.now()
  const mine = involved.filter((one) => one.challenge_id === id)
  const people = new Map<number, string | null>()
  if (challenge.author_id !== null) people.set(challenge.author_id, challenge.asker)
  for (const one of [...mine, ...speakers]) if (!people.has(one.person_id)) people.set(one.person_id, one.name)
  return {
    challenge,
    unknowns,
    differences,
    outcomes,
    tryouts,
    changes,
    sightings,
    wordings,
    members,
    /** What ended, and what came of it. */
    endings,
    /** Who is in it, in the order they came. */
    people: [...people].map(([person_id, name]) => ({ person_id, name })),
    thread: threads[0],
    voices,
    stories: stories.map((story) => ({
      title: story.title,
      language: story.language,
      href: story.entry_slug ? entryUrl(story.entry_slug) : storyUrl(story.place, story.id),
    })),
    page,
    now,
    today: dayIn(now, reader.zone),
  }
}

/** The whole of a question, as its pages show it. */
export type Whole = NonNullable<Awaited<ReturnType<typeof wholeChallenge>>>
