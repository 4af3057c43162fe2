/** The rule, asked inside a transaction or a page: who may be heard here today, by the settings of the site. */
import type { Tx } from '../../../platform/db/database.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { PersonId } from '../../people/contract.ts'
import { countryOfZone } from '../numbers.ts'
import { type AgesHere, agesIn } from './ages.ts'
import { type Heard, mayBeHeard, needsGuardian, ownAnswer, type Use } from './heard.ts'
import { allAnswers, answersAbout, type Judged } from './store.ts'

/** To take part: to be heard in the community. */
export const takingPart: Use = { what: 'words', circle: 'community' }

/** The ages that hold for a community. */
export const agesFor = ({ answers, ages, zone }: Judged): AgesHere =>
  agesIn(ages)[answers?.country ?? countryOfZone(zone ?? '')]

/** The verdict on one use; whoever is no student is heard. */
export const verdictOn = (use: Use, judged: Judged, today: string): Heard =>
  judged.answers ? mayBeHeard(use, judged.answers, agesFor(judged), today) : { may: true }

/** The day of a moment, as consents are dated. */
export const dayOfMoment = (at: Date): string => at.toISOString().slice(0, 10)

/** To be published, as in a story. */
const published: Use = { what: 'words', circle: 'public' }

/** How a student and their guardians stand to being published. As the owner only. */
export interface Agreement {
  readonly may: boolean
  readonly no: boolean
  /** Whether the student is too young to answer alone. */
  readonly young: boolean
  readonly own: boolean
}
export const agreementOf = async (tx: Tx, person: PersonId, community: number): Promise<Agreement> => {
  const judged = await tx.one(allAnswers(person, community))
  if (!judged?.answers) return { may: false, no: false, young: true, own: false }
  const verdict = verdictOn(published, judged, dayOfMoment(tx.now))
  return {
    may: verdict.may,
    no: !verdict.may && (verdict.why === 'own-no' || verdict.why === 'guardian-no'),
    young: needsGuardian(published, judged.answers, agesFor(judged)),
    own: ownAnswer(published, judged.answers) === true,
  }
}

/** Whether somebody may be heard by others of a community, by what `answersAbout` told. Refuses with `say.notHeard`. */
export const mayBeHeardBy = (judged: Judged | undefined, now: Date): Outcome<null> =>
  !judged || verdictOn(takingPart, judged, dayOfMoment(now)).may ? done(null) : refuse('say.notHeard')

/** The same, asked by itself. */
export const mayTakePart = async (tx: Tx, person: PersonId | null, community: number): Promise<Outcome<null>> =>
  mayBeHeardBy(await tx.one(answersAbout(person, community)), tx.now)

/** The same, whoever asks. As the owner only. */
export const takesPartStill = async (tx: Tx, person: PersonId, community: number): Promise<boolean> =>
  mayBeHeardBy(await tx.one(allAnswers(person, community)), tx.now).ok
