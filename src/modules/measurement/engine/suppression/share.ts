/** Shares as they may be shown: coarser where few people stand behind them. */
import { LEAST } from './table.ts'

/** Below this many answers a share is rounded to five points. */
const COARSE_BELOW = 20

/**
 * A share in points of a hundred: rounded to 5 below 20 answers, to 1 from there.
 * @returns null below five answers
 */
export const shownShare = (count: number, answers: number): number | null => {
  if (answers < LEAST.closed) return null
  const step = answers < COARSE_BELOW ? 5 : 1
  return Math.round((100 * count) / answers / step) * step
}
