/** Covariances of items, over those who answered all of them or over those who answered each two. */

/** A symmetric matrix, row after row; NaN where fewer than two respondents share two items. */
export interface Covariances {
  readonly size: number
  readonly cells: Float64Array
  /** Respondents behind each cell: one number for all when listwise. */
  readonly fewest: number
}

type Columns = readonly Float64Array[]

/** Rows in which every item was answered. */
export const completeRows = (columns: Columns): Int32Array => {
  const rows = columns[0]?.length ?? 0
  const complete: number[] = []
  for (let row = 0; row < rows; row += 1)
    if (columns.every((column) => !Number.isNaN(column[row] ?? Number.NaN))) complete.push(row)
  return Int32Array.from(complete)
}

/**
 * Covariances over the complete rows, divided by n - 1 (R: `cov(x, use = "complete.obs")`).
 */
export const listwiseCovariances = (columns: Columns): Covariances => {
  const rows = completeRows(columns)
  const centred = columns.map((column) => centredOn(Float64Array.from(rows, (row) => column[row] ?? Number.NaN)))
  return matrix(columns.length, rows.length, (one, other) =>
    rows.length < 2 ? Number.NaN : dot(centred[one], centred[other]) / (rows.length - 1),
  )
}

/**
 * Covariances over the rows that answered both items of each pair, divided by n - 1 and centred on the means of those rows
 * (R: `cov(x, use = "pairwise.complete.obs")`; psych::alpha takes these).
 */
export const pairwiseCovariances = (columns: Columns): Covariances => {
  let fewest = Number.POSITIVE_INFINITY
  const pairs = matrix(columns.length, 0, (one, other) => {
    const { n, covariance } = sharedBy(columns[one], columns[other])
    fewest = Math.min(fewest, n)
    return covariance
  })
  return { ...pairs, fewest: columns.length === 0 ? 0 : fewest }
}

// Counted from the first value, answers that do not vary give a variance of exactly 0.
const sharedBy = (one: Float64Array = new Float64Array(), other: Float64Array = new Float64Array()) => {
  const shared = one.findIndex((x, row) => !Number.isNaN(x) && !Number.isNaN(other[row] ?? Number.NaN))
  const [x0, y0] = [one[shared] ?? 0, other[shared] ?? 0]
  let n = 0
  let sumOfOne = 0
  let sumOfOther = 0
  for (let row = 0; row < one.length; row += 1) {
    const x = (one[row] as number) - x0
    const y = (other[row] as number) - y0
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    n += 1
    sumOfOne += x
    sumOfOther += y
  }
  const [meanOfOne, meanOfOther] = [sumOfOne / n, sumOfOther / n]
  let products = 0
  for (let row = 0; row < one.length; row += 1) {
    const product = ((one[row] as number) - x0 - meanOfOne) * ((other[row] as number) - y0 - meanOfOther)
    if (!Number.isNaN(product)) products += product
  }
  return { n, covariance: n < 2 ? Number.NaN : products / (n - 1) }
}

const matrix = (size: number, fewest: number, cell: (one: number, other: number) => number): Covariances => {
  const cells = new Float64Array(size * size)
  for (let one = 0; one < size; one += 1)
    for (let other = one; other < size; other += 1) {
      const value = cell(one, other)
      cells[one * size + other] = value
      cells[other * size + one] = value
    }
  return { size, cells, fewest }
}

const centredOn = (values: Float64Array): Float64Array => {
  const first = values[0] ?? 0
  const mean = values.reduce((sum, value) => sum + (value - first), 0) / values.length
  return values.map((value) => value - first - mean)
}

const dot = (one: Float64Array = new Float64Array(), other: Float64Array = new Float64Array()): number => {
  let sum = 0
  for (let row = 0; row < one.length; row += 1) sum += (one[row] as number) * (other[row] as number)
  return sum
}
