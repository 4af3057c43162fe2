/** How far a group agrees about itself, compared with answers given at random. */

/** What r_wg(J) needs. */
export interface Agreement {
  /** J, the number of items. */
  readonly items: number
  /** A, the number of answers that an item offers. */
  readonly steps: number
  /** The mean over the items of the variance of the answers, divided by n - 1. */
  readonly meanVariance: number
}

/**
 * r_wg(J) = J*q / (J*q + s/e), with s the mean item variance, e = (A^2 - 1)/12 the variance of answers spread evenly over
 * all steps, and q = 1 - s/e. Where people agree less than chance would (s > e) the formula leaves its range and 0 stands.
 * James, L. R., Demaree, R. G., & Wolf, G. (1984). Estimating within-group interrater reliability. Journal of Applied
 * Psychology, 69, 85-98.
 * @returns null when the answers have no steps or the variance is unknown
 */
export const agreementOf = ({ items, steps, meanVariance }: Agreement): number | null => {
  const byChance = (steps * steps - 1) / 12
  if (items < 1 || !Number.isInteger(steps) || !(byChance > 0) || !(meanVariance >= 0)) return null
  const share = meanVariance / byChance
  if (share >= 1) return 0
  return (items * (1 - share)) / (items * (1 - share) + share)
}
