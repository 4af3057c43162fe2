/** What people do to come in, go out and be known: allowed, sound, save, record, return. */
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/facts/record.ts'
import type { House } from '../../platform/house.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { saveSettings } from '../../platform/settings/settings.ts'
import type { Language } from '../../platform/words/words.ts'
import type { MemberScope, PersonId } from './contract.ts'
import { endKeysOf } from './passkey/store.ts'
import { passwordFits, passwordHash, tokenHash } from './secret.ts'
import { openSession } from './session.ts'
import * as store from './store.ts'
import { endTokensOf } from './token/store.ts'
import { within } from './tries.ts'

const personFact = (tx: Tx, kind: `${string}.${string}`, id: PersonId) =>
  record(tx, { kind, actor: id, subject: { kind: 'person', id }, community: null })

/** Signs in by password. Few tries per address of mail, many per network, so that one child cannot lock out a class. */
export const signIn = async (
  house: House,
  input: { email: string; password: string; from: string },
): Promise<Outcome<{ token: string }>> => {
  const tried = await house.db.asSystem('sign-in', async (tx) => ({
    within:
      (await within(tx, `password ${input.email.toLowerCase()}`, 10, 900)) &&
      (await within(tx, `passwords ${input.from}`, 300, 900)),
    account: await tx.one(store.accountByEmail(input.email)),
  }))
  if (!tried.within) return refuse('signIn.tooMany')
  const { account } = tried
  if (!(await passwordFits(account?.password_hash, input.password)) || !account)
    return refuse('signIn.wrong', 'password')
  return house.db.asSystem('sign-in', async (tx) => {
    const token = await openSession(tx, account.person_id, 'password')
    await personFact(tx, 'session.opened', account.person_id)
    return done({ token })
  })
}

/** Asks for a letter with a link. The answer is the same whether the address is known or not. */
export const askForLetter = (
  house: House,
  input: { email: string; returnTo: string | null; from: string },
): Promise<Outcome<null>> =>
  house.db.asSystem('sign-in', async (tx) => {
    if (!(await within(tx, `letter ${input.email.toLowerCase()}`, 5, 3600))) return refuse('signIn.tooMany')
    if (!(await within(tx, `letters ${input.from}`, 200, 3600))) return refuse('signIn.tooMany')
    const account = await tx.one(store.accountByEmail(input.email))
    if (account)
      await enqueue(tx, 'people:send-sign-in-letter', { personId: account.person_id, returnTo: input.returnTo })
    return done(null)
  })

/** Opens a session by the link of a letter, once. A first letter also proves the address. */
export const openLetter = (house: House, token: string): Promise<Outcome<{ token: string; returnTo: string | null }>> =>
  house.db.asSystem('sign-in', async (tx) => {
    const letter = await tx.one(store.useLetter(tokenHash(token), tx.now))
    if (!letter) return refuse('letter.used')
    const proved = await tx.one(store.verifyAccount(letter.person_id, tx.now))
    // Whoever typed this address before it was proved may not have been its owner.
    if (proved) {
      await tx.rows(store.endSessionsOf(letter.person_id))
      await tx.rows(endTokensOf(letter.person_id, tx.now))
      await tx.rows(endKeysOf(letter.person_id))
    }
    const session = await openSession(tx, letter.person_id, 'letter')
    await personFact(tx, 'session.opened', letter.person_id)
    return done({ token: session, returnTo: letter.return_to })
  })

/** Enters a demonstration as one of its invented people. */
export const enterDemonstration = (house: House, email: string): Promise<Outcome<{ token: string }>> =>
  house.db.asSystem('sign-in', async (tx) => {
    const account = await tx.one(store.accountByEmail(email))
    if (!account) return refuse('signIn.unknown')
    return done({ token: await openSession(tx, account.person_id, 'demonstration') })
  })

