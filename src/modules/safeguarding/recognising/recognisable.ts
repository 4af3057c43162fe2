/** Looks for words by which a child could be recognised: names the community knows, and common first names. Pure. */
import { fold, wordsIn } from '../../../platform/search/folding.ts'
import { isLanguage, languages } from '../../../platform/words/words.ts'
import { bent, type Form, formsOf } from './endings.ts'
import firstNames from './first-names.json' with { type: 'json' }

/** A word that was found, as it stands in the text, why it was found, and another name for it. */
export interface FoundName {
  readonly word: string
  /** The name that it is, or is a form of, in small letters without marks. */
  readonly name: string
  readonly why: 'member' | 'first-name'
  readonly instead: string
}

const knownIn = (language: string): ReadonlySet<string> => lists.get(language) ?? new Set()
const lists: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  languages.map((language) => [language, new Set(firstNames[language].map(fold))]),
)
const known = new Set(languages.flatMap((language) => firstNames[language].map(fold)))

/** The single words of members' names that are long enough to be a name: “Inês Duarte” gives “ines” and “duarte”. */
export const nameWords = (names: readonly string[]): Set<string> =>
  new Set(
    names.flatMap((name) =>
      [...wordsIn(name)].map((word) => word.folded).filter((word) => word.length >= 3 && !particles.has(word)),
    ),
  )

// Words between names, which would be found in every text.
const particles = new Set('van den der von zur das dos del los las het and the'.split(' '))

// Each list begins with as many boys' names as girls' names follow, so that “Tomás” is offered another boy's name.
const half = 30
const girlsNames = new Set(languages.flatMap((language) => firstNames[language].slice(half).map(fold)))

/** Names of one half of a language's own list that stand in no text and belong to no member; the same every time. */
const pseudonyms = function* (language: string, girls: boolean, taken: ReadonlySet<string>): Generator<string> {
  const list = firstNames[isLanguage(language) ? language : 'en']
  const names = girls ? list.slice(half) : list.slice(0, half)
  // From the end: the rarest of the common ones first.
  for (const name of names.reverse()) if (!taken.has(fold(name))) yield name
}

/**
 * Every suspicious word of `texts` once, members' names first, each with a pseudonym that is still free.
 * Small letters count as well: a name typed in haste is still a name.
 */
export const namesFound = (texts: readonly string[], members: readonly string[], language: string): FoundName[] => {
  const ofMembers = nameWords(members)
  const here = new Map<string, string>()
  for (const text of texts)
    for (const word of wordsIn(text)) {
      // “Tomás's” is Tomás.
      const shown = text.slice(word.start, word.end).replace(/['’ʼ]s$/u, '')
      const folded = fold(shown).replace(/[^\p{L}\p{N}]/gu, '')
      if (!here.has(folded)) here.set(folded, shown)
    }
  const isName = (word: string): boolean => ofMembers.has(word) || known.has(word)
  // A form counts where the name is a member's, or stands in the language's own list: others' lists bend otherwise.
  const formOf = (word: string): Form | undefined =>
    formsOf(word, language).find(({ name }) => ofMembers.has(name) || knownIn(language).has(name))
  const found = [...here.keys()].flatMap((word): { word: string; name: string; form?: Form }[] => {
    const form = isName(word) ? undefined : formOf(word)
    return isName(word) ? [{ word, name: word }] : form ? [{ word, name: form.name, form }] : []
  })
  const taken = new Set([...here.keys(), ...found.map(({ name }) => name), ...ofMembers])
  const girls = pseudonyms(language, true, taken)
  const boys = pseudonyms(language, false, taken)
  // Every form of one name is given forms of the same other name.
  const others = new Map<string, string>()
  const otherOf = (name: string): string => {
    const other = others.get(name) ?? (girlsNames.has(name) ? girls : boys).next().value ?? ''
    others.set(name, other)
    return other
  }
  return found
    .sort((one, other) => Number(ofMembers.has(other.name)) - Number(ofMembers.has(one.name)))
    .map(({ word, name, form }) => ({
      word: here.get(word) ?? word,
      name,
      why: ofMembers.has(name) ? 'member' : 'first-name',
      instead: form ? bent(otherOf(name), form) : otherOf(name),
    }))
}

/** The members' names that are found and that nobody has said to keep. */
export const openNames = (found: readonly FoundName[], kept: readonly string[]): string[] => {
  const keeping = new Set(kept.map(fold))
  return found.filter((one) => one.why === 'member' && !keeping.has(fold(one.word))).map((one) => one.word)
}
