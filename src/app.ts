/** The only file that knows every module's doors: wires, mounts, registers. */
import type { Hono } from 'hono'
import { assemble } from './assemble.ts'
import { livePages, liveRoutes } from './live.ts'
import { api as challengeApi } from './modules/challenge/api.ts'
import {
  navigation as challengeNavigation,
  describeChallenges,
  describeParts,
  describeTryouts,
  reportedChallenge,
  reportedPart,
  reportedParts,
} from './modules/challenge/public.ts'
import { routes as challengeRoutes } from './modules/challenge/routes.ts'
import { seating } from './modules/community/actions/seating.ts'
import { api as communityApi } from './modules/community/api.ts'
import { navigation as communityNavigation, communityUrls } from './modules/community/public.ts'
import { routesWith as communityRoutes } from './modules/community/routes.ts'
import { api as dialogueApi } from './modules/dialogue/api.ts'
import { lookingRoutes } from './modules/dialogue/looking/routes.ts'
import {
  describeContributions,
  describeThreads,
  navigation as dialogueNavigation,
  isAnswerLink,
  isRoundLink,
  passInRounds,
  reportedVoice,
  wordsOfChild,
} from './modules/dialogue/public.ts'
import { routes as dialogueRoutes } from './modules/dialogue/routes.ts'
import { needsRoutes } from './modules/exchange/needs/routes.ts'
import {
  bringsFile,
  describeNeeds,
  describeThings,
  navigation as exchangeNavigation,
  needsApi,
  reportedNeed,
  reportedThing,
  thingsApi,
} from './modules/exchange/public.ts'
import { thingsRoutes } from './modules/exchange/things/routes.ts'
import { api as homeApi } from './modules/home/api.ts'
import { programsRoutes } from './modules/home/programs/routes.ts'
import { homeNavigation } from './modules/home/public.ts'
import { routes as homeRoutes } from './modules/home/routes.ts'
import { api as libraryApi } from './modules/library/api.ts'
import {
  describeEntries,
  describeStories,
  followAnswers,
  navigation as libraryNavigation,
} from './modules/library/public.ts'
import { routes as libraryRoutes } from './modules/library/routes.ts'
import { api as meetingApi } from './modules/meeting/api.ts'
import { calendarRoutes } from './modules/meeting/calendar/routes.ts'
import { paperRoutes } from './modules/meeting/paper/routes.ts'
import {
  describeMeetings,
  beat as meetingBeat,
  navigation as meetingNavigation,
  ownRooms as meetingRooms,
} from './modules/meeting/public.ts'
import { routes as meetingRoutes } from './modules/meeting/routes.ts'
import { runningRoutes } from './modules/meeting/running/routes.ts'
import {
  daysOff,
  administrationRooms as mailRooms,
  navigation as noticeNavigation,
  ownRooms,
} from './modules/notification/public.ts'
import { routes as notificationRoutes } from './modules/notification/routes.ts'
import { api as peopleApi } from './modules/people/api.ts'
import { begunRoutes } from './modules/people/begun/routes.ts'
import { cardRoutes } from './modules/people/card/routes.ts'
import type { Visit } from './modules/people/contract.ts'
import { passkeyRoutes } from './modules/people/passkey/routes.ts'
import { routes as peopleRoutes } from './modules/people/routes.ts'
import { schoolRooms, schoolRoutes } from './modules/people/school-sign-in/routes.ts'
import { privacyHref, administrationRooms as recordRooms, ownRooms as rightsRooms } from './modules/rights/public.ts'
import { recordRoutes } from './modules/rights/record/routes.ts'
import { ownDataRoutes } from './modules/rights/routes.ts'
import type { Reportables } from './modules/safeguarding/contract.ts'
import {
  administrationRooms as ageRooms,
  askForHelp,
  ownRooms as careRooms,
  isGuardianLink,
  navigation as safeguardingNavigation,
  whoLooksAfter,
} from './modules/safeguarding/public.ts'
import { routes as safeguardingRoutes } from './modules/safeguarding/routes.ts'
import { hookHosts, administrationRooms as webhookRooms } from './modules/webhook/public.ts'
import { routes as webhookRoutes } from './modules/webhook/routes.ts'
import { noticeSources } from './notices.ts'
import { ownDataParts } from './own-data.ts'
import type { House } from './platform/house.ts'
import { AddressBook } from './platform/http/address-book.ts'
import type { Navigation } from './platform/http/navigation.ts'
import type { Vitals } from './platform/telemetry/vitals.ts'
import { waitingActs } from './waiting-acts.ts'

