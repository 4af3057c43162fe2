/** How large a change is, in standard deviations: the field has several forms under one name, so each has its own. */

/** The figures of a pair of waves that effect sizes are made of; null where undefined. */
export interface Spread {
  readonly n: number
  /** Mean of the changes, after minus before. */
  readonly mean: number | null
  /** Standard deviation of the changes. */
  readonly sd: number | null
  readonly sdBefore: number | null
  readonly sdAfter: number | null
  /** Pearson's r between the waves. */
  readonly r: number | null
}

/** Effect sizes; null where undefined. */
export interface Effects {
  readonly dz: number | null
  readonly dav: number | null
  readonly drm: number | null
  readonly glass: number | null
  readonly hedgesGav: number | null
  readonly hedgesGz: number | null
}

/**
 * d_z = mean / sd of changes. d_rm = d_z * sqrt(2(1 - r)). d_av = mean / sqrt((var before + var after) / 2). Glass = mean / sd before.
 * Lakens, D. (2013). Calculating and reporting effect sizes to facilitate cumulative science. Frontiers in Psychology, 4,
 * 863; Cumming, G. (2012). Understanding the new statistics, for d_av with the pooled variance.
 *
 * Hedges' g multiplies d by the small-sample factor 1 - 3/(4(n-1) - 1): Hedges, L. V. (1981). Journal of Educational
 * Statistics, 6, 107-128 (approximation of the exact factor of gamma functions).
 */
export const effectsOf = ({ n, mean, sd, sdBefore, sdAfter, r }: Spread): Effects => {
  const dz = over(mean, sd)
  const average = sdBefore === null || sdAfter === null ? null : Math.sqrt((sdBefore ** 2 + sdAfter ** 2) / 2)
  const dav = over(mean, average)
  const small = smallSample(n)
  return {
    dz,
    dav,
    drm: times(dz, r === null ? null : Math.sqrt(2 * (1 - r))),
    glass: over(mean, sdBefore),
    hedgesGav: times(dav, small),
    hedgesGz: times(dz, small),
  }
}

/** 1 - 3/(4(n-1) - 1), the factor of Hedges' g for n pairs; null below three, where it is not positive. */
const smallSample = (n: number): number | null => (n < 3 ? null : 1 - 3 / (4 * (n - 1) - 1))

const over = (mean: number | null, spread: number | null): number | null =>
  mean === null || spread === null || spread === 0 ? null : mean / spread

const times = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one * other + 0
