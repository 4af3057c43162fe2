/** Another solver tries to break what was released: random tables, one after another, and no small group may come out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../refused.ts'
import { tablesOf } from './counts.ts'
import { wholeIdOf } from './remainder.ts'
import { type Release, suppress } from './suppress.ts'
import { type Table, wholeOf } from './table.ts'

const released = (tables: readonly Table[], earlier: readonly Release[] = []): Release => {
  const outcome = suppress(tables, earlier)
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome
}

// CIRANDA_HARDER=20 tries twenty times as many.
const HARDER = Number(process.env.CIRANDA_HARDER ?? 1)

/** All groups that readers know about. */
const groupsOf = (releases: readonly Release[]): ReadonlySet<string>[] =>
  releases.flatMap(({ tables, shown }) =>
    tables.flatMap((table) => [
      ...(shown.has(wholeIdOf(table)) ? [wholeOf(table)] : []),
      ...table.cells.filter(({ id }) => shown.has(id)).map(({ respondents }) => respondents),
    ]),
  )

// --- Sums over people: plain Gaussian elimination in floating point, tried for every four people. -----------------------

const rank = (rows: readonly (readonly number[])[]): number => {
  const matrix = rows.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const best = matrix
      .map((row, at) => ({ at, size: Math.abs(row[column] ?? 0) }))
      .slice(found)
      .reduce((one, other) => (other.size > one.size ? other : one), { at: -1, size: 1e-9 })
    const pivot = matrix[best.at]
    if (!pivot) continue
    matrix[best.at] = matrix[found] as number[]
    matrix[found] = pivot
    for (const row of matrix.slice(found + 1)) {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1)
      if (times !== 0)
        for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - times * (pivot[at] ?? 0)
    }
    found += 1
  }
  return found
}

/** The first group of fewer than `least` people about whom something can be computed from sums over these groups. */
const singledOut = (groups: readonly ReadonlySet<string>[], least = 5): string[] | undefined => {
  const people = [...new Set(groups.flatMap((group) => [...group]))]
  const full = rank(groups.map((group) => people.map((person) => (group.has(person) ? 1 : 0))))
  const tries = (from: number, chosen: readonly string[]): string[] | undefined => {
    if (chosen.length === least - 1 || from === people.length) {
      const others = people.filter((person) => !chosen.includes(person))
      const left = rank(groups.map((group) => others.map((person) => (group.has(person) ? 1 : 0))))
      return left < full ? [...chosen] : undefined
    }
    for (let at = from; at < people.length; at += 1) {
      const found = tries(at + 1, [...chosen, people[at] as string])
      if (found) return found
    }
    return undefined
  }
  return full === 0 ? undefined : tries(0, [])
}

test('the solver itself finds what is there', () => {
  const group = (...at: number[]) => new Set(at.map((one) => `p${one}`))
  expect(singledOut([group(0, 1, 2, 3, 4, 5, 6), group(0, 1, 2, 3, 4)])).toContain('p5')
  expect(singledOut([group(0, 1, 2, 3, 4, 5), group(6, 7, 8, 9, 10)])).toBeUndefined()
})

const PEOPLE = 14
const group = fc.subarray([...Array(PEOPLE).keys()], { minLength: 0, maxLength: PEOPLE })
const filters = fc.array(group, { minLength: 1, maxLength: 4 })
const everyone = new Set(Array.from({ length: PEOPLE }, (_, at) => `p${at}`))
const tableOf = (id: string, groups: readonly (readonly number[])[], whole: boolean): Table => ({
  id,
  about: ['trust'],
  kind: 'closed',
  ...(whole && { whole: { id: 'everyone', respondents: everyone } }),
  cells: groups.map((members, at) => ({
    id: `${id}.${at}`,
    respondents: new Set(members.map((member) => `p${member}`)),
  })),
})
test(
  'no group of fewer than five comes out of any tables shown together',
  () => {
    fc.assert(
      fc.property(fc.array(filters, { minLength: 1, maxLength: 3 }), fc.boolean(), (sets, whole) => {
        const shown = released(sets.map((groups, at) => tableOf(`t${at}`, groups, whole)))
        expect(singledOut(groupsOf([shown]))).toBeUndefined()
      }),
      { numRuns: 30 * HARDER },
    )
  },
  60_000 * HARDER,
)

test(
  'nor out of tables shown one after another, over time',
  () => {
    fc.assert(
      fc.property(fc.array(filters, { minLength: 2, maxLength: 4 }), (sets) => {
        const known: Release[] = []
        for (const [at, groups] of sets.entries())
          known.push(released([tableOf(`t${at}`, groups, at % 2 === 0)], known))
        expect(singledOut(groupsOf(known))).toBeUndefined()
      }),
      { numRuns: 30 * HARDER },
    )
  },
  60_000 * HARDER,
)

