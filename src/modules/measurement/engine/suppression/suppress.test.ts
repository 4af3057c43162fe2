/** What may be shown: the rules one by one, on groups of people with names. */
import { expect, test } from 'vitest'
import { isRefused } from '../refused.ts'
import { tablesOf } from './counts.ts'
import { shownShare } from './share.ts'
import { type Release, suppress } from './suppress.ts'
import type { Cell, Table } from './table.ts'

const people = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, at) => `p${from + at}`)
const cell = (id: string, ...parts: string[][]): Cell => ({ id, respondents: new Set(parts.flat()) })
const table = (id: string, cells: Cell[], more: Partial<Table> = {}): Table => ({
  id,
  about: ['trust, autumn'],
  kind: 'closed',
  cells,
  ...more,
})

const release = (tables: Table[], earlier: Release[] = []): Release => {
  const outcome = suppress(tables, earlier)
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome
}

/** `staff 12` for a shown cell, `staff few` for one held back. */
const told = (tables: Table[], earlier: Release[] = []): string[] =>
  release(tables, earlier).decisions.map((one) => `${one.cell} ${one.shown ? one.n : one.reason}`)

test.each([
  [4, 'all few'],
  [5, 'all 5'],
])('D26: closed answers of %i people', (n, expected) => {
  expect(told([table('t', [cell('all', people(0, n))])])).toEqual([expected])
})

test.each([
  [9, 'all few'],
  [10, 'all 10'],
])('texts of %i people', (n, expected) => {
  expect(told([table('t', [cell('all', people(0, n))], { kind: 'text' })])).toEqual([expected])
})

test('a subgroup and the rest of the whole: both at least five', () => {
  const whole = cell('all', people(0, 12))
  expect(told([table('t', [cell('staff', people(0, 8))], { whole })])).toEqual(['all 12', 'staff complement'])
  expect(told([table('t', [cell('staff', people(0, 7))], { whole })])).toEqual(['all 12', 'staff 7'])
  expect(told([table('t', [cell('staff', people(0, 12))], { whole })])).toEqual(['all 12', 'staff complement'])
})

test('one small group takes another with it, in the order of the table and not of size', () => {
  const [staff, families, students] = [
    cell('staff', people(0, 9)),
    cell('families', people(9, 15)),
    cell('students', people(15, 18)),
  ]
  expect(told([table('t', [staff, families, students])])).toEqual(['staff 9', 'families difference', 'students few'])
  expect(told([table('t', [families, staff, students])])).toEqual(['families 6', 'staff difference', 'students few'])
})

test('the same answers a week later: one late answer does not come out', () => {
  const earlier = [release([table('monday', [cell('on monday', people(0, 11))])])]
  expect(told([table('next monday', [cell('a week later', people(0, 12))])], earlier)).toEqual(['a week later whole'])
  expect(told([table('in a month', [cell('a month later', people(0, 16))])], earlier)).toEqual(['a month later 16'])
  expect(told([table('again', [cell('once more', people(0, 11))])], earlier)).toEqual(['once more 11'])
})

test('two filters that differ by two people', () => {
  const whole = cell('all', people(0, 30))
  const filtered = table('f', [cell('rural', people(0, 12)), cell('rural or small', people(0, 14))], { whole })
  expect(told([filtered])).toEqual(['all 30', 'rural 12', 'rural or small difference'])
})

test('three groups that overlap in turn: A + B - C leaves three people', () => {
  const whole = cell('all', people(0, 40))
  const cells = [cell('a', people(0, 10)), cell('b', people(10, 20)), cell('c', people(0, 23))]
  expect(told([table('t', cells, { whole })])).toEqual(['all 40', 'a 10', 'b 10', 'c difference'])
})

test('two waves are two answers; a change ties them together', () => {
  const autumn = table('autumn', [cell('autumn', people(0, 12))])
  const spring = table('spring', [cell('spring', people(0, 13))], { about: ['trust, spring'] })
  const change = table('change', [cell('both', people(0, 12))], { about: ['trust, autumn', 'trust, spring'] })
  expect(told([autumn, spring])).toEqual(['autumn 12', 'spring 13'])
  expect(told([autumn, spring, change])).toEqual(['autumn 12', 'spring 13', 'both whole'])
})

