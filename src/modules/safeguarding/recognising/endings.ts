/** The endings that languages hang on a name: “Jakubovi” and “Jakuba” are Jakub, “Zuzane” is Zuzana. Pure; folded words. */

// Slovak bends every name; German and Dutch add an s.
const added: Readonly<Record<string, readonly string[]>> = {
  sk: ['a', 'ovi', 'om', 'e', 'u', 'ov', 'ova', 'ove', 'ovej', 'ovho', 'ovu', 'ovym', 'ovou'],
  de: ['s'],
  nl: ['s'],
}
const insteadOfA: Readonly<Record<string, readonly string[]>> = {
  sk: ['y', 'e', 'i', 'u', 'ou', 'in', 'ina', 'ine', 'inej', 'inho', 'inu', 'inym', 'inou'],
}
const SHORTEST = 3
const endsInVowel = (name: string): boolean => /[aeiouáéíóúý]$/i.test(name)

/** A name that a word may be a form of, and the ending that stands there. */
export interface Form {
  readonly name: string
  readonly ending: string
}

/** The names that a folded word may be a form of, in a language; the word itself is none of them. */
export const formsOf = (word: string, language: string): Form[] => {
  const cut = (endings: readonly string[] = [], then: string): Form[] =>
    endings
      .filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST)
      .map((ending) => ({ name: word.slice(0, word.length - ending.length) + then, ending }))
  return [
    ...cut(added[language], '').filter(({ name }) => language !== 'sk' || !endsInVowel(name)),
    ...cut(insteadOfA[language], 'a'),
  ]
}

/** Another name in the same form, where it bends alike; otherwise as it is. */
export const bent = (instead: string, { name, ending }: Form): string => {
  const endsInA = (one: string) => /a$/i.test(one)
  if (endsInA(name)) return endsInA(instead) ? instead.slice(0, -1) + ending : instead
  return ending !== 's' && endsInVowel(instead) ? instead : instead + ending
}
