/** How well the items of a scale hold together: alpha, and what each item does for it. All from a covariance matrix. */
import type { Covariances } from './covariance.ts'

/**
 * Cronbach's alpha: k/(k-1) * (1 - sum of item variances / variance of their sum), variances divided by n - 1.
 * Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika, 16, 297-334.
 * @returns null for one item, for a sum that does not vary, or where a covariance is missing
 */
export const alphaOf = (covariances: Covariances): number | null => {
  const { size } = covariances
  const all = total(covariances)
  if (size < 2 || !varies(all, covariances)) return null
  return defined((size / (size - 1)) * (1 - trace(covariances) / all))
}

/**
 * Alpha of the standardised items: k * r / (1 + (k-1) * r) with r the mean correlation of two items.
 * Cronbach (1951); psych::alpha calls it `std.alpha`.
 */
export const standardizedAlphaOf = (covariances: Covariances): number | null => {
  const r = meanCorrelationOf(covariances)
  const { size } = covariances
  return r === null || 1 + (size - 1) * r <= 0 ? null : (size * r) / (1 + (size - 1) * r)
}

/** The mean of the correlations of each two items (psych::alpha: `average_r`); null when an item does not vary. */
export const meanCorrelationOf = ({ size, cells }: Covariances): number | null => {
  let sum = 0
  for (let one = 0; one < size; one += 1)
    for (let other = one + 1; other < size; other += 1) {
      const spread = at(cells, one * size + one) * at(cells, other * size + other)
      if (!(spread > 0)) return null
      sum += at(cells, one * size + other) / Math.sqrt(spread)
    }
  return size < 2 ? null : defined(sum / ((size * (size - 1)) / 2))
}

/**
 * Corrected item-total correlation: Pearson's r of an item with the sum of the *other* items (item-rest).
 * Nunnally, J. C. (1978). Psychometric theory; psych::alpha calls it `r.drop`.
 * @returns null where the item or the rest does not vary
 */
export const itemRestOf = (covariances: Covariances, item: number): number | null => {
  const { size, cells } = covariances
  const own = at(cells, item * size + item)
  const withAll = rowSum(covariances, item)
  const rest = total(covariances) - 2 * withAll + own
  if (size < 2 || !(own > 0) || !varies(rest, covariances)) return null
  return defined((withAll - own) / Math.sqrt(own * rest))
}

/** Alpha of the scale without one item, from the same covariances; null when fewer than two items remain. */
export const alphaWithout = (covariances: Covariances, item: number): number | null => {
  const { size, cells, fewest } = covariances
  const left = cells.filter((_, cell) => cell % size !== item && Math.floor(cell / size) !== item)
  return alphaOf({ size: size - 1, cells: left, fewest })
}

const at = (cells: Float64Array, index: number): number => cells[index] ?? Number.NaN

const total = ({ cells }: Covariances): number => cells.reduce((sum, cell) => sum + cell, 0)

const trace = ({ size, cells }: Covariances): number =>
  cells.reduce((sum, cell, index) => (index % (size + 1) === 0 ? sum + cell : sum), 0)

const rowSum = ({ size, cells }: Covariances, item: number): number =>
  cells.subarray(item * size, (item + 1) * size).reduce((sum, cell) => sum + cell, 0)

// Items that cancel each other out leave a rest of rounding errors, which is no variance.
const varies = (variance: number, { cells }: Covariances): boolean =>
  variance > 1e-12 * cells.reduce((sum, cell) => sum + Math.abs(cell), 0)

const defined = (value: number): number | null => (Number.isFinite(value) ? value : null)
