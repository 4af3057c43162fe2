// Which known words may have been meant by a mistyped one: few letters changed, added, missing or swapped.

/** A known word, and the typed word that it is like. */
export interface NearWord {
  asked: string
  language: string
  word: string
}

const mostNear = 5

/** How many mistakes are forgiven in a word of this length: none below 4 letters, two from 8 letters on. */
export function mistakesForgiven(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2
}

/** The typed word with each pair of neighbours swapped: a mistake that trigrams of short words do not see. */
export function withSwappedLetters(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => {
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  }).filter((each) => each !== word)
}

/** The at most five nearest of the known words, nearest first, ties by alphabet. Pure. */
export function nearest(asked: string, known: string[]): string[] {
  const most = mistakesForgiven(asked.length)
  return known
    .map((word) => ({ word, mistakes: mistakesBetween(asked, word) }))
    .filter(({ mistakes }) => mistakes > 0 && mistakes <= most)
    .sort((a, b) => a.mistakes - b.mistakes || (a.word < b.word ? -1 : 1))
    .slice(0, mostNear)
    .map(({ word }) => word)
}

/** Letters to change, add, drop or swap to come from one word to the other (optimal string alignment). Pure. */
export function mistakesBetween(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swapped) least = Math.min(least, at(before, j - 2) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return at(row, other.length)
}

const at = (row: number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
