/** Calling somebody by their name in one's words, as in “@Rita Vale”: which names stand there, and whom among those who hear they mean. */
import type { PersonId } from '../../people/contract.ts'

/** Somebody who will hear the words. */
export interface Hearer {
  readonly person_id: PersonId
  readonly name: string
}

/** What was called in some words: people, and what is no name of anybody who hears them. */
export interface Called {
  readonly people: readonly PersonId[]
  /** As it was typed, each once. */
  readonly nobody: readonly string[]
}

/** So many people are called by one contribution; what is written after so many calls calls nobody. */
export const MOST_MENTIONED = 10
const MOST_CALLS = 30

// A name begins a word: an address such as rita@ria.example calls nobody.
const CALL = /(?<![\p{L}\p{N}_@/.])@(?=\p{L})/gu

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const ends = (text: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(text.charAt(at))

// The same letters as they are typed, with their marks, so that lengths agree.
const begins = (text: string, name: string): number | undefined => {
  const wanted = plain(name)
  for (let length = 1; length <= Math.min(text.length, name.length * 3); length++) {
    const piece = plain(text.slice(0, length))
    if (piece === wanted && ends(text, length)) return length
    if (!wanted.startsWith(piece)) return undefined
  }
  return undefined
}

const firstName = (name: string): string => name.split(/\s+/)[0] ?? name

/** Reads whom words call. The whole name goes before the first one; a first name that several bear is nobody's. */
export const calledIn = (text: string, hearers: readonly Hearer[]): Called => {
  const people = new Set<PersonId>()
  const nobody = new Set<string>()
  for (const { index } of [...text.matchAll(CALL)].slice(0, MOST_CALLS)) {
    const rest = text.slice(index + 1)
    const whole = hearers
      .filter((one) => begins(rest, one.name) !== undefined)
      .toSorted((one, other) => other.name.length - one.name.length)
    const longest = whole.filter((one) => one.name.length === whole[0]?.name.length)
    const meant =
      longest.length > 0 ? longest : hearers.filter((one) => begins(rest, firstName(one.name)) !== undefined)
    const [one] = meant
    if (one && meant.length === 1) people.add(one.person_id)
    else nobody.add(`@${/^[\p{L}\p{M}\p{N}'’-]+/u.exec(rest)?.[0] ?? ''}`)
  }
  return { people: [...people].slice(0, MOST_MENTIONED), nobody: [...nobody].slice(0, MOST_MENTIONED) }
}

/** Whether words call anybody at all. */
export const callsAnybody = (text: string): boolean => text.search(CALL) >= 0
