/** Student's t for paired values, and the interval in which the mean change lies. */
import cdf from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** A paired t test, two-sided. */
export interface TTest {
  readonly t: number
  readonly df: number
  readonly p: number
  /** 95% confidence interval of the mean change. */
  readonly ci95: readonly [number, number]
}

/**
 * t = mean / (sd / sqrt(n)) with n - 1 degrees of freedom; ci95 = mean -+ t(.975) * sd / sqrt(n).
 * Student (1908). The probable error of a mean. Biometrika, 6, 1-25; R: `t.test(paired = TRUE)`.
 * @returns null below two pairs or when every change is the same
 */
export const tTestOf = (n: number, mean: number | null, sd: number | null): TTest | null => {
  if (n < 2 || mean === null || sd === null || sd === 0) return null
  const df = n - 1
  const error = sd / Math.sqrt(n)
  const t = mean / error
  const reach = quantile(0.975, df) * error
  return { t, df, p: Math.min(1, 2 * cdf(-Math.abs(t), df)), ci95: [mean - reach, mean + reach] }
}
