/** Sends letters: begun once for each person and moment, claimed before it is sent, and never sent again when in doubt. */
import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { House } from '../../platform/house.ts'
import { NotSent } from '../../platform/mail/fault.ts'
import { bouncedSince } from '../../platform/mail/health.ts'
import type { Post } from '../../platform/mail/post.ts'
import { type Recipient, recipientOf } from '../people/public.ts'
import { type Rhythm, usualRhythm, weekTopic } from './contract.ts'
import { arrange, type Said } from './letter.ts'
import { type Sources, sourceOf } from './notices.ts'
import { nextTry } from './patience.ts'
import * as store from './store/letters.ts'
import { holidays, rhythmsOf } from './store/notices.ts'
import { isQuiet, nextRegular, nextSpoken } from './when.ts'
import { sayAll, topicOfLetter, writeLetter } from './writing.ts'

/** What sending needs. */
export interface Sending {
  readonly house: House
  readonly sources: Sources
  readonly post: Post
}

// Longer than the post waits for a server: whoever still holds a letter after that has died.
const LEASE_MS = 5 * 60_000

/** The hash under which a stop link is known. */
export const stopHash = (token: string): Buffer => createHash('sha256').update(token).digest()

const rhythmIn = async (tx: Tx, person: number): Promise<Rhythm> => (await tx.one(rhythmsOf([person]))) ?? usualRhythm

/** Where letters reach somebody: nowhere without an address, without mail, or when the address does not work. */
const reachable = async (tx: Tx, { mailWay }: House, to: Recipient | undefined): Promise<boolean> =>
  mailWay !== 'none' && !!to?.email && (await tx.one(bouncedSince(to.email))) === undefined

/** Begins a letter with everything that is due for a person; answers its number. Nothing is due, or now is quiet: nothing. */
export const beginLetter = ({ house }: Sending, person: number): Promise<number | undefined> =>
  house.db.asSystem('job', async (tx) => {
    const due = (await tx.rows(store.lockDue(person, tx.now))).map(({ id }) => id)
    if (due.length === 0) return undefined
    if (!(await reachable(tx, house, await recipientOf(tx, person)))) {
      await tx.rows(store.leaveToPage(due))
      return undefined
    }
    const letter = await tx.one(
      store.insertLetter(person, `${house.secret(18)}@${new URL(house.baseUrl).hostname}`, tx.now),
    )
    if (!letter) throw new Error('A letter could not be begun')
    await tx.rows(store.fill(letter.id, due))
    return letter.id
  })

/** What of a letter may be said now; the rest is left to the page, or to a better moment. */
const sortOut = ({ house, sources }: Sending, letter: store.Claimed) =>
  house.db.asSystem('job', async (tx) => {
    const to = await recipientOf(tx, letter.person_id)
    const { email } = to ?? {}
    const kept = await tx.rows(store.noticesIn(letter.id))
    if (!to || !email || !(await reachable(tx, house, to))) return { to: undefined, kept, later: undefined }
    const rhythm = await rhythmIn(tx, letter.person_id)
    const off = new Set((await tx.rows(store.topicsOff(letter.person_id))).map(({ topic }) => topic))
    if (rhythm.often === 'never') off.add(weekTopic)
    const isAlert = ({ kind }: (typeof kept)[number]) => sourceOf(sources, kind)?.alert === true
    const wanted = kept.filter(
      (one) => isAlert(one) || (!off.has(one.topic) && !(one.urgency === 'told' && off.has(weekTopic))),
    )
    const unwanted = kept.filter((notice) => !wanted.includes(notice)).map(({ id }) => id)
    if (unwanted.length > 0) await tx.rows(store.leaveToPage(unwanted))
    const { timeZone } = await house.settings.current()
    const free = await tx.rows(holidays())
    // An alert waits for nothing. The hour of the regular letter is the person's own choice; a question, or a late try, keeps to their quiet times.
    const chosen = wanted.some(isAlert) || (wanted.some(({ urgency }) => urgency === 'told') && letter.tries === 1)
    const quiet = !chosen && isQuiet(tx.now, rhythm, timeZone, free)
    const later = quiet ? nextSpoken(tx.now, rhythm, timeZone, free) : undefined
    return { to: { ...to, email }, kept: wanted, later }
  })

