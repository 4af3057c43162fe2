/** One browser that listens: who it is, how it reads, what it shows. */
import type { Language } from '../words/words.ts'
import type { News } from './news.ts'
import type { Outlet } from './outlet.ts'
import { type LivePlace, onceHeld, placeName, type Shown } from './place.ts'
import type { LivePart } from './source.ts'

/** Who asks to listen. */
export interface Caller<Scope> {
  /** What proves the session; nothing for a visitor. */
  readonly session: string | null
  /** As the request proved it. */
  readonly scope: Scope
  readonly lang: Language
  readonly zone: string
  /** Under which name streams are counted: a person, or an address. */
  readonly counted: string
}

/** A place somebody listens at. Until it has caught up, what happens there is only noted. */
export interface Seat<Scope> {
  readonly listener: Listener<Scope>
  readonly place: LivePlace
  readonly name: string
  /** Marks of the parts that the browser has, so that it is told of nothing it could not see. */
  has: Map<string, string>
  missed: Set<string> | undefined
}

/** A browser that listens. */
export interface Listener<Scope> {
  readonly session: string | null
  readonly lang: Language
  readonly zone: string
  readonly seats: Seat<Scope>[]
  outlet: Outlet | undefined
}

/** A listener who has not caught up yet. */
export const listenerFor = <Scope>(
  { session, lang, zone }: Caller<Scope>,
  shown: readonly Shown[],
): Listener<Scope> => {
  const listener: Listener<Scope> = { session, lang, zone, seats: [], outlet: undefined }
  for (const { place, has } of shown)
    listener.seats.push({ listener, place, name: placeName(place), has: new Map(has), missed: new Set() })
  return listener
}

/** What of this is new to a seat, which from now on has it. Who never had a part is not told that it is gone. */
export const newsFor = (
  { has, name }: Pick<Seat<unknown>, 'has' | 'name'>,
  parts: readonly LivePart[],
  ids: Iterable<string>,
): News => {
  const found = new Set(parts.map(({ id }) => id))
  const gone = [...ids].filter((id) => has.has(id) && !found.has(id))
  const changed = parts.filter(({ id, mark }) => has.get(id) !== mark)
  for (const id of gone) has.delete(id)
  for (const { id, mark } of changed) has.set(onceHeld(id), onceHeld(mark))
  return { place: name, parts: changed, gone }
}

/** Says something to a listener; whether there was anything to say. What is said to many is made into bytes once. */
export const say = (listener: Pick<Listener<unknown>, 'outlet'>, text: string | Uint8Array): boolean => {
  if (text.length === 0) return false
  listener.outlet?.write(typeof text === 'string' ? Buffer.from(text) : text)
  return true
}
