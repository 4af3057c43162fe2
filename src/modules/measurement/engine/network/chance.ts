/** Chance that can be repeated: the same seed gives the same row of numbers. */

/** Numbers from 0 up to 1, after Tommy Ettinger's mulberry32. */
export type Chance = () => number

/** Begins a row of numbers. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Puts what an array holds into an order of chance (Fisher and Yates). */
export const shuffled = (order: Int32Array, chance: Chance): Int32Array => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    const held = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = held
  }
  return order
}
