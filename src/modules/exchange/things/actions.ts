/** Sharing a link or a file; letting fewer see it, opening a student's, taking it back or down. */
import type { Tx } from '../../../platform/db/database.ts'
import { forgetFacts, record } from '../../../platform/facts/record.ts'
import { isPicture, kindOf } from '../../../platform/files/kind.ts'
import { madeAnew } from '../../../platform/files/picture.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { indexText } from '../../../platform/search/store.ts'
import type { Language } from '../../../platform/words/words.ts'
import { audienceOf } from '../../community/public.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import { isMine, mayNarrow, mayOpen, mayShare, mayTakeDown } from './access.ts'
import { type Thing, type ThingId, type thingCircles, thingSubject } from './contract.ts'
import * as store from './store.ts'
import { goesWithoutTrace } from './thing.ts'

/** What is said of anything shared. */
export interface Sharing {
  readonly title: string
  readonly why: string
  readonly audience: (typeof thingCircles)[number]
  readonly language: Language
}

/** A file as a browser brought it; `declared` is what the browser makes of its name, which goes no further than here. */
export interface Brought {
  readonly bytes: Uint8Array
  readonly declared: string
}

type At = Pick<Place, 'id'>
type Happened = 'shared' | 'waits' | 'opened' | 'narrowed' | 'withdrawn' | 'taken-back'

const tell = (tx: Tx, scope: MemberScope, place: At, id: ThingId, what: Happened) =>
  record(tx, {
    kind: `thing.${what}`,
    actor: scope.personId,
    subject: { kind: thingSubject, id },
    community: place.id,
  })

type What = Pick<store.NewThing, 'kind' | 'address' | 'key' | 'file' | 'bytes' | 'alt' | 'width' | 'height'>
const nothing = { address: null, key: null, file: null, bytes: null, alt: null, width: null, height: null } as const

const put = async (tx: Tx, scope: MemberScope, place: At, sharing: Sharing, what: What) => {
  const { title, why, language } = sharing
  const audience = audienceOf(sharing.audience, scope, place.id)
  const row = { ...what, title, why, language, community: place.id, audience, at: tx.now }
  const made = await tx.one(store.insertThing(scope, row))
  if (!made) throw new Error('A thing could not be kept')
  await indexText(tx, { kind: thingSubject, id: made.id, language, title, body: why })
  await tell(tx, scope, place, made.id, made.waits ? 'waits' : 'shared')
  return done({ id: made.id })
}

/** Shares a link; the same form sent twice shares it once. */
export const shareLink = (
  house: House,
  scope: MemberScope,
  place: At,
  sharing: Sharing & { readonly address: string },
  once?: string,
): Promise<Outcome<{ id: ThingId }>> =>
  house.db.write(
    scope,
    async (tx) =>
      mayShare(scope, place.id)
        ? put(tx, scope, place, sharing, { ...nothing, kind: 'link', address: sharing.address })
        : refuse('gone'),
    { once },
  )

/** The bytes as they are kept, and what is known of them; a picture is made anew. */
const keepable = async (brought: Brought, alt: string): Promise<Outcome<What & { readonly content: Uint8Array }>> => {
  const kind = kindOf(brought.bytes, brought.declared)
  if (!kind.ok) return refuse(`file.${kind.reason}`, 'file')
  const file = { ...nothing, kind: 'file', file: kind.value, bytes: brought.bytes.length } as const
  if (!isPicture(kind.value)) return done({ ...file, content: brought.bytes })
  if (alt === '') return refuse('share.noAlt', 'alt')
  const made = await madeAnew(brought.bytes, kind.value)
  if (!made.ok) return refuse(`file.${made.reason}`, 'file')
  const { bytes: content, width, height } = made.value
  return done({ ...file, kind: 'picture', content, bytes: content.length, alt, width, height })
}

