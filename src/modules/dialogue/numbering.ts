/** Numbered pages: fifty contributions or twenty threads each, counted among what the reader hears. */

/** Contributions on one page. */
export const VOICES_A_PAGE = 50

/** Threads on one page of the list. */
export const THREADS_A_PAGE = 20

/** How many pages there are; one even when nothing was said yet. */
export const pagesOf = (count: number, each = VOICES_A_PAGE): number => Math.max(1, Math.ceil(count / each))

/** The page that an address asks for; anything odd is the first. */
export const pageAsked = (asked: string | undefined): number => {
  const page = Number(asked ?? 1)
  return Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1
}
