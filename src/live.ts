/** Pages that live: every module's places, in one list, and the one door through which they are heard. */
import { liveAround, liveRounds, liveThreads } from './modules/dialogue/public.ts'
import type { MemberScope, Visit } from './modules/people/contract.ts'
import { anyone, listeningCaller, listeningPeople } from './modules/people/public.ts'
import type { House } from './platform/house.ts'
import { RouteTable } from './platform/http/routes.ts'
import { answerLive } from './platform/live/door.ts'
import { type Live, openLive } from './platform/live/hub.ts'
import type { Limits } from './platform/live/limits.ts'
import type { LiveSource } from './platform/live/source.ts'
import { liveUrls } from './platform/live/urls.ts'

const sources = (house: House): readonly LiveSource<MemberScope>[] => [
  liveThreads(house),
  liveAround(house),
  liveRounds(house),
]

/** Live pages of a house that is open; nothing happens until somebody listens. */
export const livePages = (house: House, limits?: Limits): Live<MemberScope> =>
  openLive(house, listeningPeople(house), sources(house), limits)

/** The door. Who may hear what is asked by each place's own module, when one begins to listen and whenever something is said. */
export const liveRoutes = (live: Live<MemberScope>): RouteTable<Visit> =>
  new RouteTable<Visit>().get(liveUrls.stream, anyone, (c) => answerLive(c, live, listeningCaller(c)))
