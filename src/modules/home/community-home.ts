/** What a community's home shows, read in one flight: more to a member than to a visitor, most to who tends it. */
import type { Context } from 'hono'
import { dayIn } from '../../platform/words/dates.ts'
import { cameOfIt, currentChallenge, runningTryouts, wordsAwaited } from '../challenge/public.ts'
import {
  belongsTo,
  communityById,
  facilitates,
  linesOf,
  rhythmAtHome,
  settledNow,
  someMembers,
  versionsOf,
} from '../community/public.ts'
import { asksForMe, firstWordsUnanswered, latestContributions, roundsForMe } from '../dialogue/public.ts'
import { newestNeeds, newestThings } from '../exchange/public.ts'
import { storiesAwaiting } from '../library/public.ts'
import { nextMeeting } from '../meeting/public.ts'
import type { Visit } from '../people/contract.ts'
import { type Step, stepsLeft } from './checklist.ts'
import { FIRST_DAYS } from './desk/desk.ts'

/** Enough to see who is here; the rest stand on the page of people. */
const FACES = 24
const LATEST = 5
const CAME = 3
const NEEDS = 3
const THINGS = 3
const DAY_MS = 24 * 3600 * 1000

const forVisitors = async ({ house, scope, place }: Context<Visit>['var']) => {
  const [[community], latest] = await house.db.read(
    scope,
    communityById(scope, place.id),
    latestContributions(scope, [place.id], LATEST),
  )
  const nothing = {
    people: [],
    current: undefined,
    stories: [],
    running: [],
    asks: [],
    rounds: [],
    awaited: [],
    came: [],
    first: [],
    meeting: undefined,
    rhythm: undefined,
    needs: [],
    things: [],
  } as const
  return { community, latest, ...nothing }
}

const forMembers = async ({ house, scope, place, reader }: Context<Visit>['var']) => {
  const { id } = place
  const now = house.clock.now()
  const since = new Date(now.getTime() - FIRST_DAYS * DAY_MS)
  const [
    [community],
    latest,
    people,
    [current],
    stories,
    running,
    asks,
    rounds,
    awaited,
    came,
    first,
    [meeting],
    [rhythm],
    needs,
    things,
  ] = await house.db.read(
    scope,
    communityById(scope, id),
    latestContributions(scope, [id], LATEST),
    someMembers(scope, id, FACES),
    currentChallenge(scope, id),
    storiesAwaiting(scope),
    runningTryouts(scope, [id]),
    asksForMe(scope, now, id),
    roundsForMe(scope, now, id),
    wordsAwaited(scope, [id]),
    cameOfIt(scope, [id], CAME),
    // Whoever guides the group reads of first words here; everything else is on the desk.
    firstWordsUnanswered(scope, id, since, facilitates(scope, id) ? 1 : 0),
    nextMeeting(scope, [id], dayIn(now, reader.zone)),
    rhythmAtHome(scope, id),
    newestNeeds(scope, [id], NEEDS),
    newestThings(scope, [id], THINGS),
  )
  return {
    community,
    latest,
    people,
    current,
    stories,
    running,
    asks,
    rounds,
    awaited,
    came,
    first,
    meeting,
    rhythm,
    needs,
    things,
  }
}

/** Everything on the home of the community of the visit; the checklist stands apart. */
export const communityHome = ({ var: visit }: Context<Visit>) =>
  belongsTo(visit.scope, visit.place.id) ? forMembers(visit) : forVisitors(visit)

/** The steps that remain for those who tend a community; none for others. */
export const stepsHere = async (
  { var: { house, scope, place } }: Context<Visit>,
  community: { members: number; facilitators: number; meets_on: string | null },
  planned: boolean,
): Promise<Step[]> => {
  if (!facilitates(scope, place.id)) return []
  const [lines, versions] = await house.db.read(scope, linesOf(scope, place.id), versionsOf(scope, place.id))
  return stepsLeft({
    people: community.members,
    facilitators: community.facilitators,
    meetingSettled: planned || community.meets_on !== null,
    charterLines: settledNow('charter', lines).length,
    agreementSettled: versions.some((version) => version.document === 'agreement'),
  })
}
