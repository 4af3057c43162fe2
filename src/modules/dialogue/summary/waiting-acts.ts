/** What waits for an adult's look when a student writes the summary of a conversation. */
import { type HeldAct, heldAct } from '../../community/public.ts'
import { summarise, summaryAct } from './actions.ts'
import { words } from './words.ts'

export const waitingActs: readonly HeldAct[] = [heldAct(summaryAct, (lang) => words(lang)('summary.title'), summarise)]
