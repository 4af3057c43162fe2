/** What waits for an adult's look when a student does it: every module's acts, in one list. */
import { waitingActs as challengeActs } from './modules/challenge/waiting-acts.ts'
import type { HeldAct } from './modules/community/public.ts'
import { waitingActs as charterActs } from './modules/community/waiting-acts.ts'
import { dialogueActs } from './modules/dialogue/public.ts'
import { waitingActs as meetingActs } from './modules/meeting/waiting-acts.ts'

export const waitingActs: readonly HeldAct[] = [...charterActs, ...dialogueActs, ...challengeActs, ...meetingActs]
