/** Adding a passkey, signing in with one, taking one away, and ending the way by the school. */
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { dayIn } from '../../../platform/words/dates.ts'
import type { MemberScope, PersonId } from '../contract.ts'
import { tokenHash } from '../secret.ts'
import { openSession } from '../session.ts'
import { within } from '../tries.ts'
import { algorithms, CHALLENGE_MS, mostPasskeys, stillComesIn } from './passkey.ts'
import type { PasskeyPlace } from './place.ts'
import { provedKey, provedUse, readAnswer } from './proof.ts'
import * as store from './store.ts'

/** The browser that is asked: `visitor` is a secret that only its cookie holds. */
export interface Asked {
  readonly place: PasskeyPlace
  readonly visitor: string
}

const fact = (tx: Tx, kind: `passkey.${string}`, personId: PersonId, id: number) =>
  record(tx, { kind, actor: personId, subject: { kind: 'passkey', id }, community: null })

const keepQuestion = (tx: Tx, visitor: string, personId: PersonId | null, challenge: string) =>
  tx.rows(
    store.putChallenge({
      visitor: tokenHash(visitor),
      personId,
      challenge,
      expires: new Date(tx.now.getTime() + CHALLENGE_MS),
    }),
  )

/** Begins a signing in: what the browser is to ask its devices. Any passkey of this site will do. */
export const askForPasskey = (
  house: House,
  { place, visitor, from }: Asked & { from: string },
): Promise<Outcome<PublicKeyCredentialRequestOptionsJSON>> =>
  house.db.asSystem('sign-in', async (tx) => {
    if (!(await within(tx, `passkeys asked ${from}`, 600, 900))) return refuse('signIn.tooMany')
    const options = await generateAuthenticationOptions({
      rpID: place.id,
      challenge: house.secret(32),
      userVerification: 'required',
      timeout: CHALLENGE_MS,
    })
    await keepQuestion(tx, visitor, null, options.challenge)
    return done(options)
  })

/** Signs in by what a device answered. Whatever is wrong with it is one reason; the question is used up by it. */
export const signInByPasskey = async (
  house: House,
  { place, visitor, from, answer }: Asked & { from: string; answer: string },
): Promise<Outcome<{ token: string }>> => {
  const read = readAnswer<AuthenticationResponseJSON>(answer)
  const tried = await house.db.asSystem('sign-in', async (tx) => ({
    within: await within(tx, `passkeys ${from}`, 300, 900),
    question: await tx.one(store.takeChallenge(tokenHash(visitor), null, tx.now)),
    key: read && (await tx.one(store.keyByCredential(read.id))),
  }))
  if (!tried.within) return refuse('signIn.tooMany')
  const { question, key } = tried
  const counter = read && question && key ? await provedUse(read, question.challenge, place, key) : undefined
  if (!key || counter === undefined) return refuse('signIn.passkeyWrong')
  const { timeZone } = await house.settings.current()
  return house.db.asSystem('sign-in', async (tx) => {
    // Also here: a copy of the same key may have come in while this one was proved.
    if (!(await tx.one(store.noteKeyUse(key.id, counter, dayIn(tx.now, timeZone)))))
      return refuse('signIn.passkeyWrong')
    await record(tx, {
      kind: 'session.opened',
      actor: key.person_id,
      subject: { kind: 'person', id: key.person_id },
      community: null,
    })
    return done({ token: await openSession(tx, key.person_id, 'passkey') })
  })
}

