/** How large a corpus is, and who writes where. */
import { type Chance, rankIn } from './chance.ts'
import { type Lexicon, lexiconOf, type Tongue, tongues } from './lexicon.ts'

/** The reference corpus; `times` multiplies each count. */
export const REFERENCE = { users: 200, communities: 20, topics: 2000, posts: 40_000, pages: 2000 } as const

/** No community grows beyond these many people, however large the corpus: that is what keeps it a community. */
const MOST_TOGETHER = 200

// Of twenty communities eight speak another language than English.
const TONGUE_OF: Readonly<Record<number, Tongue>> = {
  4: 'pt',
  6: 'nl',
  7: 'de',
  9: 'pt',
  10: 'sk',
  13: 'nl',
  16: 'de',
  19: 'sk',
}

/** What all files of a corpus are made with. */
export interface Shape {
  readonly seed: number
  readonly times: number
  readonly users: number
  readonly communities: number
  readonly topics: number
  readonly pages: number
  readonly lexicons: Readonly<Record<Tongue, Lexicon>>
}

/** @param times 1 is the reference; 25 makes a million contributions; below 1 the long threads stay as long as they are */
export const shapeOf = (times: number, seed: number): Shape => {
  const count = (of: number, least: number) => Math.max(least, Math.round(of * times))
  // A larger corpus has more words, though fewer than it is larger (Heaps).
  const coined = (most: number) => Math.round(most * Math.sqrt(Math.max(0.05, times)))
  return {
    seed,
    times,
    users: count(REFERENCE.users, 5),
    communities: count(REFERENCE.communities, 1),
    topics: count(REFERENCE.topics, 12),
    pages: count(REFERENCE.pages, 5),
    lexicons: Object.fromEntries(
      tongues.map((tongue) => [tongue, lexiconOf(tongue, coined(tongue === 'en' ? 7000 : 2000))]),
    ) as Record<Tongue, Lexicon>,
  }
}

/** The language of a community. */
export const tongueOf = (community: number): Tongue => TONGUE_OF[((community - 1) % REFERENCE.communities) + 1] ?? 'en'

/** Somebody who writes in a community: few write most of it. */
export const writerIn = (chance: Chance, { users, communities }: Shape, community: number): number => {
  const together = Math.min(users, MOST_TOGETHER)
  const first = Math.floor(((community - 1) * users) / communities)
  // A prime spreads who writes most, so that it is somebody else in each community.
  const place = (rankIn(chance, together) * 7919 + community * 31) % together
  return ((first + place) % users) + 1
}
