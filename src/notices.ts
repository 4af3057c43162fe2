/** What facts tell people: every module's sources, in one list that the house reads. */
import { notices as questionNotices } from './modules/challenge/notices.ts'
import { notices as wordBackNotices } from './modules/challenge/word-back/notices.ts'
import { notices as communityNotices } from './modules/community/notices.ts'
import { quietAtRest } from './modules/community/public.ts'
import { notices as rhythmNotices } from './modules/community/rhythm/notices.ts'
import { notices as lookNotices } from './modules/dialogue/looking/notices.ts'
import { notices as answerNotices } from './modules/dialogue/notices.ts'
import {
  askNotices,
  carryNotices,
  mentionNotices,
  noteNotices,
  roundNotices,
  scribeNotices,
  summaryNotices,
  unsealingNotices,
  wideningNotices,
} from './modules/dialogue/public.ts'
import { notices as needNotices } from './modules/exchange/needs/notices.ts'
import { notices as thingNotices } from './modules/exchange/things/notices.ts'
import { notices as storyNotices } from './modules/library/story/notices.ts'
import { notices as meetingNotices } from './modules/meeting/notices.ts'
import { notices as runningNotices } from './modules/meeting/running/notices.ts'
import type { Sources } from './modules/notification/public.ts'
import { notices as careNotices } from './modules/safeguarding/notices.ts'
import { webhookNotices } from './modules/webhook/public.ts'
import type { House } from './platform/house.ts'

/** All sources; a kind of fact is told by the first that names it. A community that rests sends no letters of the week. */
export const noticeSources = (house: House): Sources =>
  [
    ...careNotices(house),
    ...askNotices(house),
    ...answerNotices(house),
    ...roundNotices(house),
    ...scribeNotices(house),
    ...wideningNotices(house),
    ...unsealingNotices(house),
    ...lookNotices(house),
    ...noteNotices(house),
    ...carryNotices(house),
    ...mentionNotices(house),
    ...summaryNotices(house),
    ...wordBackNotices(house),
    ...questionNotices(house),
    ...meetingNotices(house),
    ...runningNotices(house),
    ...rhythmNotices(house),
    ...communityNotices(house),
    ...storyNotices(house),
    ...needNotices(house),
    ...thingNotices(house),
    ...webhookNotices(house),
  ].map(quietAtRest(house))
