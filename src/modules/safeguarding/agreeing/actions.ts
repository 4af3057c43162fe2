/** What is written down of guardians and students, and what they say themselves. Each answer is added; none is changed. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope, PersonId, Place } from '../../people/contract.ts'
import { guardianSubject } from '../contract.ts'
import type { Ages } from './ages.ts'
import { type Answer, type Band, untilOf } from './heard.ts'
import { dayOfMoment } from './judging.ts'
import { hashOf, LINK_BYTES } from './link.ts'
import * as store from './store.ts'

type At = Pick<Place, 'id'>

/** What follows an answer elsewhere: a story that shows a student stands or falls with it. Runs as the owner. */
export type AfterAnswer = (tx: Tx, said: { readonly person: PersonId; readonly community: number }) => Promise<void>

const keeping = <T>(
  house: House,
  scope: MemberScope,
  place: At,
  work: (tx: Tx) => Promise<Outcome<T>>,
  once?: string,
): Promise<Outcome<T>> =>
  house.db.write(
    scope,
    async (tx) => ((await tx.one(store.keepsRecords(place.id)))?.keeps ? work(tx) : refuse('families.notYours')),
    { once },
  )

const note = (tx: Tx, scope: MemberScope, place: At, kind: `guardian.${string}`, id: number) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: guardianSubject, id }, community: place.id })

const followed = async (
  house: House,
  afterAnswer: AfterAnswer | undefined,
  said: { person: PersonId; community: number },
): Promise<void> => {
  if (afterAnswer) await house.db.asSystem('own-data', (tx) => afterAnswer(tx, said))
}

/** Chooses whether guardians are asked before a student takes part. */
export const askGuardians = (house: House, scope: MemberScope, place: At, asks: boolean): Promise<Outcome<null>> =>
  keeping(house, scope, place, async (tx) => {
    await tx.rows(asks ? store.askFrom(scope, place.id, tx.now) : store.askNot(place.id))
    return done(null)
  })

/** Writes down how old a student is, in a band. */
export const noteAge = async (
  house: House,
  scope: MemberScope,
  place: At,
  person: PersonId,
  band: Band,
  afterAnswer?: AfterAnswer,
): Promise<Outcome<null>> => {
  const noted = await keeping(house, scope, place, async (tx) => {
    if (!(await tx.one(store.studentHere(place.id, person)))) return refuse('families.gone')
    await tx.rows(store.setBand(scope, place.id, person, band, tx.now))
    return done(null)
  })
  if (noted.ok) await followed(house, afterAnswer, { person, community: place.id })
  return noted
}