test('other questions are other answers', () => {
  const skipped = table('u', [cell('voice', people(0, 11))], { about: ['voice, autumn'] })
  expect(told([table('t', [cell('trust', people(0, 12))]), skipped])).toEqual(['trust 12', 'voice 11'])
})

test('D26: texts are recognised: what two lists share is ten people, too', () => {
  const whole = cell('all', people(0, 60))
  const lists = [cell('a', people(0, 25)), cell('b', people(20, 45)), cell('c', people(12, 25))]
  expect(told([table('t', lists, { whole, kind: 'text' })])).toEqual(['all 60', 'a 25', 'b difference', 'c 13'])
})

test('that a group is empty is not found by what is left over', () => {
  const [staff, families, nobody] = [cell('staff', people(0, 9)), cell('families', people(9, 18)), cell('students', [])]
  expect(told([table('t', [staff, families, nobody])])).toEqual(['staff 9', 'families remainder', 'students few'])
})

test('two groups of four beside one of five: their sum would tell both to whoever knows the rule', () => {
  const [a, b, c] = [cell('a', people(0, 4)), cell('b', people(4, 8)), cell('c', people(8, 13))]
  expect(told([table('t', [a, b, c])])).toEqual(['a few', 'b few', 'c remainder'])
  const d = cell('d', people(13, 16))
  expect(told([table('t', [a, b, c, d])])).toEqual(['a few', 'b few', 'c 5', 'd few'])
})

test('rows and columns: a small cell is hidden in its row, in its column, and by both together', () => {
  const tables = tablesOf({
    id: 'role by school',
    about: ['trust, autumn'],
    kind: 'closed',
    leaves: { a1: 9, a2: 3, a3: 8, b1: 7, b2: 6, b3: 9, c1: 8, c2: 7, c3: 10 },
    sums: {
      all: ['a', 'b', 'c'],
      'all by school': ['1', '2', '3'],
      a: ['a1', 'a2', 'a3'],
      b: ['b1', 'b2', 'b3'],
      c: ['c1', 'c2', 'c3'],
      1: ['a1', 'b1', 'c1'],
      2: ['a2', 'b2', 'c2'],
      3: ['a3', 'b3', 'c3'],
    },
  })
  if (isRefused(tables)) throw new Error(tables.refused)
  const shown = new Set(
    told(tables)
      .filter((line) => /\d$/.test(line))
      .map((line) => line.replace(/^.*: /, '')),
  )
  for (const line of ['all 67', 'a 20', 'b 22', 'c 25', 'a1 9']) expect(shown).toContain(line)
  for (const hidden of ['a2', 'a3']) expect([...shown].some((line) => line.startsWith(`${hidden} `))).toBe(false)
  // Beside a2 and a3 one more of each column, in one row, closes the rectangle.
  expect([...shown].filter((line) => /^[abc][123] /.test(line))).toHaveLength(5)
})

test.each<[string, Table[]]>([
  ['one id for two groups', [table('t', [cell('a', people(0, 9))]), table('u', [cell('a', people(0, 8))])]],
  ['a part beyond its whole', [table('t', [cell('a', people(0, 9))], { whole: cell('all', people(0, 5)) })]],
])('refused: %s', (_, tables) => {
  expect(isRefused(suppress(tables))).toBe(true)
})

test.each([
  ['a sum of itself', { a: 5 }, { all: ['a', 'all'] }],
  ['a cell that is not declared', { a: 5 }, { all: ['a', 'b'] }],
  ['half a person', { a: 5.5 }, { all: ['a'] }],
  ['fewer than nobody', { a: -1 }, { all: ['a'] }],
])('counts refused: %s', (_, leaves, sums) => {
  expect(
    isRefused(tablesOf({ id: 't', about: ['x'], kind: 'closed', leaves: leaves as Record<string, number>, sums })),
  ).toBe(true)
})

test.each([
  [1, 4, null],
  [1, 5, 20],
  [1, 6, 15],
  [2, 19, 10],
  [1, 20, 5],
  [7, 21, 33],
  [0, 8, 0],
  [8, 8, 100],
])('%i of %i is shown as %j', (count, answers, points) => {
  expect(shownShare(count, answers)).toBe(points)
})
