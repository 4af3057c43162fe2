/** Reporting a thing, and what leads do about a case. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import { caseSubject, type Reason, type Reportable } from '../contract.ts'
import * as store from '../store/cases.ts'

type At = Pick<Place, 'id'>

/** The thing reported: its kind and number, and its title as the asking person sees it. */
export interface Thing {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly tells: Reportable
}

/** Why, and what else there is to say. */
export interface Report {
  readonly reason: Reason
  readonly words: string
  readonly language: Language
}

/**
 * Reports a thing: hidden for whoever reports it at once, and for all students where somebody is in danger or recognised.
 * `kept` says whether anybody is left here who may look at it. The same thing reported twice is one report.
 */
export const reportThing = (
  house: House,
  scope: MemberScope,
  place: At,
  thing: Thing,
  report: Report,
): Promise<Outcome<{ kept: boolean }>> =>
  house.db.write(scope, async (tx) => {
    if (!belongsTo(scope, place.id)) return refuse('gone')
    const found = await tx.one(thing.tells(scope, thing.id))
    if (!found || found.community_id !== place.id) return refuse('gone')
    if (found.people.length > 0 && found.people.every((one) => one === scope.personId)) return refuse('report.own')
    const { kind, id, title } = thing
    const made = await tx.one(store.insertReport({ ...found, kind, id, title }, { ...report, at: tx.now }))
    if (!made) throw new Error('A report could not be kept')
    // Who reported stands nowhere but in the case.
    await record(tx, {
      kind: 'safety-case.reported',
      actor: null,
      subject: { kind: caseSubject, id: made.opened },
      community: null,
    })
    return done({ kept: made.kept })
  })

/** Opens a case; that it was opened is written down in the same transaction. Nothing when it is out of reach. */
export const lookAtCase = (
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
): Promise<store.SafetyCase | undefined> =>
  house.db.write(scope, async (tx) => (await tx.one(store.openCase(place.id, id, tx.now)))?.found ?? undefined)

/** A note, hiding for everybody, showing again, or the end with what came of it. */
export const actOnCase = (
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
  act: store.CaseAct,
  said: string,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      if ((act === 'noted' || act === 'closed') && said === '') return refuse('case.empty', 'words')
      const acted = await tx.one(store.actOnCase(place.id, id, act, said, tx.now))
      if (acted?.done === null || acted === undefined) return refuse('gone')
      return acted.done ? done(null) : refuse('case.closedAlready')
    },
    { once },
  )