/** Begins adding a passkey: what the browser is to ask its device to make. Refuses `nobody` and `tooMany`. */
export const askForNewPasskey = async (
  house: House,
  scope: MemberScope,
  { place, visitor }: Asked,
): Promise<Outcome<PublicKeyCredentialCreationOptionsJSON>> => {
  const { personId } = scope
  if (personId === null) return refuse('nobody')
  const { siteName } = await house.settings.current()
  return house.db.asSystem('sign-in', async (tx) => {
    const person = await tx.one(store.holdPerson(personId))
    if (!person) return refuse('nobody')
    const keys = await tx.rows(store.keysOf(personId))
    if (keys.length >= mostPasskeys) return refuse('tooMany')
    const options = await generateRegistrationOptions({
      rpName: siteName,
      rpID: place.id,
      userName: person.name,
      userDisplayName: person.name,
      userID: new Uint8Array(Buffer.from(keys[0]?.handle ?? house.secret(32), 'base64url')),
      challenge: house.secret(32),
      timeout: CHALLENGE_MS,
      supportedAlgorithmIDs: algorithms,
      excludeCredentials: keys.map((key) => ({
        id: key.credential_id,
        transports: key.transports as AuthenticatorTransport[],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    // The device is known by this handle from now on; it travels with the question.
    await keepQuestion(tx, visitor, personId, `${options.challenge} ${options.user.id}`)
    return done(options)
  })
}

/**
 * Keeps the passkey that a device made. Refuses `wrong` for whatever does not fit, `known` when somebody has it and
 * `tooMany`. Sent twice, it is kept once.
 */
export const addPasskey = async (
  house: House,
  scope: MemberScope,
  { place, visitor, name, answer }: Asked & { name: string; answer: string },
): Promise<Outcome<{ id: number }>> => {
  const { personId } = scope
  if (personId === null) return refuse('nobody')
  const read = readAnswer<RegistrationResponseJSON>(answer)
  if (!read) return refuse('wrong')
  const { question, known } = await house.db.asSystem('sign-in', async (tx) => ({
    question: await tx.one(store.takeChallenge(tokenHash(visitor), personId, tx.now)),
    known: await tx.one(store.keyByCredential(read.id)),
  }))
  if (known) return known.person_id === personId ? done({ id: known.id }) : refuse('known')
  const [challenge = '', handle = ''] = question?.challenge.split(' ') ?? []
  const key = question && (await provedKey(read, challenge, place))
  if (!key) return refuse('wrong')
  return house.db.asSystem('sign-in', async (tx) => {
    // Holds the person still, so that two devices at once count each other.
    if (!(await tx.one(store.holdPerson(personId)))) return refuse('nobody')
    if ((await tx.rows(store.keysOf(personId))).length >= mostPasskeys) return refuse('tooMany')
    const kept = await tx.one(
      store.insertKey({
        personId,
        credential: key.id,
        publicKey: key.publicKey,
        counter: key.counter,
        transports: key.transports ?? [],
        handle,
        name,
        at: tx.now,
      }),
    )
    if (!kept) return refuse('known')
    await fact(tx, 'passkey.added', personId, kept.id)
    return done(kept)
  })
}

/** Ends coming in by the school. Refuses `schoolGone`, and `schoolLast` when nothing else would be left. */
export const unlinkSchool = async (house: House, scope: MemberScope): Promise<Outcome<null>> => {
  const { personId } = scope
  if (personId === null) return refuse('schoolGone')
  return house.db.asSystem('sign-in', async (tx) => {
    await tx.one(store.holdPerson(personId))
    const keys = await tx.rows(store.keysOf(personId))
    const ways = await tx.one(store.otherWaysOf(personId))
    const others = ways && { ...ways, school: false }
    if (!stillComesIn(others, keys.length, house.mailWay !== 'none')) return refuse('schoolLast')
    if ((await tx.rows(store.endSchoolLinks(personId))).length === 0) return refuse('schoolGone')
    await record(tx, {
      kind: 'school.unlinked',
      actor: personId,
      subject: { kind: 'person', id: personId },
      community: null,
    })
    return done(null)
  })
}

/** Takes a passkey away. Refuses `gone`, and `last` when nothing else is left to come in by and nobody said `sure`. */
export const removePasskey = async (
  house: House,
  scope: MemberScope,
  { id, sure }: { id: number; sure: boolean },
): Promise<Outcome<null>> => {
  const { personId } = scope
  if (personId === null) return refuse('gone')
  return house.db.asSystem('sign-in', async (tx) => {
    // Two windows must not each take what the other believes to be left.
    await tx.one(store.holdPerson(personId))
    const keys = await tx.rows(store.keysOf(personId))
    if (!keys.some((key) => key.id === id)) return refuse('gone')
    const ways = await tx.one(store.otherWaysOf(personId))
    if (!sure && !stillComesIn(ways, keys.length - 1, house.mailWay !== 'none')) return refuse('last')
    await tx.one(store.deleteKey(personId, id))
    await fact(tx, 'passkey.removed', personId, id)
    return done(null)
  })
}
