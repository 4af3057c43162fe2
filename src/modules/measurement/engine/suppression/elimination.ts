/** Gauss-Jordan elimination over a prime field: exact, and quick in integers of 32 bits. */

// The largest prime whose square fits into 31 bits. Determinants of the small 0-1 matrices here are far from its multiples.
export const PRIME = 46_337

/**
 * Reduces the rows in place, looking for pivots in the columns of `order` from left to right.
 * @returns the pivot column of each of the first rows; as many as the rank of those columns
 */
export const reduce = (rows: Int32Array[], order: readonly number[]): number[] => {
  const pivots: number[] = []
  for (const column of order) {
    const at = pivots.length
    if (at === rows.length) break
    const found = rows.findIndex((row, index) => index >= at && row[column] !== 0)
    if (found < 0) continue
    const pivot = rows[found] as Int32Array
    scale(pivot, inverse(pivot[column] as number))
    rows[found] = rows[at] as Int32Array
    rows[at] = pivot
    for (const [index, row] of rows.entries()) if (index !== at) subtract(row, pivot, row[column] as number)
    pivots.push(column)
  }
  return pivots
}

/** Takes `times` another vector away, in place. */
export const subtract = (from: Int32Array, other: Int32Array, times: number): void => {
  if (times === 0) return
  const add = PRIME - times
  for (let at = 0; at < from.length; at += 1) from[at] = ((from[at] as number) + add * (other[at] as number)) % PRIME
}

export const scale = (row: Int32Array, by: number): void => {
  for (let at = 0; at < row.length; at += 1) row[at] = ((row[at] as number) * by) % PRIME
}

/** By Fermat: a^(p-2). */
export const inverse = (of: number): number => {
  let result = 1
  let square = of
  for (let left = PRIME - 2; left > 0; left >>= 1) {
    if (left & 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
