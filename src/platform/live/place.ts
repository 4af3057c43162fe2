/** A place that a page shows, by name, and the parts that stand there already. */

/** Such as page 1 of thread 12. */
export interface LivePlace {
  readonly kind: string
  readonly id: number
  readonly page: number
}

/** A place with what a browser shows of it: marks by the ids of elements. */
export interface Shown {
  readonly place: LivePlace
  readonly has: ReadonlyMap<string, string>
}

/** So many places may one browser show at once, and so many parts of each. */
export const MOST_PLACES = 12
const MOST_PARTS = 400

/** The name of a place, such as `thread:12:1`. */
export const placeName = ({ kind, id, page }: LivePlace): string => `${kind}:${id}:${page}`

/** Where all pages of a thing meet. */
export const thingOf = ({ kind, id }: Pick<LivePlace, 'kind' | 'id'>): string => `${kind}:${id}`

// A thousand browsers show the same parts: each name is held once.
const MOST_NAMES = 20_000
const names = new Map<string, string>()

/** The same text, held once for all who have it. */
export const onceHeld = (text: string): string => {
  const held = names.get(text)
  if (held !== undefined) return held
  if (names.size >= MOST_NAMES) names.clear()
  // Cut out of a long address, it would hold that, too.
  const own = Buffer.from(text).toString()
  names.set(own, own)
  return own
}

const NAME = /^([a-z]{1,20}):([1-9]\d{0,14}):([1-9]\d{0,5})$/
const PART = /^([a-z]{1,20}-\d{1,15})\.([a-z0-9]{1,12})$/

/** Reads `thread:12:1~voice-5.1x2y,voice-6.9z`; nothing when it is none of ours. */
export const shownFrom = (text: string): Shown | undefined => {
  const [name = '', rest = '', more] = text.split('~')
  const [, kind, id, page] = NAME.exec(name) ?? []
  if (!kind || more !== undefined) return undefined
  const parts = rest === '' ? [] : rest.split(',')
  const read = parts.map((part) => PART.exec(part))
  if (parts.length > MOST_PARTS || read.some((part) => part === null)) return undefined
  return {
    place: { kind, id: Number(id), page: Number(page) },
    has: new Map(
      read.flatMap((part) => (part?.[1] && part[2] ? [[onceHeld(part[1]), onceHeld(part[2])] as const] : [])),
    ),
  }
}

/** A short name for what something looks like; two that differ have different ones, but for one chance in four thousand million. */
export const markOf = (text: string): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