const after = (house: House, work: (tx: Tx) => Promise<unknown>) =>
  house.db.asSystem('job', async (tx) => void (await work(tx)))

const chanceOf = (house: House): number => Buffer.from(house.secret(4), 'base64url').readUInt32BE() / 2 ** 32

/** When the person hears again of what perhaps never arrived. */
const nextRegularOf = async (tx: Tx, house: House, person: number): Promise<Date> =>
  nextRegular(tx.now, await rhythmIn(tx, person), (await house.settings.current()).timeZone, await tx.rows(holidays()))

const noteFailure = (house: House, letter: store.Claimed, fault: NotSent) =>
  after(house, async (tx) => {
    if (fault.outlook === 'unknown') {
      await tx.rows(store.tellLater(letter.id, await nextRegularOf(tx, house, letter.person_id)))
      await tx.rows(store.end(letter.id, 'unknown', tx.now))
      return
    }
    const next = fault.outlook === 'later' ? nextTry(letter.tries, letter.begun_at, tx.now, chanceOf(house)) : undefined
    if (next) {
      await tx.rows(store.again(letter.id, next))
      return
    }
    await tx.rows(store.settle(letter.id, 'page'))
    await tx.rows(store.end(letter.id, fault.outlook === 'address' ? 'refused' : 'given-up', tx.now))
  })

const endEmpty = (house: House, letter: store.Claimed) =>
  after(house, async (tx) => {
    await tx.rows(store.settle(letter.id, 'page'))
    await tx.rows(store.end(letter.id, 'empty', tx.now))
  })

/** Sends a letter whose time has come. Safe to call twice and at once: one does it, and nothing is sent again when in doubt. */
export const sendLetter = async (sending: Sending, id: number): Promise<void> => {
  const { house, sources, post } = sending
  const letter = await house.db.asSystem('job', (tx) =>
    tx.one(store.claim(id, tx.now, new Date(tx.now.getTime() + LEASE_MS))),
  )
  if (!letter) return
  const { to, kept, later } = await sortOut(sending, letter)
  if (later) return after(house, (tx) => tx.rows(store.again(letter.id, later)))
  const said: Said[] = to ? await sayAll(house, sources, to, kept, 'letter') : []
  if (!to || said.length === 0) return endEmpty(house, letter)
  const what = arrange(said)
  const stopToken = house.secret(24)
  const written = await writeLetter({ house, sources, to, messageId: letter.message_id, stopToken }, what)
  if (!written) return endEmpty(house, letter)
  await after(house, (tx) =>
    tx.rows(store.insertStop(stopHash(stopToken), letter.person_id, topicOfLetter(what), tx.now)),
  )
  const handing = async () => {
    const mine = await house.db.asSystem('job', (tx) => tx.one(store.handOver(letter.id, letter.tries)))
    if (!mine) throw new NotSent('later', 'other', 'taken over')
  }
  try {
    await post({ ...written, handing })
  } catch (fault) {
    if (!(fault instanceof NotSent)) throw fault
    return noteFailure(house, letter, fault)
  }
  await after(house, async (tx) => {
    await tx.rows(store.settle(letter.id, 'told'))
    await tx.rows(store.end(letter.id, 'sent', tx.now))
  })
}

/** What a sender that died left behind: sent anew when no word had gone out, told later when some perhaps had. */
export const takeUpForsaken = (house: House): Promise<void> =>
  after(house, async (tx) => {
    await tx.rows(store.freeForsaken(tx.now))
    for (const { id, person_id } of await tx.rows(store.forsakenHanding(tx.now))) {
      await tx.rows(store.tellLater(id, await nextRegularOf(tx, house, person_id)))
      await tx.rows(store.end(id, 'unknown', tx.now))
    }
  })