/** Ends this session. */
export const signOut = (house: House, scope: MemberScope, token: string): Promise<void> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.endSession(tokenHash(token)))
  })

/** Ends every session of the asking person, on every device. */
export const signOutEverywhere = (house: House, scope: MemberScope): Promise<void> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.endMySessions())
  })

/** Changes how one is called and the language one reads. */
export const saveMe = (
  house: House,
  scope: MemberScope,
  input: { name: string; language: Language },
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.renameMyself(scope, input.name, input.language))
    return done(null)
  })

/** Changes the language one reads in. */
export const saveLanguage = (house: House, scope: MemberScope, language: Language): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.speak(scope, language))
    return done(null)
  })

/** Sets a password; whoever has one must know it. */
export const choosePassword = async (
  house: House,
  scope: MemberScope,
  input: { now: string; next: string },
): Promise<Outcome<{ token: string }>> => {
  const { personId } = scope
  if (personId === null) return refuse('signIn.unknown')
  const account = await house.db.asSystem('sign-in', (tx) => tx.one(store.accountOf(personId)))
  if (!account) return refuse('signIn.unknown')
  if (account.password_hash && !(await passwordFits(account.password_hash, input.now)))
    return refuse('password.wrong', 'now')
  const kept = await passwordHash(input.next)
  return house.db.asSystem('sign-in', async (tx) => {
    await tx.rows(store.setPassword(personId, kept))
    await tx.rows(store.endSessionsOf(personId))
    await personFact(tx, 'password.chosen', personId)
    return done({ token: await openSession(tx, personId, 'password') })
  })
}

/** What the first-run page asks. */
export interface SiteBeginning {
  readonly siteName: string
  readonly language: Language
  readonly school: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Begins a site: its name, its school, its first facilitator, who also looks after the site. Only once. */
export const beginSite = async (house: House, input: SiteBeginning): Promise<Outcome<{ token: string }>> => {
  const kept = await passwordHash(input.password)
  const outcome = await house.db.asSystem('first-run', async (tx) => {
    if (!(await tx.one(store.claimBeginning()))) return refuse('begin.already')
    const school = await tx.one(store.insertSchool(input.school))
    const person = await tx.one(
      store.insertPerson({
        name: input.name,
        language: input.language,
        at: tx.now,
        administrator: true,
        schoolId: school?.id ?? null,
      }),
    )
    if (!person) throw new Error('A person could not be made')
    await tx.rows(store.insertAccount(person.id, input.email, kept, tx.now))
    await saveSettings(tx, { siteName: input.siteName, language: input.language })
    await personFact(tx, 'site.begun', person.id)
    return done({ token: await openSession(tx, person.id, 'first-run') })
  })
  house.settings.forget()
  return outcome
}

/**
 * How somebody new joins: a name, an address; answers the person, or that the address is known already. `once` is the
 * form's token: a second click finds the same person and opens the door again, since the first answer may be lost.
 */
export const welcome = async (
  tx: Tx,
  input: { name: string; email: string; language: Language },
  once?: string,
): Promise<Outcome<{ personId: PersonId; token: string }>> => {
  if (once && !(await tx.one(store.claimForm(once, tx.now)))) {
    const arrived = await tx.one(store.arrivedByForm(once))
    if (!arrived) return refuse('join.known', 'email')
    return done({ personId: arrived.person_id, token: await openSession(tx, arrived.person_id, 'joined') })
  }
  if (await tx.one(store.accountByEmail(input.email))) return refuse('join.known', 'email')
  const person = await tx.one(store.insertPerson({ name: input.name, language: input.language, at: tx.now }))
  if (!person) throw new Error('A person could not be made')
  await tx.rows(store.insertAccount(person.id, input.email, null, null))
  if (once) await tx.rows(store.noteArrival(once, person.id))
  await personFact(tx, 'person.arrived', person.id)
  return done({ personId: person.id, token: await openSession(tx, person.id, 'joined') })
}
