/** The words a corpus is written with: lists of our own, compounds made of them, and coined names of places. */
import { readFileSync } from 'node:fs'
import { chanceOf, oneOf } from './chance.ts'

/** The languages a corpus is written in. */
export const tongues = ['en', 'pt', 'nl', 'de', 'sk'] as const
/** One of them. */
export type Tongue = (typeof tongues)[number]

/** What sentences are made of: `sentences` have slots such as `{noun}`, each filled from the list of that name. */
export interface Lexicon {
  readonly sentences: readonly string[]
  readonly questions: readonly string[]
  readonly thanks: readonly string[]
  readonly code: readonly string[]
  readonly communities: readonly string[]
  readonly slots: Readonly<Record<string, readonly string[]>>
}

const read = (name: string): string => readFileSync(new URL(`lexicon/${name}.txt`, import.meta.url), 'utf8')
const listed = (text: string, by: string): string[] => text.split(by).flatMap((one) => one.trim() || [])

/** First names, of no one in particular. */
export const firstNames = listed(read('names'), ',')

/** @param coined how many names of places to coin: the long tail that every real vocabulary has */
export const lexiconOf = (tongue: Tongue, coined: number): Lexicon => {
  const parts = new Map(
    read(tongue)
      .split(/^# /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  )
  const list = (name: string, by = ',') => listed(parts.get(name) ?? '', by)
  const places = coinedOf(tongues.indexOf(tongue), list('sounds'), list('tails'), coined)
  return {
    sentences: list('sentences', '\n'),
    questions: list('questions', ';'),
    thanks: list('thanks', ';'),
    code: list('code', '; '),
    communities: list('communities', ';'),
    slots: {
      noun: list('nouns'),
      adjective: list('adjectives'),
      act: list('acts'),
      acting: list('acting'),
      acted: list('acted'),
      people: list('people'),
      when: list('when'),
      compound: list('joints').flatMap((joint) => list('ends').map((end) => joint + end)),
      coined: places,
      name: firstNames,
      number: Array.from({ length: 60 }, (_, at) => String(at + 2)),
    },
  }
}

const coinedOf = (tongue: number, sounds: readonly string[], tails: readonly string[], count: number): string[] => {
  const chance = chanceOf(7, tongue)
  const made = new Set<string>()
  while (made.size < count) {
    const inside = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => oneOf(chance, sounds)).join('')
    made.add(inside.charAt(0).toUpperCase() + inside.slice(1) + oneOf(chance, tails))
  }
  return [...made]
}