/** Every module's doors for programs, in the order of the description. */
export const apiTables = [
  ...peopleApi,
  ...communityApi,
  ...challengeApi,
  ...dialogueApi,
  ...libraryApi,
  ...meetingApi,
  needsApi,
  thingsApi,
  ...homeApi,
]

/** Every module's routes, in the order they are asked. */
/** What can be reported, by the kind under which the address book knows it. */
const reportables: Reportables = {
  contribution: reportedVoice,
  challenge: reportedChallenge,
  need: reportedNeed,
  thing: reportedThing,
  ...Object.fromEntries(reportedParts.map((part) => [part, reportedPart(part)])),
}

export const tables = [
  peopleRoutes,
  passkeyRoutes,
  schoolRoutes(seating),
  cardRoutes,
  begunRoutes,
  ...communityRoutes(meetingBeat),
  safeguardingRoutes(reportables, daysOff, {
    wordsOf: wordsOfChild,
    afterAnswer: async (tx, said) => {
      await followAnswers(tx, said)
      await passInRounds(tx, said)
    },
  }),
  dialogueRoutes,
  lookingRoutes(waitingActs),
  libraryRoutes,
  challengeRoutes,
  meetingRoutes,
  runningRoutes,
  calendarRoutes,
  paperRoutes,
  needsRoutes,
  thingsRoutes,
  webhookRoutes,
  notificationRoutes((c) => noticeSources(c.var.house)),
  ownDataRoutes(ownDataParts),
  recordRoutes({ parts: ownDataParts, hookHosts }),
  homeRoutes,
  programsRoutes(apiTables),
]

const navigation: Navigation = {
  ...homeNavigation,
  privacy: privacyHref,
  askForHelp,
  typeCode: communityUrls.typeCode,
  lookedAfter: whoLooksAfter,
  administration: [...schoolRooms, ...mailRooms, ...webhookRooms, ...ageRooms, ...recordRooms],
  own: [...ownRooms, ...careRooms, ...meetingRooms, ...(homeNavigation.own ?? []), ...rightsRooms],
  entries: [
    ...homeNavigation.entries,
    ...communityNavigation,
    ...safeguardingNavigation,
    ...challengeNavigation,
    ...meetingNavigation,
    ...exchangeNavigation,
    ...dialogueNavigation,
    ...libraryNavigation,
    ...noticeNavigation,
  ],
}

/** The address book of an open house: every kind of thing that others name. */
export const addressBookOf = (house: House): AddressBook => {
  const book = new AddressBook()
  book.register('challenge', describeChallenges(house))
  book.register('tryout', describeTryouts(house))
  for (const part of reportedParts) if (part !== 'tryout') book.register(part, describeParts(house, part))
  book.register('meeting', describeMeetings(house))
  book.register('thread', describeThreads(house))
  book.register('contribution', describeContributions(house, book))
  book.register('entry', describeEntries(house))
  book.register('story', describeStories(house))
  book.register('need', describeNeeds(house))
  book.register('thing', describeThings(house))
  return book
}

/** The whole application over an open house; `live` where the house has opened live pages already. */
export const createApp = (house: House, vitals?: Vitals, live = livePages(house)): Hono<Visit> =>
  assemble(
    house,
    {
      tables: [...tables, liveRoutes(live)],
      navigation,
      addressBook: addressBookOf(house),
      api: apiTables,
      keyed: (path) => isAnswerLink(path) || isGuardianLink(path) || isRoundLink(path),
      bringsFile,
    },
    vitals,
  )