test(
  'nothing is held back without need: one more cell would single somebody out',
  () => {
    fc.assert(
      fc.property(filters, (groups) => {
        const table = tableOf('t', groups, true)
        const release = released([table])
        const shown = groupsOf([release])
        for (const one of release.decisions) {
          if (one.shown || one.reason !== 'difference') continue
          const cell = table.cells.find(({ id }) => id === one.cell)
          expect(singledOut([everyone, ...shown, cell?.respondents ?? new Set()])).toBeDefined()
        }
      }),
      { numRuns: 30 * HARDER },
    )
  },
  60_000 * HARDER,
)

test('lists of texts never divide people into groups of fewer than ten', () => {
  const many = fc.subarray([...Array(60).keys()], { minLength: 0, maxLength: 60 })
  fc.assert(
    fc.property(fc.array(many, { minLength: 1, maxLength: 5 }), (groups) => {
      const lists = groupsOf([released([{ ...tableOf('t', groups, false), kind: 'text' }])])
      const patterns = new Map<string, number>()
      for (let at = 0; at < 60; at += 1) {
        const pattern = lists.map((list) => (list.has(`p${at}`) ? 1 : 0)).join('')
        patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1)
      }
      for (const [pattern, size] of patterns) if (pattern.includes('1')) expect(size).toBeGreaterThanOrEqual(10)
    }),
  )
})

// --- Counts: every way in which the hidden cells could have been filled is tried. ---------------------------------------

type Leaves = Record<string, number>

const shownCounts = (leaves: Leaves, sums: Record<string, string[]>): Map<string, number> => {
  const tables = tablesOf({ id: 't', about: ['count'], kind: 'closed', leaves, sums })
  if (isRefused(tables)) throw new Error(tables.refused)
  return new Map(
    released(tables).decisions.flatMap((one) => (one.shown ? [[one.cell, one.n] as [string, number]] : [])),
  )
}

const leavesIn = (name: string, sums: Record<string, string[]>): string[] =>
  sums[name]?.flatMap((part) => leavesIn(part, sums)) ?? [name]

/** All fillings of the leaves that agree with what is shown, up to `most` in a leaf. */
const fillings = (
  names: readonly string[],
  equations: readonly { of: readonly string[]; n: number }[],
  most: number,
) => {
  const found: Leaves[] = []
  const fill = (at: number, leaves: Leaves): void => {
    for (const { of, n } of equations) {
      const known = of.reduce((sum, name) => sum + (leaves[name] ?? 0), 0)
      if (known > n || (known < n && of.every((name) => name in leaves))) return
    }
    const name = names[at]
    if (name === undefined) return void found.push(leaves)
    for (let count = 0; count <= most; count += 1) fill(at + 1, { ...leaves, [name]: count })
  }
  fill(0, {})
  return found
}

const solved = (leaves: Leaves, sums: Record<string, string[]>, knowsTheRule: boolean): string[] => {
  const shown = shownCounts(leaves, sums)
  const names = Object.keys(leaves)
  const equations = [...shown].map(([cell, n]) => ({ of: leavesIn(cell.slice(3), sums), n }))
  const most = Math.max(8, ...shown.values())
  const possible = fillings(names, equations, most).filter(
    (other) => !knowsTheRule || alike(shownCounts(other, sums), shown),
  )
  const hidden = [...names, ...Object.keys(sums)].filter((name) => !shown.has(`t: ${name}`))
  const value = (filling: Leaves, name: string) =>
    leavesIn(name, sums).reduce((sum, leaf) => sum + (filling[leaf] ?? 0), 0)
  return hidden.filter((name) => value(leaves, name) < 5 && new Set(possible.map((one) => value(one, name))).size < 2)
}

const alike = (one: Map<string, number>, other: Map<string, number>) =>
  one.size === other.size && [...one].every(([cell, n]) => other.get(cell) === n)

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 9 }))

test(
  'no small count can be solved for in a row with its sum, even by somebody who knows this program',
  () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 4 }), (counts) => {
        const leaves = Object.fromEntries(counts.map((one, at) => [`c${at}`, one]))
        const sums = { all: Object.keys(leaves) }
        expect(solved(leaves, sums, false)).toEqual([])
        expect(solved(leaves, sums, true)).toEqual([])
      }),
      { numRuns: 30 * HARDER },
    )
  },
  120_000 * HARDER,
)

test(
  'nor in rows and columns with all their sums',
  () => {
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count, count), ([a, b, c, d, e, f]) => {
        const leaves = { a1: a, a2: b, a3: c, b1: d, b2: e, b3: f }
        const sums = {
          all: ['a', 'b'],
          columns: ['1', '2', '3'],
          a: ['a1', 'a2', 'a3'],
          b: ['b1', 'b2', 'b3'],
          1: ['a1', 'b1'],
          2: ['a2', 'b2'],
          3: ['a3', 'b3'],
        }
        expect(solved(leaves, sums, false)).toEqual([])
      }),
      { numRuns: 30 * HARDER },
    )
  },
  120_000 * HARDER,
)
