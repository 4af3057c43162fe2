/**
 * Whether something about very few people can be computed from what is shown about groups.
 *
 * Who knows a sum (a count, a mean times its number) over each shown group knows every combination of these sums: every
 * vector in the row space of the matrix "group x person". A combination that touches fewer than `least` people, with
 * whatever weights, tells about them. Such a vector exists exactly when some columns of a matrix whose null space is that
 * row space, standing for fewer than `least` people together, depend on each other (minimum distance of a linear code:
 * MacWilliams & Sloane 1977). People who are in the same groups are one column, weighted by their number.
 *
 * Counts that cannot be negative tell no more: whoever pins a small cell by non-negativity alone uses a combination that
 * differs from a vector of the row space by empty cells only, and empty cells are columns of weight 0 here.
 */

/** `unproved`: too many groups cross each other to look at every combination. Treat it as `yes`. */
export type Verdict = 'no' | 'yes' | 'unproved'

// The largest prime below 2^26: products stay exact in a double, and ranks of 0-1 matrices of this size stay what they are.
const PRIME = 67_108_859
const PATIENCE = 200_000

/**
 * @param groups the respondents of every shown cell
 * @param weightless members of `groups` that stand for an empty cell and count as nobody
 */
export const fewDerivable = (
  groups: readonly ReadonlySet<string>[],
  least: number,
  weightless: ReadonlySet<string> = new Set(),
): Verdict => {
  const columns = columnsOf(groups, weightless)
  const checks = parityOf(
    columns.map(({ rows }) => rows),
    groups.length,
  )
  const light = columns
    .map(({ weight }, at) => ({ weight, check: checks[at] ?? [] }))
    .filter(({ weight }) => weight < least)
    .sort((one, other) => one.weight - other.weight)
  return dependentAmong(light, least)
}

interface Column {
  weight: number
  readonly rows: readonly number[]
}

const columnsOf = (groups: readonly ReadonlySet<string>[], weightless: ReadonlySet<string>): Column[] => {
  const memberships = new Map<string, number[]>()
  groups.forEach((group, row) => {
    for (const person of group) {
      const rows = memberships.get(person)
      if (rows) rows.push(row)
      else memberships.set(person, [row])
    }
  })
  const columns = new Map<string, Column>()
  for (const [person, rows] of memberships) {
    const column = columns.get(rows.join()) ?? { weight: 0, rows }
    column.weight += weightless.has(person) ? 0 : 1
    columns.set(rows.join(), column)
  }
  return [...columns.values()]
}

/** For each column its part of a matrix whose null space is the row space of the groups. */
const parityOf = (columns: readonly (readonly number[])[], height: number): number[][] => {
  const matrix = Array.from({ length: height }, () => new Array<number>(columns.length).fill(0))
  columns.forEach((rows, column) => {
    for (const row of rows) (matrix[row] as number[])[column] = 1
  })
  const pivots = reduce(matrix, columns.length)
  const rowOfPivot = new Map(pivots.map((column, row) => [column, row]))
  const free = columns.map((_, column) => column).filter((column) => !rowOfPivot.has(column))
  return columns.map((_, column) => {
    const row = matrix[rowOfPivot.get(column) ?? -1]
    return row
      ? free.map((other) => (PRIME - (row[other] ?? 0)) % PRIME)
      : free.map((other) => (other === column ? 1 : 0))
  })
}

/** Gauss-Jordan in place; answers the pivot column of each of the first rows. */
const reduce = (matrix: number[][], width: number): number[] => {
  const pivots: number[] = []
  for (let column = 0; column < width && pivots.length < matrix.length; column += 1) {
    const at = pivots.length
    const found = matrix.findIndex((row, index) => index >= at && row[column] !== 0)
    if (found < 0) continue
    const pivot = normalized(matrix[found] as number[], column)
    matrix[found] = matrix[at] as number[]
    matrix[at] = pivot
    for (const [index, row] of matrix.entries()) if (index !== at) subtract(row, pivot, row[column] ?? 0)
    pivots.push(column)
  }
  return pivots
}

/** Whether columns that stand for fewer than `least` people together depend on each other. */
const dependentAmong = (light: readonly { weight: number; check: readonly number[] }[], least: number): Verdict => {
  let looked = 0
  const search = (from: number, basis: readonly Based[], left: number): Verdict => {
    for (let at = from; at < light.length; at += 1) {
      const { weight, check } = light[at] as { weight: number; check: readonly number[] }
      if (weight > left) return 'no'
      looked += 1
      if (looked > PATIENCE) return 'unproved'
      const rest = reducedBy(basis, check)
      const pivot = rest.findIndex((entry) => entry !== 0)
      if (pivot < 0) return 'yes'
      const grown = [...basis, { pivot, row: normalized(rest, pivot) }]
      const deeper = search(at + 1, grown, left - weight)
      if (deeper !== 'no') return deeper
      // Empty cells cost nothing: with them everything before was looked at, too.
      if (weight === 0) return 'no'
    }
    return 'no'
  }
  return search(0, [], least - 1)
}

interface Based {
  readonly pivot: number
  readonly row: readonly number[]
}

const reducedBy = (basis: readonly Based[], vector: readonly number[]): number[] => {
  const rest = [...vector]
  for (const { pivot, row } of basis) subtract(rest, row, rest[pivot] ?? 0)
  return rest
}

const subtract = (from: number[], row: readonly number[], times: number): void => {
  if (times === 0) return
  for (let at = 0; at < from.length; at += 1) from[at] = ((from[at] ?? 0) + (PRIME - times) * (row[at] ?? 0)) % PRIME
}

const normalized = (row: readonly number[], pivot: number): number[] => {
  const inverse = power(row[pivot] ?? 1, PRIME - 2)
  return row.map((entry) => (entry * inverse) % PRIME)
}

const power = (base: number, exponent: number): number => {
  let result = 1
  let square = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