/** Shares a file. Its bytes are kept before the row is written; when no row is, they are erased again. */
export const shareFile = async (
  house: House,
  scope: MemberScope,
  place: At,
  sharing: Sharing & { readonly alt: string; readonly brought: Brought },
  once?: string,
): Promise<Outcome<{ id: ThingId }>> => {
  if (!mayShare(scope, place.id)) return refuse('gone')
  const { largestFileMb } = await house.settings.current()
  if (sharing.brought.bytes.length > largestFileMb * 1024 * 1024) return refuse('file.large', 'file')
  const kept = await keepable(sharing.brought, sharing.alt)
  if (!kept.ok) return kept
  const { content, ...what } = kept.value
  const key = await house.files.keep(content)
  let named = false
  const shared = await house.db.write(
    scope,
    async (tx) => {
      named = true
      return put(tx, scope, place, sharing, { ...what, key })
    },
    { once },
  )
  // The same form came twice: the first one's bytes are the ones that count. What fails otherwise, the sweep erases.
  if (!named) await house.files.erase(key)
  return shared
}

const found = async (tx: Tx, scope: MemberScope, place: At, id: ThingId): Promise<Thing | undefined> =>
  tx.one(store.thingById(scope, place.id, id))

/** From now on the facilitators alone see it. Twice is once. */
export const narrow = (house: House, scope: MemberScope, place: At, id: ThingId): Promise<Outcome<{ id: ThingId }>> =>
  house.db.write(scope, async (tx) => {
    const thing = await found(tx, scope, place, id)
    if (!thing) return refuse('gone')
    if (!isMine(scope, thing)) return refuse('notYours')
    if (mayNarrow(scope, thing) && (await tx.one(store.narrowThing(scope, id))))
      await tell(tx, scope, place, id, 'narrowed')
    return done({ id })
  })

/** An adult has looked at what a student shared: everybody sees it. Twice is once. */
export const openToAll = (
  house: House,
  scope: MemberScope,
  place: At,
  id: ThingId,
): Promise<Outcome<{ id: ThingId }>> =>
  house.db.write(scope, async (tx) => {
    const thing = await found(tx, scope, place, id)
    if (!thing) return refuse('gone')
    if (!thing.waits) return done({ id })
    if (!mayOpen(scope, thing)) return refuse('notAdult')
    if (await tx.one(store.openThing(scope, id))) await tell(tx, scope, place, id, 'opened')
    return done({ id })
  })

/** Takes back one's own, at any time and without a reason: the row and its bytes are gone. Twice is once. */
export const takeBack = async (house: House, scope: MemberScope, place: At, id: ThingId): Promise<Outcome<null>> => {
  let key: string | null = null
  const taken = await house.db.write(scope, async (tx) => {
    const thing = await found(tx, scope, place, id)
    if (!thing) return done(null)
    if (!isMine(scope, thing)) return refuse('notYours')
    key = (await tx.one(store.deleteThing(scope, id)))?.file_key ?? null
    if (goesWithoutTrace(thing.shared_at, tx.now)) await forgetFacts(tx, { kind: thingSubject, id })
    else await tell(tx, scope, place, id, 'taken-back')
    return done(null)
  })
  if (taken.ok && key !== null) await house.files.erase(key)
  return taken
}

/** Takes down what somebody shared, and says why: what it was is gone for everybody, and its owner reads the reason. */
export const takeDown = async (
  house: House,
  scope: MemberScope,
  place: At,
  id: ThingId,
  why: { readonly reason: string; readonly language: Language },
): Promise<Outcome<{ id: ThingId }>> => {
  let key: string | null = null
  const taken = await house.db.write(scope, async (tx) => {
    const thing = await found(tx, scope, place, id)
    if (!thing) return refuse('gone')
    if (thing.taken_down_at) return done({ id })
    if (!mayTakeDown(scope, thing)) return refuse('down.notYou')
    if (!(await tx.one(store.takeDownThing(scope, id, { ...why, at: tx.now })))) return done({ id })
    key = thing.file_key
    await tell(tx, scope, place, id, 'withdrawn')
    return done({ id })
  })
  if (taken.ok && key !== null) await house.files.erase(key)
  return taken
}
