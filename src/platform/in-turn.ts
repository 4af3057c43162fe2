/** Work that is heavy, done by a few at a time, so that what is light need not wait. */

/**
 * A gate: whatever work comes goes through, `many` at a time, in the order in which it came. Work that fails lets the next
 * one through as well.
 */
export const inTurn = (many: number): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let free = many
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
