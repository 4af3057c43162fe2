/** Looks for words by which a child could be recognised: names the community knows, and common first names. Pure. */
import { fold, wordsIn } from '../../../platform/search/folding.ts'
import { isLanguage, languages } from '../../../platform/words/words.ts'
import firstNames from './first-names.json' with { type: 'json' }

/** A word that was found, as it stands in the text, why it was found, and another name for it. */
export interface FoundName {
  readonly word: string
  readonly why: 'member' | 'first-name'
  readonly instead: string
}

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
  const suspicious = [...here.keys()].filter((word) => ofMembers.has(word) || known.has(word))
  const taken = new Set([...here.keys(), ...ofMembers])
  const girls = pseudonyms(language, true, taken)
  const boys = pseudonyms(language, false, taken)
  return suspicious
    .sort((one, other) => Number(ofMembers.has(other)) - Number(ofMembers.has(one)))
    .map((word) => ({
      word: here.get(word) ?? word,
      why: ofMembers.has(word) ? 'member' : 'first-name',
      instead: (girlsNames.has(word) ? girls : boys).next().value ?? '',
    }))
}

/** The members' names that are found and that nobody has said to keep. */
export const openNames = (found: readonly FoundName[], kept: readonly string[]): string[] => {
  const keeping = new Set(kept.map(fold))
  return found.filter((one) => one.why === 'member' && !keeping.has(fold(one.word))).map((one) => one.word)
}
