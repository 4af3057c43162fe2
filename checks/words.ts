// Words: everything a person reads exists in all five languages, says the same arguments, and is used.
import { IntlMessageFormat } from 'intl-messageformat'
import type { Finding, Law, Verdict } from './law.ts'
import { isSource } from './places.ts'
import sameWords from './same-words.json' with { type: 'json' }
import { differences, type SameWord } from './same-words.ts'
import { stringsOf } from './syntax.ts'
import type { Tree } from './tree.ts'
import { visibleText } from './visible-text.ts'

const LANGUAGES = ['en', 'pt', 'nl', 'de', 'sk'] as const
type Words = Record<string, string>

export const law: Law = wordsLaw(sameWords)

/** The law with a list of words that are right as they are in English; the house's own list is same-words.json. */
export function wordsLaw(allowed: readonly SameWord[]): Law {
  return { name: 'words', look: (tree) => look(tree, allowed) }
}

function look(tree: Tree, allowed: readonly SameWord[]): Verdict {
  const english = tree.files.filter((path) => /^src\/.*\/words\.en\.json$/.test(path))
  const strays = tree.files.filter(
    (path) => /\/words\.(pt|nl|de|sk)\.json$/.test(path) && !tree.has(sister(path, 'en')),
  )
  const sets = english.map((path) => ({ path, words: JSON.parse(tree.text(path)) as Words }))
  const pages = tree.files.filter((path) => path.endsWith('.tsx') && isSource(path))
  const findings = [
    ...strays.map((file) => ({ file, says: 'has no words.en.json beside it: English decides the keys' })),
    ...sets.flatMap(({ path, words }) => languagesBeside(tree, path, words)),
    ...differences(tree, english, allowed),
    ...unused(tree, sets),
    ...pages.flatMap((path) => visibleText(tree, path)),
  ]
  const keys = sets.reduce((sum, { words }) => sum + Object.keys(words).length, 0)
  return { findings, seen: { 'word sets': sets.length, keys, pages: pages.length } }
}

function sister(path: string, language: string): string {
  return path.replace(/words\.[a-z]+\.json$/, `words.${language}.json`)
}

function languagesBeside(tree: Tree, english: string, words: Words): Finding[] {
  const own = Object.entries(words).flatMap(([key, text]) => soundness(english, key, text, 'en'))
  const others = LANGUAGES.slice(1).flatMap((language) => {
    const file = sister(english, language)
    if (!tree.has(file)) return [{ file, says: `is missing: ${english} has ${Object.keys(words).length} words to say` }]
    return compared(file, language, words, JSON.parse(tree.text(file)) as Words)
  })
  return [...own, ...others]
}

function compared(file: string, language: string, words: Words, theirs: Words): Finding[] {
  const missing = Object.keys(words).filter((key) => !(key in theirs))
  const extra = Object.keys(theirs).filter((key) => !(key in words))
  const both = Object.entries(theirs).filter(([key]) => key in words)
  return [
    ...missing.map((key) => ({ file, says: `lacks "${key}" (English: ${words[key]})` })),
    ...extra.map((key) => ({ file, says: `has "${key}", which English does not: remove it here or add it there` })),
    ...both.flatMap(([key, text]) => [
      ...soundness(file, key, text, language),
      ...sameArguments(file, key, words[key], text),
    ]),
  ]
}

function soundness(file: string, key: string, text: unknown, language: string): Finding[] {
  if (typeof text !== 'string') return [{ file, says: `"${key}" is not a text: keys are flat` }]
  if (text.trim() === '') return [{ file, says: `"${key}" says nothing` }]
  const problem = argumentsOf(text, language)
  return problem instanceof Error ? [{ file, says: `"${key}" is not a sound message: ${problem.message}` }] : []
}

function sameArguments(file: string, key: string, english: string | undefined, text: string): Finding[] {
  const ours = argumentsOf(english ?? '', 'en')
  const theirs = argumentsOf(String(text), 'en')
  if (ours instanceof Error || theirs instanceof Error || ours.join() === theirs.join()) return []
  return [{ file, says: `"${key}" takes {${theirs.join()}} where English takes {${ours.join()}}` }]
}

/** The argument names of an ICU message, sorted; the error when it is none. Only words with a brace are messages. */
export function argumentsOf(text: string, language: string): string[] | Error {
  if (!text.includes('{')) return []
  try {
    const tree = new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()
    const names = [...JSON.stringify(tree).matchAll(/"type":[1-6],"value":"([^"]+)"/g)].map(([, name = '']) => name)
    return [...new Set(names)].sort()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

// A key is used when a string names it, or when a template such as `state.${state}` or `${kind}.title` can make it.
function unused(tree: Tree, sets: readonly { path: string; words: Words }[]): Finding[] {
  const texts = tree.files.filter(isSource).flatMap((path) => stringsOf(tree.parsed(path)).map(({ text }) => text))
  const named = new Set(texts)
  const shapes = [...named]
    .filter((text) => text.includes('…') && /^[\w.…-]+$/.test(text) && /\w{3}/.test(text))
    .map(shape)
  return sets.flatMap(({ path, words }) => {
    const dead = Object.keys(words).filter((key) => !named.has(key) && !shapes.some((pattern) => pattern.test(key)))
    if (dead.length === 0) return []
    return [{ file: path, says: `nobody says ${dead.join(', ')}: use them, or remove them from the five files` }]
  })
}

function shape(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`)
}
