/** What a student does on a question and what then waits for an adult's look: by its kind, so that it can be done. */
import { type HeldAct, heldAct } from '../community/public.ts'
import { addDifference, addUnknown, answer, closeUnknown } from './actions/carry.ts'
import { raise, reword } from './actions/raise.ts'
import { share } from './reflection/actions.ts'
import { change, conclude, propose, tell as tellSeen } from './tryout/actions.ts'
import { tell } from './word-back/actions.ts'
import { words as wordBackWords } from './word-back/words.ts'
import { words } from './words.ts'

/** Them. */
export const waitingActs: readonly HeldAct[] = [
  heldAct('challenge.question', (lang) => words(lang)('raise.title'), raise),
  heldAct('challenge.wording', (lang) => words(lang)('wording.title'), reword),
  heldAct('challenge.unknown', (lang) => words(lang)('unknown.title'), addUnknown),
  heldAct('challenge.evidence', (lang) => words(lang)('evidence.title'), closeUnknown),
  heldAct('challenge.difference', (lang) => words(lang)('difference.title'), addDifference),
  heldAct('challenge.answer', (lang) => words(lang)('answer.title'), answer),
  heldAct('challenge.reflection', (lang) => words(lang)('reflection.title'), share),
  heldAct('challenge.word', (lang) => wordBackWords(lang)('title'), tell),
  heldAct('tryout.plan', (lang) => words(lang)('tryout.propose.title'), propose),
  heldAct('tryout.change', (lang) => words(lang)('changed.title'), change),
  heldAct('tryout.sighting', (lang) => words(lang)('seen.title'), tellSeen),
  heldAct('tryout.end', (lang) => words(lang)('conclude.title'), conclude),
]
