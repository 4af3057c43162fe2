/** Says who made a story, each as that person wished: by name, by perspective, or not at all. */
import type { Language } from '../../platform/words/words.ts'
import { perspectives } from '../community/contract.ts'
import { words } from './words.ts'

/** One person below a story: a name or a perspective, never both. */
export interface Maker {
  readonly name: string | null
  readonly perspective: string | null
}

const lists = new Map<Language, Intl.ListFormat>()

const listed = (lang: Language, parts: readonly string[]): string => {
  const known = lists.get(lang) ?? new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { type: 'conjunction' })
  lists.set(lang, known)
  return known.format(parts)
}

/** A perspective in words, such as “a teacher”; without one, “a member”. */
export const perspectiveWord = (lang: Language, perspective: string | null): string => {
  const known = perspectives.find((one) => one === perspective)
  return words(lang)(known ? `perspective.${known}` : 'perspective.member')
}

/** Names one after the other, the last with “and”. */
export const namesListed = (lang: Language, names: readonly string[]): string => listed(lang, names)

/** “Rita Vale, a student and a speech therapist”; nobody is nothing. A perspective is said once. */
export const makersSaid = (lang: Language, makers: readonly Maker[]): string => {
  const named = makers.flatMap((maker) => (maker.name ? [maker.name] : []))
  const unnamed = makers.filter((maker) => !maker.name).map((maker) => perspectiveWord(lang, maker.perspective))
  const parts = [...named, ...new Set(unnamed)]
  return parts.length === 0 ? '' : listed(lang, parts)
}
