/** The figures of a scale: worked values, undefined ones, and what must hold for any answers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../refused.ts'
import { agreementOf } from './agreement.ts'
import { type ItemAnswers, reversed } from './answers.ts'
import { type Scale, type ScaleRules, scaleOf } from './scale.ts'

const columns = (rows: readonly (readonly (number | null)[])[]): ItemAnswers[] =>
  (rows[0] ?? []).map((_, at) => ({ item: `q${at + 1}`, values: rows.map((row) => row[at] ?? Number.NaN) }))

const measured = (rows: readonly (readonly (number | null)[])[], rules: Partial<ScaleRules> = {}): Scale => {
  const outcome = scaleOf(columns(rows), { missing: 'listwise', ...rules })
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome
}

const five = [
  [2, 3, 3],
  [4, 4, 5],
  [3, 5, 4],
  [5, 5, 6],
  [1, 2, 2],
]

test('alpha of five people and three items', () => {
  const { alpha, n, mean } = measured(five)
  expect(alpha.listwise).toBeCloseTo(0.962567, 6)
  expect(alpha.pairwise).toBeCloseTo(0.962567, 6)
  expect(n).toBe(5)
  expect(mean).toBeCloseTo(3.6, 12)
})

test.each([
  [{ items: 7, steps: 7, meanVariance: 1 / 3 }, 0.987179],
  [{ items: 7, steps: 7, meanVariance: 0 }, 1],
  [{ items: 3, steps: 5, meanVariance: 2 }, 0],
  [{ items: 3, steps: 5, meanVariance: 9 }, 0],
])('agreement of %o', (group, expected) => {
  expect(agreementOf(group)).toBeCloseTo(expected, 6)
})

test.each([
  { items: 3, steps: 1, meanVariance: 0 },
  { items: 3, steps: 4.5, meanVariance: 1 },
  { items: 0, steps: 5, meanVariance: 1 },
  { items: 3, steps: 5, meanVariance: Number.NaN },
])('no agreement can be told of %o', (group) => {
  expect(agreementOf(group)).toBeNull()
})

test('straight lines through reversed items (seven items, 1 to 7, three of them reversed)', () => {
  const rules = { range: { min: 1, max: 7 }, reverse: ['q1', 'q3', 'q5'] }
  expect(measured([Array(7).fill(7)], rules).mean).toBeCloseTo(4.4286, 4)
  expect(measured([Array(7).fill(1)], rules).mean).toBeCloseTo(3.5714, 4)
})

test('who left out an item counts by the rule that was chosen', () => {
  const rows = [
    [1, 2, 3, 4],
    [1, 2, 3, null],
    [1, 2, null, null],
    [null, null, null, null],
  ]
  expect(measured(rows).n).toBe(1)
  expect(measured(rows, { missing: 'mean75' }).n).toBe(2)
  expect(measured(rows, { missing: 'pairwise' }).n).toBe(3)
  expect(measured(rows, { missing: 'mean75' }).mean).toBeCloseTo((2.5 + 2) / 2, 12)
})

test('an answer outside the range is missing, and a note says so', () => {
  const { items, notes } = measured([...five, [-9, 9, 3]], { range: { min: 1, max: 6 } })
  expect(items.map(({ answered }) => answered)).toEqual([5, 5, 5])
  expect(notes.map(({ says }) => says).join()).toContain('1 answer to q1 outside 1 to 6 (-9)')
})

test('what is undefined is null and says why', () => {
  const reasons = (scale: Scale) =>
    scale.notes.filter(({ says }) => says.startsWith('Undefined')).map(({ about }) => about)
  const oneItem = measured([[1], [2], [4]])
  expect(oneItem.alpha).toEqual({ listwise: null, pairwise: null })
  expect(oneItem.itemTotal).toEqual({ q1: null })
  expect(reasons(oneItem)).toEqual(
    expect.arrayContaining(['alpha.listwise', 'itemTotal.q1', 'alphaIfDropped.q1', 'rwg']),
  )
  const alike = measured([
    [0.1, 0.3],
    [0.1, 0.3],
    [0.1, 0.3],
  ])
  expect(alike.alpha.listwise).toBeNull()
  expect(alike.sd).toBe(0)
  const nobody = measured([[null, null]])
  expect([nobody.n, nobody.mean, nobody.sd]).toEqual([0, null, null])
  expect(reasons(nobody)).toEqual(expect.arrayContaining(['mean', 'sd']))
})

test.each<[string, ItemAnswers[], Partial<ScaleRules>]>([
  ['no item', [], {}],
  ['one item twice', [...columns(five), ...columns(five)], {}],
  [
    'unequal lengths',
    [
      { item: 'a', values: [1] },
      { item: 'b', values: [1, 2] },
    ],
    {},
  ],
  ['reversal without a range', columns(five), { reverse: ['q1'] }],
  ['reversal of a stranger', columns(five), { reverse: ['q9'], range: { min: 1, max: 6 } }],
  ['an empty range', columns(five), { range: { min: 6, max: 6 } }],
])('refused: %s', (_, answers, rules) => {
  expect(isRefused(scaleOf(answers, { missing: 'listwise', ...rules }))).toBe(true)
})

const answers = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { freq: 9 }), { minLength: 4, maxLength: 4 }),
  {
    minLength: 1,
    maxLength: 30,
  },
)
const range = { min: 1, max: 6 }
const near = (one: number | null, other: number | null) =>
  one === null || other === null ? expect(one).toBe(other) : expect(one).toBeCloseTo(other, 9)

test('reversing twice is the identity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), (answer) => {
      expect(reversed(reversed(answer, range), range)).toBe(answer)
    }),
  )
})

test('turning every item around leaves alpha, spread and agreement as they were', () => {
  fc.assert(
    fc.property(answers, (rows) => {
      const one = measured(rows, { range })
      const other = measured(rows, { range, reverse: ['q1', 'q2', 'q3', 'q4'] })
      near(other.alpha.listwise, one.alpha.listwise)
      near(other.alpha.pairwise, one.alpha.pairwise)
      near(other.sd, one.sd)
      near(other.rwg, one.rwg)
      near(other.mean, one.mean === null ? null : 7 - one.mean)
    }),
  )
})

test('the order of people and of items changes nothing', () => {
  fc.assert(
    fc.property(answers, (rows) => {
      const one = measured(rows, { range, missing: 'pairwise' })
      const turned = measured(
        [...rows].reverse().map((row) => [...row].reverse()),
        { range, missing: 'pairwise' },
      )
      near(turned.alpha.listwise, one.alpha.listwise)
      near(turned.alpha.pairwise, one.alpha.pairwise)
      near(turned.mean, one.mean)
      near(turned.itemTotal.q1 ?? null, one.itemTotal.q4 ?? null)
      near(turned.alphaIfDropped.q2 ?? null, one.alphaIfDropped.q3 ?? null)
    }),
  )
})

test('nothing that is shown is NaN or infinite, and each null has its note', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom('listwise', 'pairwise', 'mean75'), (rows, missing) => {
      const scale = measured(rows, { range, missing: missing as ScaleRules['missing'] })
      expect(JSON.parse(JSON.stringify(scale))).toEqual(scale)
      const told = new Set(scale.notes.map(({ about }) => about))
      for (const figure of ['mean', 'sd', 'sem', 'rwg'] as const)
        if (scale[figure] === null) expect(told).toContain(figure)
      for (const way of ['listwise', 'pairwise'] as const)
        if (scale.alpha[way] === null) expect(told).toContain(`alpha.${way}`)
    }),
  )
})