/** Writes a guardian down. */
export const addGuardian = (
  house: House,
  scope: MemberScope,
  place: At,
  input: { student: PersonId; name: string; language: string },
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  keeping(
    house,
    scope,
    place,
    async (tx) => {
      if (!(await tx.one(store.studentHere(place.id, input.student)))) return refuse('families.gone')
      const made = await tx.one(store.insertGuardian(scope, { ...input, community: place.id, at: tx.now }))
      if (!made) throw new Error('A guardian could not be written down')
      await note(tx, scope, place, 'guardian.noted', made.id)
      return done({ id: made.id })
    },
    once,
  )

const withGuardian = <T>(
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
  work: (tx: Tx, guardian: store.Guardian) => Promise<Outcome<T>>,
  once?: string,
) =>
  keeping(
    house,
    scope,
    place,
    async (tx) => {
      const found = await tx.one(store.guardianById(place.id, id))
      return found ? work(tx, found) : refuse('families.gone')
    },
    once,
  )

/** A new link for a guardian; the one before ends. The secret is answered once and kept nowhere. */
export const makeLink = (
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
): Promise<Outcome<{ secret: string }>> =>
  withGuardian(house, scope, place, id, async (tx) => {
    const secret = house.secret(LINK_BYTES)
    if (!(await tx.one(store.setLink(id, hashOf(secret), tx.now)))) return refuse('families.restricted')
    await note(tx, scope, place, 'guardian.linked', id)
    return done({ secret })
  })

/** Ends the link; twice is once. */
export const endLink = (house: House, scope: MemberScope, place: At, id: number): Promise<Outcome<null>> =>
  withGuardian(house, scope, place, id, async (tx, guardian) => {
    if (guardian.link_made_at === null) return done(null)
    await tx.rows(store.setLink(id, null, tx.now))
    await note(tx, scope, place, 'guardian.unlinked', id)
    return done(null)
  })

/** Writes down that parental responsibility is restricted, or no longer: then this guardian sees nothing and does not count. */
export const restrict = async (
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
  restricted: boolean,
  afterAnswer?: AfterAnswer,
): Promise<Outcome<null>> => {
  const noted = await withGuardian(house, scope, place, id, async (tx, guardian) => {
    if ((guardian.restricted_at !== null) !== restricted) {
      await tx.rows(store.setRestricted(scope, id, restricted, tx.now))
      await note(tx, scope, place, restricted ? 'guardian.restricted' : 'guardian.unrestricted', id)
    }
    return done({ person: guardian.student_id })
  })
  if (!noted.ok) return noted
  await followed(house, afterAnswer, { ...noted.value, community: place.id })
  return done(null)
}

/** Writes down what a guardian said on paper or at school. A yes to pictures and recordings ends with the school year, unless a day is named. */
export const recordAnswers = async (
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
  input: { answers: readonly Answer[]; way: 'paper' | 'school'; until: string | null },
  sending: { once?: string | undefined; afterAnswer?: AfterAnswer | undefined } = {},
): Promise<Outcome<{ student: PersonId }>> => {
  const recorded = await withGuardian(
    house,
    scope,
    place,
    id,
    async (tx, { student_id }) => {
      if (input.answers.length === 0) return refuse('paper.empty', 'words-community')
      const today = dayOfMoment(tx.now)
      if (input.until !== null && input.until < today) return refuse('paper.past', 'until')
      const shared = { guardian: id, community: place.id, student: student_id, way: input.way, at: tx.now }
      for (const one of input.answers) {
        const until = one.yes ? (input.until ?? untilOf(one, one.yes, today)) : null
        await tx.rows(store.insertConsent(scope, { ...shared, ...one, until }))
      }
      await note(tx, scope, place, 'guardian.recorded', id)
      return done({ student: student_id })
    },
    sending.once,
  )
  if (recorded.ok) await followed(house, sending.afterAnswer, { person: recorded.value.student, community: place.id })
  return recorded
}

/** A guardian answers by their link, for the one student it stands for. */
export const answerByLink = async (
  house: House,
  secret: string,
  answer: Answer,
  afterAnswer?: AfterAnswer,
): Promise<Outcome<null>> => {
  const said = await house.db.write({ personId: null }, async (tx) => {
    const until = untilOf(answer, answer.yes, dayOfMoment(tx.now))
    const kept = await tx.one(store.guardianSays(hashOf(secret), answer.what, answer.circle, answer.yes, until, tx.now))
    if (!kept) return refuse('link.closed')
    const subject = { kind: guardianSubject, id: kept.id }
    await record(tx, { kind: 'guardian.answered', actor: null, subject, community: kept.community_id })
    return done(kept)
  })
  if (!said.ok) return said
  const { student_id: person, community_id: community } = said.value
  await followed(house, afterAnswer, { person, community })
  return done(null)
}

/** A student says it themselves, as often as they wish. */
export const sayMyself = async (
  house: House,
  scope: MemberScope,
  place: At,
  answer: Answer,
  afterAnswer?: AfterAnswer,
): Promise<Outcome<null>> => {
  const { personId: person } = scope
  const said = await house.db.write(scope, async (tx) => {
    const [mine] = await tx.rows(store.answersAbout(person, place.id))
    if (person === null || !mine?.answers) return refuse('mine.notYours')
    await tx.rows(store.insertAssent(scope, place.id, answer, answer.yes, tx.now))
    const subject = { kind: 'person', id: person }
    await record(tx, { kind: 'assent.said', actor: person, subject, community: place.id })
    return done({ person })
  })
  if (!said.ok) return said
  await followed(house, afterAnswer, { person: said.value.person, community: place.id })
  return done(null)
}

/** Sets the ages of every country and purpose: who looks after the site. */
export const setAges = async (house: House, scope: MemberScope, ages: Ages): Promise<Outcome<null>> => {
  const { personId, administrator } = scope
  if (!administrator || personId === null) return refuse('families.notYours')
  return house.db.asSystem('settings', async (tx) => {
    await tx.rows(store.putAges(ages))
    const subject = { kind: 'person', id: personId }
    await record(tx, { kind: 'site.changed', actor: personId, subject, community: null })
    return done(null)
  })
}
