/** A code that a class types: eight signs, two weeks, thirty people; and who comes by it. */
import type { Perspective } from '../contract.ts'

/** So many signs has a code. */
export const CODE_SIGNS = 8
/** So many people come in by one code. */
export const CODE_USES = 30
const DAY_MS = 24 * 3600 * 1000

/** For whom a code is: students, families, or whoever has it. */
export const audiences = ['student', 'family', 'anybody'] as const
export type For = (typeof audiences)[number]

/** When a code made now ends. */
export const endsAt = (now: Date): Date => new Date(now.getTime() + 14 * DAY_MS)

/** From which perspectives somebody comes: what the code says, or else what they say themselves; never student by saying. */
export const comesAs = (perspective: Perspective | null, said: readonly Perspective[]): Perspective[] =>
  perspective ? [perspective] : said.length > 0 ? [...new Set(said)] : ['family']

/** Whether a place with students still lacks its second checked adult. */
export const lacksAdult = (invites: boolean, adults: number): boolean => invites && adults < 2
