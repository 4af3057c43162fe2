/** What people own: every module's part, from the top floor down, in one list that the copy and the farewell go through. */
import { challengeOwnData } from './modules/challenge/own-data/part.ts'
import { communityOwnData } from './modules/community/own-data/part.ts'
import { dialogueOwnData } from './modules/dialogue/own-data/part.ts'
import { exchangeOwnData } from './modules/exchange/own-data/part.ts'
import { libraryOwnData } from './modules/library/own-data/part.ts'
import { meetingOwnData } from './modules/meeting/own-data/part.ts'
import { notificationOwnData } from './modules/notification/own-data/part.ts'
import { peopleOwnData } from './modules/people/own-data/part.ts'
import { rightsOwnData } from './modules/rights/public.ts'
import { safeguardingOwnData } from './modules/safeguarding/own-data/part.ts'
import type { OwnDataPart } from './platform/own-data/part.ts'

/** All parts; people stands last, since everything hangs on the person's row. */
export const ownDataParts: readonly OwnDataPart[] = [
  rightsOwnData,
  meetingOwnData,
  challengeOwnData,
  libraryOwnData,
  exchangeOwnData,
  dialogueOwnData,
  safeguardingOwnData,
  notificationOwnData,
  communityOwnData,
  peopleOwnData,
]
