/**
 * Whether something about very few people can be computed from what is shown about groups.
 *
 * Who knows a sum (a count, a mean times its number) over each shown group knows every combination of these sums: every
 * vector in the row space of the matrix "group x person". A combination that touches fewer than `least` people, with
 * whatever weights, tells about them. So the row space is a linear code whose minimum distance must be `least` or more.
 *
 * Found as Brouwer and Zimmermann do (Zimmermann 1996; Grassl 2006): take disjoint sets of people, each of which determines
 * a combination. A combination of at most four people meets one of three such sets in at most one of them, and is then a row
 * of the matrix reduced on that set; with two sets, a sum of two rows. Only where people are too few for two such sets every
 * combination of them is tried.
 *
 * Counts that cannot be negative tell no more: whoever pins a small cell by non-negativity alone uses a combination that
 * differs from a vector of the row space by empty cells only; those are `weightless` members here.
 */
import { inverse, PRIME, reduce, scale, subtract } from './elimination.ts'

/** `unproved`: too many groups cross each other to look at every combination. Treat it as `yes`. */
export type Verdict = 'no' | 'yes' | 'unproved'

const PATIENCE = 40_000

/**
 * @param groups the respondents of every shown cell
 * @param weightless members of `groups` that stand for an empty cell and count as nobody
 */
export const fewDerivable = (
  groups: readonly ReadonlySet<string>[],
  least: number,
  weightless: ReadonlySet<string> = new Set(),
): Verdict => {
  const { rows, weights } = matrixOf(groups, weightless)
  const heaviest = weights.map((_, column) => column).sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
  const pivots = reduce(rows, heaviest)
  // A pivot that is nobody: its row is zero on all people, so it tells of empty cells alone.
  if (pivots.some((column) => weights[column] === 0)) return 'yes'
  const basis = rows.slice(0, pivots.length)
  const forms = disjointForms(basis, pivots, weights, Math.ceil(least / 2))
  const together = Math.floor((least - 1) / Math.max(1, forms.length))
  if (forms.some((form) => form.some((row) => weightOf(row, weights, least) < least))) return 'yes'
  if (together <= 1) return 'no'
  if (together <= 2) return forms.some((form) => pairBelow(form, weights, least)) ? 'yes' : 'no'
  return dependentAmong(parityOf(basis, pivots, weights, least), least)
}

interface Matrix {
  readonly rows: Int32Array[]
  /** How many people each column stands for: those who are in the same groups are one column. */
  readonly weights: number[]
}

const matrixOf = (groups: readonly ReadonlySet<string>[], weightless: ReadonlySet<string>): Matrix => {
  const memberships = new Map<string, number[]>()
  groups.forEach((group, row) => {
    for (const person of group) {
      const own = memberships.get(person)
      if (own) own.push(row)
      else memberships.set(person, [row])
    }
  })
  const columns = new Map<string, { weight: number; own: readonly number[] }>()
  for (const [person, own] of memberships) {
    const key = own.join()
    const column = columns.get(key) ?? { weight: 0, own }
    column.weight += weightless.has(person) ? 0 : 1
    columns.set(key, column)
  }
  const rows = groups.map(() => new Int32Array(columns.size))
  const all = [...columns.values()]
  all.forEach(({ own }, at) => {
    for (const row of own) (rows[row] as Int32Array)[at] = 1
  })
  return { rows, weights: all.map(({ weight }) => weight) }
}

/** The basis reduced on one set of people after the other, none of them twice; only sets that determine everything. */
const disjointForms = (
  basis: readonly Int32Array[],
  pivots: readonly number[],
  weights: readonly number[],
  most: number,
) => {
  const forms = [basis]
  const left = [...weights]
  let used = pivots
  while (forms.length < most) {
    for (const column of used) left[column] = (left[column] ?? 0) - 1
    const order = left.flatMap((people, column) => (people > 0 ? [column] : []))
    order.sort((one, other) => (left[other] ?? 0) - (left[one] ?? 0))
    const form = basis.map((row) => row.slice())
    used = reduce(form, order)
    if (used.length < basis.length) break
    forms.push(form)
  }
  return forms
}

/** How many people a combination touches; stops counting at `enough`. */
const weightOf = (row: Int32Array, weights: readonly number[], enough: number): number => {
  let weight = 0
  for (let at = 0; at < row.length && weight < enough; at += 1) if (row[at] !== 0) weight += weights[at] ?? 0
  return weight
}

/** Whether two rows can be combined so that fewer than `least` people remain. */
const pairBelow = (form: readonly Int32Array[], weights: readonly number[], least: number): boolean =>
  form.some((one, at) => form.slice(at + 1).some((other) => combined(one, other, weights) < least))

const combined = (one: Int32Array, other: Int32Array, weights: readonly number[]): number => {
  let alone = 0
  const shared = new Map<number, number>()
  let together = 0
  for (let at = 0; at < one.length; at += 1) {
    const [x, y] = [one[at] as number, other[at] as number]
    const weight = weights[at] ?? 0
    if (x === 0 && y === 0) continue
    if (x === 0 || y === 0) alone += weight
    else {
      const ratio = (x * inverse(y)) % PRIME
      shared.set(ratio, (shared.get(ratio) ?? 0) + weight)
      together += weight
    }
  }
  return alone + together - Math.max(0, ...shared.values())
}

interface Light {
  readonly weight: number
  readonly check: Int32Array
}

/** Columns of few people, each as a vector that the row space checks: those of a combination depend on each other. */
const parityOf = (
  basis: readonly Int32Array[],
  pivots: readonly number[],
  weights: readonly number[],
  least: number,
) => {
  const rowOfPivot = new Map(pivots.map((column, row) => [column, row]))
  const free = weights.flatMap((_, column) => (rowOfPivot.has(column) ? [] : [column]))
  const light = weights.flatMap((weight, column): Light[] => {
    if (weight >= least) return []
    const row = basis[rowOfPivot.get(column) ?? -1]
    const entry = (other: number) => (row ? (PRIME - (row[other] ?? 0)) % PRIME : Number(other === column))
    return [{ weight, check: Int32Array.from(free, entry) }]
  })
  return light.sort((one, other) => one.weight - other.weight)
}

/** Whether columns that stand for fewer than `least` people together depend on each other. */
const dependentAmong = (light: readonly Light[], least: number): Verdict => {
  let looked = 0
  const search = (from: number, chosen: readonly { pivot: number; row: Int32Array }[], left: number): Verdict => {
    for (const [at, { weight, check }] of light.entries()) {
      if (at < from) continue
      if (weight > left) return 'no'
      looked += 1
      if (looked > PATIENCE) return 'unproved'
      const rest = check.slice()
      for (const { pivot, row } of chosen) subtract(rest, row, rest[pivot] as number)
      const pivot = rest.findIndex((entry) => entry !== 0)
      if (pivot < 0) return 'yes'
      scale(rest, inverse(rest[pivot] as number))
      const deeper = search(at + 1, [...chosen, { pivot, row: rest }], left - weight)
      if (deeper !== 'no') return deeper
    }
    return 'no'
  }
  return search(0, [], least - 1)
}
