/** Naming who looks after a community: vetted adults, and a lead who says yes by themselves. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { facilitates, membersOf } from '../../community/public.ts'
import type { MemberScope, PersonId, Place } from '../../people/contract.ts'
import { leadSubject } from '../contract.ts'
import type { Country } from '../numbers.ts'
import * as store from '../store/adults.ts'

type At = Pick<Place, 'id'>

const adultHere = async (
  tx: Parameters<Parameters<House['db']['write']>[1]>[0],
  scope: MemberScope,
  place: At,
  person: PersonId,
): Promise<boolean> => {
  const found = (await tx.rows(membersOf(scope, place.id))).find((one) => one.person_id === person)
  return found !== undefined && !found.perspectives.includes('student')
}

/** Names an adult who was checked, and when, as `2026-09-01`. Twice is once. */
export const nameVetted = (
  house: House,
  scope: MemberScope,
  place: At,
  person: PersonId,
  checkedOn: string,
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('who.notYours')
    if (!(await adultHere(tx, scope, place, person))) return refuse('who.choose', 'person')
    if (checkedOn > tx.now.toISOString().slice(0, 10)) return refuse('who.later', 'checked')
    await tx.rows(store.insertVetted(scope, place.id, person, checkedOn))
    return done(null)
  })

/** Ends it; twice is once. */
export const endVetted = (house: House, scope: MemberScope, place: At, person: PersonId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('who.notYours')
    await tx.rows(store.deleteVetted(place.id, person))
    return done(null)
  })

/** Asks somebody to be the safeguarding lead. They become it by their own yes. */
export const nameLead = (house: House, scope: MemberScope, place: At, person: PersonId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('who.notYours')
    if (!(await adultHere(tx, scope, place, person))) return refuse('who.choose', 'lead')
    const named = await tx.one(store.insertLead(scope, place.id, person, tx.now))
    if (named)
      await record(tx, {
        kind: 'lead.named',
        actor: scope.personId,
        subject: { kind: leadSubject, id: person },
        community: place.id,
      })
    return done(null)
  })

/** The named person's own yes. */
export const acceptLead = (house: House, scope: MemberScope, place: At): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.acceptLead(scope, place.id, tx.now))
    return done(null)
  })

/** No, stepping back, or a name taken back before the yes. A facilitator does not take a lead away who said yes. */
export const endLead = (house: House, scope: MemberScope, place: At, person: PersonId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const ended = await tx.one(store.deleteLead(place.id, person))
    return ended || person === scope.personId ? done(null) : refuse('who.leadStays')
  })

/** Chooses the country whose numbers are shown. */
export const chooseCountry = (house: House, scope: MemberScope, place: At, country: Country): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('who.notYours')
    await tx.rows(store.setCountry(place.id, country))
    return done(null)
  })
