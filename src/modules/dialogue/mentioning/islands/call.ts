/** The call that somebody is typing: an @ at the beginning of a word, and what stands between it and the caret. */

/** Where it begins and what was typed of the name. */
export interface Typing {
  readonly from: number
  readonly name: string
}

const LONGEST_NAME = 40
/** So many names are offered at once. */
export const MOST_OFFERED = 5

/** Letters as they sound alike: without marks, small. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What is being typed before the caret; nothing where nobody is called. */
export const typingAt = (text: string, caret: number): Typing | undefined => {
  const before = text.slice(Math.max(0, caret - LONGEST_NAME - 2), caret)
  const found = /(?<![\p{L}\p{N}_@/.])@(\p{L}[\p{L}\p{M}\p{N}'’ -]*|)$/u.exec(before)
  return found ? { from: caret - found[0].length, name: found[1] ?? '' } : undefined
}

/** The names that fit: those that begin so first, then those in which a later word does. A name that is whole needs no offer. */
export const offered = (names: readonly string[], typed: string): string[] => {
  const wanted = plain(typed)
  if (names.some((name) => plain(name) === wanted.trimEnd() && wanted !== '')) return []
  const first = names.filter((name) => plain(name).startsWith(wanted))
  const later = names.filter((name) => !first.includes(name) && plain(name).includes(` ${wanted}`))
  return [...first, ...(wanted === '' ? [] : later)].slice(0, MOST_OFFERED)
}
