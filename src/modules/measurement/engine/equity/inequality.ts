/** How evenly turns are spread over people. Those who were silent are zeros, and are always counted. */

/**
 * Gini coefficient of the people present: sum of (2i - n - 1) * x_i / (n * sum x), x ascending, i from 1.
 * Gini, C. (1912); the population form, 0 to (n-1)/n.
 * @param counts nothing below zero
 * @returns null for fewer than two people and when nobody has anything
 */
export const giniOf = (counts: readonly number[]): number | null => {
  const n = counts.length
  const all = totalOf(counts)
  if (n < 2 || all === 0) return null
  const ascending = [...counts].sort((one, other) => one - other)
  return ascending.reduce((sum, count, at) => sum + (2 * (at + 1) - n - 1) * count, 0) / (n * all)
}

/**
 * Gini times n/(n-1), so that one voice alone is 1 whatever the number of people.
 * Deltas, G. (2003). The small-sample bias of the Gini coefficient. Review of Economics and Statistics, 85, 226-234.
 */
export const correctedGiniOf = (counts: readonly number[]): number | null => {
  const gini = giniOf(counts)
  return gini === null ? null : (gini * counts.length) / (counts.length - 1)
}

/**
 * Pielou's evenness: -sum p ln p / ln n over all n people, silent ones included (they add nothing to the sum).
 * Pielou, E. C. (1966). The measurement of diversity. Journal of Theoretical Biology, 13, 131-144.
 */
export const evennessOf = (counts: readonly number[]): number | null => {
  const all = totalOf(counts)
  if (counts.length < 2 || all === 0) return null
  const shares = counts.filter((count) => count > 0).map((count) => count / all)
  return -shares.reduce((sum, share) => sum + share * Math.log(share), 0) / Math.log(counts.length) + 0
}

/**
 * Blau's index: 1 - sum p^2, the chance that two drawn at random (with replacement) differ.
 * Blau, P. M. (1977). Inequality and heterogeneity.
 */
export const blauOf = (counts: readonly number[]): number | null => {
  const all = totalOf(counts)
  return all === 0 ? null : 1 - counts.reduce((sum, count) => sum + (count / all) ** 2, 0)
}

/**
 * Index of qualitative variation: Blau * k/(k-1), so that an even spread over k kinds is 1.
 * Mueller, J. H., & Schuessler, K. F. (1961). Statistical reasoning in sociology.
 */
export const iqvOf = (counts: readonly number[]): number | null => {
  const blau = blauOf(counts)
  return blau === null || counts.length < 2 ? null : (blau * counts.length) / (counts.length - 1)
}

export const totalOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
