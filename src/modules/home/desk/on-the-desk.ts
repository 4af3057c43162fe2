/** Everything that may lie on the desk of a community, asked of the modules below. */
import type { Context } from 'hono'
import { wordsIn } from '../../../platform/text/markdown.ts'
import { dayIn } from '../../../platform/words/dates.ts'
import { challengeKind } from '../../challenge/contract.ts'
import {
  challengeUrls,
  challengeWords,
  currentChallenge,
  involvedIn,
  notHeardYet,
  runningTryouts,
  together,
  wordsAwaited,
} from '../../challenge/public.ts'
import {
  communityUrls,
  communityWords,
  heldStore,
  membersOf,
  waitingIn as waitingAtTheDoor,
} from '../../community/public.ts'
import {
  asksOpenSince,
  askUrl,
  firstWordsUnanswered,
  participantsOf,
  voiceUrl,
  waitingIn,
  waitingUrl,
} from '../../dialogue/public.ts'
import { meetingUrls, nextMeeting } from '../../meeting/public.ts'
import type { Visit } from '../../people/contract.ts'
import { FIRST_DAYS, type Missing, MOST, type Thing } from './desk.ts'

const DAY_MS = 24 * 3600 * 1000
/** Questions are left in peace for a week; a meeting is prepared in the week before it. */
const ASK_DAYS = 7
const MEETING_DAYS = 10
/** Whoever else is missing, these three belong to every question of a school. */
const hoped = ['teacher', 'family', 'student'] as const

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)

/** Who is missing: first on the question that is worked on, then here at all. Said in a sentence, never counted. */
const missingHere = async ({ var: { house, scope, place, reader } }: Context<Visit>): Promise<Missing[]> => {
  const { lang } = reader
  const [[current], members, involved] = await house.db.read(
    scope,
    currentChallenge(scope, place.id),
    membersOf(scope, place.id),
    involvedIn(scope, place.id),
  )
  const here = new Set(members.flatMap((one) => one.perspectives))
  const nobody = hoped.filter((one) => !here.has(one))
  const absent: Missing[] =
    nobody.length > 0
      ? [
          {
            kind: 'absent',
            perspectives: together(
              nobody.map((one) => communityWords(lang)(`perspective.${one}`)),
              lang,
            ),
            href: communityUrls.invite(place.slug),
          },
        ]
      : []
  if (!current) return absent
  const [speakers] = await house.db.read(scope, participantsOf(scope, { kind: challengeKind, id: current.id }))
  const heard = [
    current.author_id,
    ...involved.filter((one) => one.challenge_id === current.id).map((one) => one.person_id),
    ...speakers.map((one) => one.person_id),
  ]
  const unheard = notHeardYet(members, heard)
  if (unheard.length === 0) return absent
  const names = unheard.map((one) => challengeWords(lang)(`perspective.${one}`))
  return [
    {
      kind: 'unheard',
      perspectives: together(names, lang),
      words: { text: current.question, language: current.language },
      href: challengeUrls.challenge({ slug: place.slug, id: current.id }),
    },
    ...absent,
  ]
}

/** All of it, in no order; only as much of each as could fit, and one more. */
export const onTheDesk = async (c: Context<Visit>): Promise<Thing[]> => {
  const { house, scope, place, reader } = c.var
  const now = house.clock.now()
  const most = MOST + 1
  const [[waiting], [held], atTheDoor, first, awaited, asks, running, [meeting]] = await house.db.read(
    scope,
    waitingIn(scope, place.id, 1),
    heldStore.heldIn(scope, place.id, 1),
    waitingAtTheDoor(scope, place.id),
    firstWordsUnanswered(scope, place.id, before(now, FIRST_DAYS), most),
    wordsAwaited(scope, [place.id]),
    asksOpenSince(scope, place.id, before(now, ASK_DAYS), now, most),
    runningTryouts(scope, [place.id]),
    nextMeeting(scope, [place.id], dayIn(now, reader.zone)),
  )
  const { slug } = place
  const today = dayIn(now, reader.zone)
  const soon = dayIn(new Date(now.getTime() + MEETING_DAYS * DAY_MS), reader.zone)
  return [
    ...(waiting || held
      ? [
          {
            kind: 'look' as const,
            words: waiting
              ? { text: wordsIn(waiting.html), language: waiting.language }
              : { text: held?.words.join(' ') ?? '', language: held?.language ?? '' },
            href: waitingUrl({ slug }),
          },
        ]
      : []),
    ...atTheDoor.slice(0, most).map(({ name }) => ({
      kind: 'door' as const,
      name,
      href: `${communityUrls.people(slug)}#waiting`,
    })),
    ...first.map((one) => ({
      kind: 'first' as const,
      id: one.id,
      name: one.author_name,
      words: { text: one.text, language: one.language },
      href: voiceUrl({ slug, id: one.id }),
    })),
    ...awaited.map((one) => ({
      kind: 'word' as const,
      people: one.waiting,
      words: { text: one.title, language: one.title_language },
      href: challengeUrls.word({ slug, id: one.challenge_id, ending: one.id }),
    })),
    ...asks.map((one) => ({
      kind: 'ask' as const,
      asker: one.asker,
      asked: one.asked,
      day: one.asked_at,
      words: { text: one.question, language: one.language },
      href: askUrl({ slug, id: one.id }),
    })),
    ...running
      .filter((one) => one.ends_on < today)
      .map((one) => ({
        kind: 'over' as const,
        day: one.ends_on,
        words: { text: one.title, language: one.language },
        href: challengeUrls.tryout({ slug, id: one.challenge_id, tryout: one.id }),
      })),
    ...(meeting?.state === 'planned' && meeting.day <= soon
      ? [
          {
            kind: 'meeting' as const,
            day: meeting.day,
            ...(meeting.question ? { words: { text: meeting.question, language: meeting.language } } : {}),
            href: meetingUrls.meeting({ slug, id: meeting.id }),
          },
        ]
      : []),
    ...(await missingHere(c)),
  ]
}
