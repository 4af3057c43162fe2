/** How many contributions each thread has: most are short, a few are very long. */
import { between, type Chance } from './chance.ts'

/** The long thread, and the ten of exactly one page, that stand at the head of each two thousand. */
export const HEAD: readonly number[] = [1000, ...Array<number>(10).fill(50)]

/** Shares of the threads and the size up to which they go: half of them have 7 or fewer, one in a hundred over 270. */
const CURVE = [
  [0, 1.5],
  [0.5, 7],
  [0.75, 13],
  [0.9, 33.5],
  [0.95, 60],
  [0.99, 256],
  [1, 600],
] as const

const sizeAt = (share: number): number => {
  const above = Math.max(
    1,
    CURVE.findIndex(([upTo]) => share < upTo),
  )
  const [fromShare, from] = CURVE[above - 1] ?? [0, 1.5]
  const [toShare, to] = CURVE[above] ?? [1, 600]
  return from * (to / from) ** ((share - fromShare) / (toShare - fromShare))
}

/**
 * Sizes of threads, the head first and the rest in no order.
 * @param posts how many there are to be in all; without it as many as the curve gives
 */
export const threadSizes = (chance: Chance, threads: number, posts?: number): number[] => {
  const rest = Math.max(0, threads - HEAD.length)
  const sizes = Array.from({ length: rest }, (_, at) => Math.max(1, Math.round(sizeAt((at + 0.5) / rest))))
  if (posts !== undefined) settle(sizes, posts - HEAD.reduce((sum, size) => sum + size, 0))
  for (let at = sizes.length - 1; at > 0; at--) {
    const other = between(chance, 0, at)
    ;[sizes[at], sizes[other]] = [sizes[other] as number, sizes[at] as number]
  }
  return [...HEAD, ...sizes].slice(0, threads)
}

/** Makes threads of the upper middle one longer or shorter, round by round, until the sum is right. */
const settle = (sizes: number[], sum: number): void => {
  const from = Math.floor(sizes.length * 0.55)
  const to = Math.floor(sizes.length * 0.9)
  let missing = sum - sizes.reduce((all, size) => all + size, 0)
  for (let at = from; missing !== 0 && to > from; at = at + 1 < to ? at + 1 : from) {
    sizes[at] = (sizes[at] as number) + Math.sign(missing)
    missing -= Math.sign(missing)
  }
}
