/** The school's own sign-in: set up, tried, used, and tied to somebody who is here already. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import { insertOnlyAccount } from '../account/store.ts'
import type { MemberScope, PersonId, Seat, Seating } from '../contract.ts'
import { newToken, tokenHash } from '../secret.ts'
import { openSession } from '../session.ts'
import { accountByEmail, insertPerson } from '../store.ts'
import { within } from '../tries.ts'
import { type Attempt, addressAtSchool, providerOf, readProvider, type Told, toldBySchool } from './provider.ts'
import { groupsIn, nameIn, provedEmail, type SchoolSettings, seatsFor } from './school.ts'
import * as store from './store.ts'

const QUARTER_MS = 15 * 60_000

const fact = (tx: Tx, kind: `${string}.${string}`, personId: PersonId) =>
  record(tx, { kind, actor: personId, subject: { kind: 'person', id: personId }, community: null })

/** Keeps how the site asks its school. Refuses `secretEmpty`, also where another school would get the old secret. */
export const saveSchool = async (
  house: House,
  scope: MemberScope,
  settings: SchoolSettings,
  secret: string,
  seating: Seating,
): Promise<Outcome<null>> => {
  const { personId } = scope
  if (!scope.administrator || personId === null) return refuse('notYours')
  const slugs = settings.lines.map(({ community }) => community).filter(Boolean)
  const known = await house.db.asSystem('settings', (tx) => seating.known(tx, slugs))
  if (slugs.some((slug) => !known.includes(slug))) return refuse('linesCommunity', 'lines')
  return house.db.write(scope, async (tx) => {
    const before = await tx.one(store.settingsFor(scope))
    const same = before?.issuer === settings.issuer && before.client_id === settings.client_id
    if (!secret && !same) return refuse('secretEmpty', 'secret')
    const changed = await tx.one(store.changeSettings(scope, settings, secret, tx.now))
    if (!changed) await tx.rows(store.insertSettings(scope, settings, secret, tx.now))
    await fact(tx, 'school-sign-in.changed', personId)
    return done(null)
  })
}

/** Ends it; everybody's other ways in stay. */
export const endSchool = (house: House, scope: MemberScope): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!scope.administrator || scope.personId === null) return refuse('notYours')
    if (!(await tx.one(store.deleteSettings(scope)))) return refuse('gone')
    await fact(tx, 'school-sign-in.ended', scope.personId)
    return done(null)
  })

/** Asks the school whether it can be asked. Refuses with `trouble.` and what is wrong. */
export const trySchool = async (house: House, scope: MemberScope): Promise<Outcome<null>> => {
  if (!scope.administrator) return refuse('notYours')
  const [[settings]] = await house.db.read(scope, store.settingsFor(scope))
  if (!settings) return refuse('gone')
  const told = await readProvider(settings.issuer)
  return typeof told === 'string' ? refuse(`trouble.${told}`) : done(null)
}

const reasons = {
  stopped: 'signIn.schoolStopped',
  wrong: 'signIn.schoolWrong',
  down: 'signIn.schoolDown',
} as const

const askingOf = (house: House) => house.db.asSystem('sign-in', (tx) => tx.one(store.askingOf()))

/** Begins: where the browser goes, and what it keeps meanwhile. */
export const goToSchool = async (
  house: House,
  { next, back }: { next: string; back: string },
): Promise<Outcome<{ address: string; attempt: Attempt }>> => {
  const asking = await askingOf(house)
  const provider = asking && (await providerOf(house, asking))
  if (!asking || !provider || typeof provider === 'string') return refuse('signIn.schoolDown')
  const attempt = { state: house.secret(32), nonce: house.secret(32), verifier: house.secret(32), next }
  return done({ attempt, address: await addressAtSchool(provider, { attempt, scope: asking.scope, back }) })
}

const takeSeats = async (tx: Tx, seating: Seating, personId: PersonId, seats: readonly Seat[]): Promise<void> => {
  for (const seat of seats) await seating.seat(tx, personId, seat)
}

const openedFor = async (tx: Tx, personId: PersonId): Promise<string> => {
  await fact(tx, 'session.opened', personId)
  return openSession(tx, personId, 'school')
}

const arrive = async (tx: Tx, told: Exclude<Told, string>, language: Language): Promise<PersonId> => {
  const email = provedEmail(told.claims)
  const name = nameIn(told.claims) || email?.split('@')[0] || told.subject
  const person = await tx.one(insertPerson({ name: name.slice(0, 120), language, at: tx.now }))
  if (!person) throw new Error('A person could not be made')
  if (email) await tx.rows(insertOnlyAccount(person.id, email, null, tx.now))
  await tx.rows(store.linkPerson(told.issuer, told.subject, person.id, tx.now))
  await fact(tx, 'person.arrived', person.id)
  return person.id
}

/** What came of a way back from the school: inside, or known here by the address and still to be linked. */
export type CameBack = { readonly token: string } | { readonly pending: string }

/**
 * Ends what {@link goToSchool} began. Whom the school means is told by issuer and subject alone: an address that is
 * somebody's here links nobody until that somebody has come in. Seats are given, never taken.
 */
export const comeBack = async (
  house: House,
  input: { came: URL; attempt: Attempt | undefined; from: string; language: Language },
  seating: Seating,
): Promise<Outcome<CameBack>> => {
  const { came, attempt, from, language } = input
  const free = await house.db.asSystem('sign-in', (tx) => within(tx, `school ${from}`, 300, 900))
  if (!free) return refuse('signIn.tooMany')
  const asking = await askingOf(house)
  if (!asking || !attempt) return refuse('signIn.schoolWrong')
  const provider = await providerOf(house, asking)
  if (typeof provider === 'string') return refuse('signIn.schoolDown')
  const told = await toldBySchool(provider, came, attempt)
  if (typeof told === 'string') return refuse(reasons[told])
  const seats = seatsFor(groupsIn(told.claims, asking.claim), asking.lines)
  return house.db.asSystem('sign-in', async (tx): Promise<Outcome<CameBack>> => {
    await tx.rows(store.holdSubject(told.issuer, told.subject))
    const linked = await tx.one(store.linkedPerson(told.issuer, told.subject))
    const email = provedEmail(told.claims)
    const known = !linked && email ? await tx.one(accountByEmail(email)) : undefined
    if (known) {
      const pending = newToken()
      await tx.rows(
        store.putPending({
          visitor: tokenHash(pending),
          issuer: told.issuer,
          subject: told.subject,
          personId: known.person_id,
          places: seats,
          expires: new Date(tx.now.getTime() + QUARTER_MS),
        }),
      )
      return done({ pending })
    }
    const personId = linked?.person_id ?? (await arrive(tx, told, language))
    await takeSeats(tx, seating, personId, seats)
    return done({ token: await openedFor(tx, personId) })
  })
}

/** Links the asking person with whom the school named in this browser, whose address is theirs. Refuses `linkGone`. */
export const linkSchool = async (
  house: House,
  scope: MemberScope,
  pending: string,
  seating: Seating,
): Promise<Outcome<null>> => {
  const { personId } = scope
  if (personId === null) return refuse('linkGone')
  return house.db.asSystem('sign-in', async (tx) => {
    const waiting = await tx.one(store.takePending(tokenHash(pending), personId, tx.now))
    if (!waiting || !(await tx.one(store.linkPerson(waiting.issuer, waiting.subject, personId, tx.now))))
      return refuse('linkGone')
    await takeSeats(tx, seating, personId, waiting.places)
    await fact(tx, 'school.linked', personId)
    return done(null)
  })
}
