/** Chance with a seed: the same seed gives the same village again. */

/** Draws. */
export interface Chance {
  /** A whole number from 0, below `most`. */
  below(most: number): number
  /** One of them. */
  one<T>(all: readonly T[]): T
  /** Whether it happens, so many times of a hundred. */
  happens(percent: number): boolean
  /** Some of them, `many` at most, in an order of their own. */
  some<T>(all: readonly T[], many: number): T[]
}

/** Draws from a seed (mulberry32, a public-domain generator by Tommy Ettinger). */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    one: <T>(all: readonly T[]) => {
      if (all.length === 0) throw new Error('One of nothing')
      return all[below(all.length)] as T
    },
    happens: (percent) => below(100) < percent,
    some: (all, many) => {
      const left = [...all]
      const drawn = []
      while (left.length > 0 && drawn.length < many) drawn.push(...left.splice(below(left.length), 1))
      return drawn
    },
  }
}
