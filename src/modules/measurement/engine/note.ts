/** A note says in one plain sentence which rule was applied, or why a figure is undefined. */

/** `about` is the figure as it is called in the output (`density`, `alpha.listwise`), or `reading` for what was assumed. */
export interface Note {
  readonly about: string
  readonly says: string
}

/** Writes a note. */
export const note = (about: string, says: string): Note => ({ about, says })

/** "1 row", "2 rows": a count with its noun, for sentences. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
