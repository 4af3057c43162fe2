/** Wilcoxon's signed rank test: whether changes up outweigh changes down, by their ranks. */
import normal from '@stdlib/stats-base-dists-normal-cdf'

/** The test. `v` is the sum of the ranks of the changes above zero. */
export interface Wilcoxon {
  readonly v: number
  /** Two-sided. */
  readonly p: number
  readonly method: 'exact' | 'normal with continuity correction'
  /** Changes that are not zero: the others are dropped. */
  readonly n: number
}

const EXACT_BELOW = 50

/**
 * As R's `wilcox.test(paired = TRUE)` decides: zero changes are dropped; below 50 pairs without ties and without zeros p is
 * exact, otherwise normal with a continuity correction and the variance corrected for ties. simple-statistics'
 * `wilcoxonRankSum` is another test (two independent groups).
 *
 * Wilcoxon, F. (1945). Individual comparisons by ranking methods. Biometrics Bulletin, 1, 80-83.
 * @param changes after minus before
 * @returns null when no change differs from zero
 */
export const wilcoxonOf = (changes: readonly number[]): Wilcoxon | null => {
  const moved = changes.filter((change) => change !== 0)
  const n = moved.length
  if (n === 0) return null
  const { ranks, tied, tieSum } = ranked(moved.map(Math.abs))
  const v = moved.reduce((sum, change, at) => (change > 0 ? sum + (ranks[at] ?? 0) : sum), 0)
  if (n < EXACT_BELOW && !tied && n === changes.length) return { v, p: exactP(v, n), method: 'exact', n }
  const distance = v - (n * (n + 1)) / 4
  const sigma = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum / 48)
  const z = (distance - Math.sign(distance) * 0.5) / sigma
  return { v, p: Math.min(1, 2 * normal(-Math.abs(z), 0, 1)), method: 'normal with continuity correction', n }
}

/** Ranks from 1, equal values sharing the mean of their ranks; `tieSum` is the sum of t^3 - t over groups of t equals. */
const ranked = (sizes: readonly number[]): { ranks: number[]; tied: boolean; tieSum: number } => {
  const order = sizes.map((_, at) => at).sort((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0))
  const ranks = new Array<number>(sizes.length)
  let tieSum = 0
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && sizes[order[to] ?? 0] === sizes[order[from] ?? 0]) to += 1
    for (const at of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2
    tieSum += (to - from) ** 3 - (to - from)
    from = to
  }
  return { ranks, tied: tieSum > 0, tieSum }
}

/** Twice the smaller tail of V when each rank is as likely above as below zero. */
const exactP = (v: number, n: number): number => {
  const most = (n * (n + 1)) / 2
  const ways = new Float64Array(most + 1)
  ways[0] = 1
  for (let rank = 1; rank <= n; rank += 1)
    for (let total = most; total >= rank; total -= 1) ways[total] = (ways[total] ?? 0) + (ways[total - rank] ?? 0)
  // The distribution is symmetric: the tail from v up is the tail down from most - v.
  const tail = ways.subarray(0, Math.min(v, most - v) + 1).reduce((sum, count) => sum + count, 0)
  return Math.min(1, (2 * tail) / 2 ** n)
}
