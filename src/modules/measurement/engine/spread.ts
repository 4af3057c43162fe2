/** Mean, standard deviation and correlation, as a sample gives them: divided by n - 1, undefined where there is too little. */
import { sum } from 'simple-statistics'

/** The arithmetic mean; null of nothing. `sum` of simple-statistics carries the rounding errors along (Kahan, Babuska). */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum([...values]) / values.length

/** The standard deviation of a sample, divided by n - 1 (R: `sd`); null below two values. */
export const sdOf = (values: readonly number[]): number | null => {
  const mean = meanOf(values)
  if (mean === null || values.length < 2) return null
  // The mean of equal values can miss them by a rounding error, which would be taken for a spread.
  if (values.every((value) => value === values[0])) return 0
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1))
}

/**
 * Pearson's correlation; null below two pairs or where one side does not vary. simple-statistics' `sampleCorrelation` is
 * the same figure but gives NaN there.
 */
export const correlationOf = (xs: readonly number[], ys: readonly number[]): number | null => {
  const [meanOfX, meanOfY] = [meanOf(xs), meanOf(ys)]
  if (meanOfX === null || meanOfY === null || xs.length < 2) return null
  if (sdOf(xs) === 0 || sdOf(ys) === 0) return null
  const products = sum(xs.map((x, at) => (x - meanOfX) * ((ys[at] ?? Number.NaN) - meanOfY)))
  const spread = sum(xs.map((x) => (x - meanOfX) ** 2)) * sum(ys.map((y) => (y - meanOfY) ** 2))
  return spread > 0 ? Math.max(-1, Math.min(1, products / Math.sqrt(spread))) : null
}
