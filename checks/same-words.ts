// Finds translations that are still English, except those that same-words.json gives a reason for.
import type { Finding } from './law.ts'
import type { Tree } from './tree.ts'

/** An English text that is right as it stands in the languages named. */
export interface SameWord {
  readonly text: string
  readonly languages: readonly string[]
  readonly why: string
}

const LIST = 'checks/same-words.json'
const OTHERS = ['pt', 'nl', 'de', 'sk']
const LETTERS = /\p{L}{2,}/u

/** Compares each language with the English beside it; an exception that nothing needs any more is a finding too. */
export function differences(tree: Tree, english: readonly string[], allowed: readonly SameWord[]): Finding[] {
  const needed = new Set<string>()
  const findings = english.flatMap((path) =>
    OTHERS.flatMap((language) => stillEnglish(tree, path, language, allowed, needed)),
  )
  const idle = allowed.flatMap(({ text, languages }) =>
    languages
      .filter((language) => !needed.has(`${language} ${text}`))
      .map((language) => `nothing says "${text}" in ${language} any more: take the exception out`),
  )
  return [...findings, ...idle.map((says) => ({ file: LIST, says }))]
}

function stillEnglish(
  tree: Tree,
  english: string,
  language: string,
  allowed: readonly SameWord[],
  needed: Set<string>,
): Finding[] {
  const file = english.replace(/en\.json$/, `${language}.json`)
  if (!tree.has(file)) return []
  const ours = JSON.parse(tree.text(english)) as Record<string, string>
  const theirs = JSON.parse(tree.text(file)) as Record<string, string>
  const left = Object.entries(ours).filter(([key, text]) => {
    if (theirs[key] !== text || !LETTERS.test(bare(text))) return false
    const excused = allowed.some((word) => word.text === text && word.languages.includes(language))
    if (excused) needed.add(`${language} ${text}`)
    return !excused
  })
  const told = left.map(([key, text]) => `"${key}" is still English ("${text}"): translate it, or say why in ${LIST}`)
  // A file that was only copied so far is one finding, not a hundred.
  if (told.length <= 8) return told.map((says) => ({ file, says }))
  return [{ file, says: `${told.length} words are still English, the first: ${told[0]}` }]
}

// A message of arguments and punctuation alone is the same in every language.
function bare(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '')
}
