/** The release gate: what still has to happen before a practice story may go out. Pure; time is passed in. */
import type { PersonId } from '../../people/contract.ts'
import type { Licence } from '../contract.ts'

/** How somebody a story shows agreed. */
export const consents = ['not-asked', 'self', 'guardian', 'both', 'no'] as const
/** A consent of somebody depicted. */
export type Consent = (typeof consents)[number]

/** Somebody the story shows, called as the story calls them. */
export interface Depicted {
  readonly label: string
  readonly child: boolean
  readonly consent: Consent
}

/** Somebody whose yes the story needs. */
export interface CoreMember {
  readonly id: PersonId
  readonly name: string
}

/** What one of the circle said to the words as they stand now. */
export interface CircleAnswer {
  readonly person: PersonId
  readonly answer: 'yes' | 'no'
}

/** Everything the gate looks at. */
export interface GateView {
  readonly ready: boolean
  readonly depicted: readonly Depicted[]
  /** Somebody said, of the words as they stand now, that no child can be recognised. */
  readonly checked: boolean
  /** Words of members' names in the text that nobody has yet said to keep. */
  readonly openNames: readonly string[]
  /** When the circle was asked about the words as they stand now. */
  readonly circleSince: Date | null
  readonly core: readonly CoreMember[]
  readonly answers: readonly CircleAnswer[]
  readonly licence: Licence
  /** An earlier version went out under CC BY. */
  readonly alreadyFree: boolean
}

/** One condition. `why` is a key of the words, `values` what they hold. */
export interface Condition {
  readonly name: 'ready' | 'depicted' | 'child' | 'circle' | 'licence'
  readonly met: boolean
  readonly why: string
  readonly values: Readonly<Record<string, string | number | Date>>
}

/** The circle has this many days to say no. */
const circleDays = 7
const dayMs = 24 * 3600 * 1000

/** When silence counts as consent. */
export const circleEnds = (since: Date): Date => new Date(since.getTime() + circleDays * dayMs)

/** Whether somebody's consent lets the story pass: nobody unasked, no no, and a child never without a guardian. */
const agrees = ({ child, consent }: Depicted): boolean =>
  child
    ? consent === 'guardian' || consent === 'both'
    : consent === 'self' || consent === 'guardian' || consent === 'both'

/** CC BY cannot be taken back, so a child and the guardian must both have said yes. */
export const mayBeFree = (depicted: readonly Depicted[]): boolean =>
  depicted.every((one) => agrees(one) && (!one.child || one.consent === 'both'))

/** Those of the core who have not said yes to the words as they stand. */
const silent = (view: Pick<GateView, 'core' | 'answers'>): CoreMember[] =>
  view.core.filter((member) => !view.answers.some((one) => one.person === member.id && one.answer === 'yes'))

const named = (names: readonly string[]): string => names.join(', ')

const depictedCondition = ({ depicted }: GateView): Condition => {
  const refused = depicted.filter((one) => one.consent === 'no')
  const unasked = depicted.filter((one) => one.consent === 'not-asked')
  const alone = depicted.filter((one) => one.child && one.consent === 'self')
  const state = (met: boolean, why: string, held: readonly Depicted[]): Condition => ({
    name: 'depicted',
    met,
    why,
    values: { n: held.length, who: named(held.map((one) => one.label)) },
  })
  if (refused.length > 0) return state(false, 'gate.depicted.no', refused)
  if (unasked.length > 0) return state(false, 'gate.depicted.notAsked', unasked)
  if (alone.length > 0) return state(false, 'gate.depicted.childAlone', alone)
  return state(true, depicted.length > 0 ? 'gate.depicted.met' : 'gate.depicted.nobody', depicted)
}

const childCondition = ({ checked, openNames }: GateView): Condition => {
  if (openNames.length > 0) {
    const values = { n: openNames.length, words: named(openNames) }
    return { name: 'child', met: false, why: 'gate.child.names', values }
  }
  return { name: 'child', met: checked, why: checked ? 'gate.child.met' : 'gate.child.unchecked', values: {} }
}

const circleCondition = (view: GateView, now: Date): Condition => {
  const core = new Set(view.core.map((member) => member.id))
  const said = view.answers.filter((one) => core.has(one.person))
  const waiting = silent(view)
  const values = {
    n: waiting.length,
    who: named(waiting.map((member) => member.name)),
    until: view.circleSince ? circleEnds(view.circleSince) : now,
  }
  const state = (met: boolean, why: string): Condition => ({ name: 'circle', met, why, values })
  if (!view.circleSince) return state(false, 'gate.circle.notAsked')
  if (said.some((one) => one.answer === 'no')) return state(false, 'gate.circle.no')
  if (waiting.length === 0 && view.core.length > 0) return state(true, 'gate.circle.all')
  return now >= circleEnds(view.circleSince) ? state(true, 'gate.circle.time') : state(false, 'gate.circle.waiting')
}

const licenceCondition = (view: GateView): Condition => {
  const state = (met: boolean, why: string): Condition => ({ name: 'licence', met, why, values: {} })
  if (view.alreadyFree && view.licence !== 'cc-by-4.0') return state(false, 'gate.licence.kept')
  if (view.licence === 'cc-by-4.0' && !mayBeFree(view.depicted)) return state(false, 'gate.licence.child')
  return state(true, view.licence === 'cc-by-4.0' ? 'gate.licence.free' : 'gate.licence.print')
}

/** Every condition in its order, met or not; all met ones stay visible. */
export const gateOf = (view: GateView, now: Date): Condition[] => [
  {
    name: 'ready',
    met: view.ready,
    why: view.ready ? 'gate.ready.met' : 'gate.ready.not',
    values: {},
  },
  depictedCondition(view),
  childCondition(view),
  circleCondition(view, now),
  licenceCondition(view),
]

/** Whether the story may go out. */
export const gateOpen = (conditions: readonly Condition[]): boolean => conditions.every((condition) => condition.met)

/** Whether the circle may be asked: the author, those depicted and the check come first. */
export const mayAskCircle = (view: GateView): boolean =>
  gateOf(view, new Date(0)).every(({ name, met }) => met || name === 'circle' || name === 'licence')
