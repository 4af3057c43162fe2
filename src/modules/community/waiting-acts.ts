/** What a student writes into a charter and what then waits for an adult's look: by its kind, so that it can be done. */
import { addLine, changeLine, settleVersion } from './actions/charter.ts'
import { type HeldAct, heldAct } from './held/act.ts'
import { words } from './words.ts'

/** Them. */
export const waitingActs: readonly HeldAct[] = [
  heldAct('charter.line', (lang) => words(lang)('nav.charter'), addLine),
  heldAct('charter.changed', (lang) => words(lang)('nav.charter'), changeLine),
  heldAct('charter.version', (lang) => words(lang)('nav.charter'), settleVersion),
]
