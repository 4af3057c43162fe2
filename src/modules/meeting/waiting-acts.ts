/** What a student does for a meeting and what then waits for an adult's look: by its kind, so that it can be done. */
import { type HeldAct, heldAct } from '../community/public.ts'
import { cancel, changePlan, plan } from './actions.ts'
import { noteMoved, noteNothingMoved, takeOn, tellOfStep } from './running/actions/deciding.ts'
import { beginTogether } from './running/actions/going.ts'
import { mendTurn, takeTurn } from './running/actions/speaking.ts'
import { words as runningWords } from './running/words.ts'
import { words } from './words.ts'

/** Them. */
export const waitingActs: readonly HeldAct[] = [
  heldAct('meeting.plan', (lang) => words(lang)('plan.title'), plan),
  heldAct('meeting.changed', (lang) => words(lang)('change.title'), changePlan),
  heldAct('meeting.cancelled', (lang) => words(lang)('cancel.title'), cancel),
  heldAct('meeting.here', (lang) => runningWords(lang)('here.title'), beginTogether),
  heldAct('meeting.turn', (lang) => runningWords(lang)('turn.said'), takeTurn),
  heldAct('meeting.mended', (lang) => runningWords(lang)('turn.said'), mendTurn),
  heldAct('meeting.step', (lang) => runningWords(lang)('step.words'), takeOn),
  heldAct('meeting.step-told', (lang) => runningWords(lang)('step.words'), tellOfStep),
  heldAct('meeting.moved', (lang) => runningWords(lang)('moved.title'), noteMoved),
  heldAct('meeting.nothing-moved', (lang) => runningWords(lang)('moved.title'), noteNothingMoved),
]
