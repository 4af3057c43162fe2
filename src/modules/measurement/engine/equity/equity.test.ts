/** How fairly the word is shared: worked values, who holds a seat, and what must hold for any counts. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../refused.ts'
import { type Equity, type EquityRules, equityOf } from './equity.ts'
import { blauOf, correctedGiniOf, evennessOf, giniOf, iqvOf } from './inequality.ts'
import type { TurnCount } from './turn.ts'
import { turnTakingOf } from './turn-taking.ts'

const people = (counts: readonly number[]): TurnCount[] => counts.map((taken, at) => ({ id: `p${at}`, taken }))

const measured = (counts: readonly TurnCount[], rules: EquityRules = {}): Equity => {
  const outcome = equityOf(counts, rules)
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome
}

test.each([
  [[1, 1, 1, 1], 0, 0],
  [[0, 0, 0, 10], 0.75, 1],
  [[1, 2, 3, 4], 0.25, 0.333333],
  [[6, 12, 2], 0.333333, 0.5],
  [[12, 2, 6], 0.333333, 0.5],
])('Gini of %j', (counts, gini, corrected) => {
  expect(giniOf(counts)).toBeCloseTo(gini, 6)
  expect(correctedGiniOf(counts)).toBeCloseTo(corrected, 6)
})

test.each([
  [[1, 2, 3, 4], 0.92322],
  [[6, 12, 2], 0.817345],
  [[0, 0, 6, 6], 0.5],
  [[0, 0, 0, 5], 0],
])('evenness of %j', (counts, expected) => {
  expect(evennessOf(counts)).toBeCloseTo(expected, 6)
})

test('role diversity of four roles with two people each', () => {
  expect([blauOf([2, 2, 2, 2]), iqvOf([2, 2, 2, 2])]).toEqual([0.75, 1])
})

test('the word goes round: runs of 5, 10, 2, 1 and 2', () => {
  const speakers = [5, 10, 2, 1, 2].flatMap((run, at) => Array<string>(run).fill(`s${at}`))
  expect(turnTakingOf(speakers)).toMatchObject({ contributions: 20, turns: 5 })
  expect(turnTakingOf(speakers).index).toBeCloseTo(0.2105, 4)
  expect(turnTakingOf(['ana']).index).toBeNull()
})

test('a pass is a turn taken; observers, absent people and those never offered a turn hold no seat', () => {
  const round: TurnCount[] = [
    { id: 'ana', offered: 3, taken: 3, passed: 0 },
    { id: 'ben', offered: 3, taken: 1, passed: 2 },
    { id: 'cid', offered: 3, taken: 0, passed: 0 },
    { id: 'dora', offered: 0, taken: 0 },
    { id: 'eve', offered: 2, taken: 1, attendance: 'observer' },
    { id: 'fin', taken: 0, attendance: 'absent' },
  ]
  const { n, turns, gini } = measured(round)
  expect(n).toBe(3)
  expect(turns).toEqual({ seats: 3, offered: 9, taken: 6, passed: 2, silent: 1, leftOut: 3 })
  expect(gini).toBeCloseTo(giniOf([3, 3, 0]) ?? Number.NaN, 12)
})

test('silent members are zeros, but not those who were absent', () => {
  const counts: TurnCount[] = [...people([4, 4]), { id: 'p9', taken: 0, attendance: 'absent' }]
  const members = ['p0', 'p1', 'p2', 'p9'].map((id) => ({ id }))
  expect(measured(counts, { members })).toMatchObject({ n: 3, gini: giniOf([4, 4, 0]) })
})

test('a group speaks more or less than its seats would have it', () => {
  const counts: TurnCount[] = [
    { id: 'a', taken: 6, group: 'staff' },
    { id: 'b', taken: 2, group: 'staff' },
    { id: 'c', taken: 2, group: 'families' },
    { id: 'd', taken: 0, group: 'families' },
  ]
  const { voiceRatio, blau, iqv } = measured(counts)
  expect(voiceRatio?.staff).toBeCloseTo(1.6, 12)
  expect(voiceRatio?.families).toBeCloseTo(0.4, 12)
  expect([blau, iqv]).toEqual([0.5, 1])
})

test('what is undefined is null and says why', () => {
  const silent = measured(people([0, 0, 0]))
  expect(silent).toMatchObject({
    gini: null,
    giniCorrected: null,
    evenness: null,
    blau: null,
    iqv: null,
    voiceRatio: null,
  })
  const alone = measured(people([5]))
  expect(alone).toMatchObject({ n: 1, gini: null, giniCorrected: null, evenness: null, iqv: null })
  for (const equity of [silent, alone, measured([])]) {
    const told = equity.notes.filter(({ says }) => says.startsWith('Undefined')).map(({ about }) => about)
    expect(told).toEqual(expect.arrayContaining(['gini', 'giniCorrected', 'evenness', 'iqv', 'voiceRatio']))
  }
})

test('nobody has fewer than no turns', () => {
  expect(isRefused(equityOf(people([1, -1])))).toBe(true)
})

const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 25 })

test('a silent member never lowers Gini, in either form', () => {
  fc.assert(
    fc.property(counts, (turns) => {
      const padded = [...turns, 0]
      expect(giniOf(padded) ?? 0).toBeGreaterThanOrEqual((giniOf(turns) ?? 0) - 1e-12)
      expect(correctedGiniOf(padded) ?? 0).toBeGreaterThanOrEqual((correctedGiniOf(turns) ?? 0) - 1e-12)
    }),
  )
})

test('Gini is the mean difference over twice the mean, and keeps its range', () => {
  fc.assert(
    fc.property(counts, (turns) => {
      const [n, total] = [turns.length, turns.reduce((sum, turn) => sum + turn, 0)]
      fc.pre(total > 0)
      const differences = turns.flatMap((x) => turns.map((y) => Math.abs(x - y))).reduce((sum, one) => sum + one, 0)
      expect(giniOf(turns)).toBeCloseTo(differences / (2 * n * total), 9)
      for (const share of [giniOf(turns), correctedGiniOf(turns), evennessOf(turns), blauOf(turns), iqvOf(turns)]) {
        expect(share).toBeGreaterThanOrEqual(-1e-12)
        expect(share).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
})

test('names and order change nothing; nothing is NaN', () => {
  fc.assert(
    fc.property(counts, (turns) => {
      const one = measured(people(turns))
      const other = measured(people([...turns].reverse()).map((person) => ({ ...person, id: `${person.id} again` })))
      expect(other.gini ?? -1).toBeCloseTo(one.gini ?? -1, 12)
      expect(other.evenness ?? -1).toBeCloseTo(one.evenness ?? -1, 12)
      expect(JSON.parse(JSON.stringify(one))).toEqual(one)
    }),
  )
})

test('groups give back the whole: voice ratios weighted by seats are 1', () => {
  fc.assert(
    fc.property(counts, (turns) => {
      fc.pre(turns.some((turn) => turn > 0))
      const grouped = people(turns).map((person, at) => ({ ...person, group: at % 3 === 0 ? 'families' : 'staff' }))
      const { voiceRatio, n } = measured(grouped)
      const seats = (group: string) => grouped.filter((one) => one.group === group).length / n
      expect((voiceRatio?.families ?? 0) * seats('families') + (voiceRatio?.staff ?? 0) * seats('staff')).toBeCloseTo(
        1,
        12,
      )
    }),
  )
})
