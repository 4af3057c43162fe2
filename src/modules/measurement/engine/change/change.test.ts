/** What changed between two waves: worked values, undefined ones, and who is compared with whom. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../refused.ts'
import { type Change, changeOf, changesOf } from './change.ts'
import { reliableChangeIndex } from './reliable.ts'
import type { Wave } from './wave.ts'
import { wilcoxonOf } from './wilcoxon.ts'

const wave = (name: string, values: readonly (number | null)[]): Wave => ({
  name,
  rows: values.map((value, at) => ({ id: `p${at}`, value })),
})

const measured = (before: Wave, after: Wave, alpha?: number): Change => {
  const outcome = changeOf(before, after, { alpha })
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome
}

const pre = [4.1, 3.9, 4.4, 4.0, 3.6]
const post = [4.6, 4.3, 4.5, 4.4, 4.2]

test('five pairs: effect sizes, t and its interval', () => {
  const change = measured(wave('pre', pre), wave('post', post))
  expect(change.n).toBe(5)
  expect(change.mean).toBeCloseTo(0.4, 12)
  expect(change.sd).toBeCloseTo(0.18708286933869725, 12)
  expect(change.dz).toBeCloseTo(2.13809, 5)
  expect(change.drm).toBeCloseTo(1.3058489369821837, 9)
  expect(change.dav).toBeCloseTo(1.7056057308448838, 9)
  expect(change.hedgesGav).toBeCloseTo(1.7056057308448838 * (1 - 3 / 15), 9)
  expect(change.t).toBeCloseTo(4.78091443733757, 9)
  expect(change.df).toBe(4)
  expect(change.p).toBeCloseTo(0.00876965945832563, 12)
  expect(change.ci95?.[0]).toBeCloseTo(0.1677059364614808, 9)
  expect(change.ci95?.[1]).toBeCloseTo(0.6322940635385192, 9)
})

test('reliable change of ten points with a reliability of .89', () => {
  expect(reliableChangeIndex(10, 10, 0.89)).toBeCloseTo(2.132007, 6)
  const { reliableChange } = measured(wave('pre', [0, 10, 20]), wave('post', [10, 10, 0]), 0.89)
  expect([reliableChange?.up, reliableChange?.unchanged, reliableChange?.down]).toEqual([1, 1, 1])
  expect(reliableChange?.perPerson[0]).toMatchObject({ id: 'p0', change: 10, reliable: 'up' })
})

const upAndDown = (to: number) => Array.from({ length: to }, (_, at) => (at + 1) * ((at + 1) % 3 ? 1 : -1))

test.each([
  ['no ties', [1, -2, 3, 4, 5, 6, -7, 8], 27, 0.25, 'exact'],
  ['forty-nine', upAndDown(49), 817, 0.04170385423242351, 'exact'],
  ['sixty', upAndDown(60), 1200, 0.03622649417878663, 'normal with continuity correction'],
  ['ties and a zero', [1, 1, -2, 3, 0, 5, 6, -2, 8, 9], 38, 0.07504773652740881, 'normal with continuity correction'],
  ['one change', [3], 1, 1, 'exact'],
])('signed ranks: %s', (_, changes, v, p, method) => {
  const found = wilcoxonOf(changes)
  expect(found).toMatchObject({ v, method })
  expect(found?.p).toBeCloseTo(p, 12)
})

test('changes that differ by rounding only are told both ways', () => {
  // 0.3 - 0.2 and 0.2 - 0.1 are not the same double.
  const change = measured(wave('pre', [0.2, 0.1]), wave('post', [0.3, 0.2]))
  expect(change.wilcoxon?.method).toBe('exact')
  expect(change.wilcoxonRounded).toMatchObject({ v: 3, method: 'normal with continuity correction' })
})

test('who is missing on one side is left out and told; of a repeated id the first row counts', () => {
  const before: Wave = {
    name: 'autumn',
    rows: [
      { id: 'ana', value: 1 },
      { id: 'ana', value: 9 },
      { id: 'ben', value: 2 },
      { id: 'cid', value: null },
      { id: null, value: 5 },
    ],
  }
  const after: Wave = { name: 'spring', rows: ['ana', 'cid', 'dora'].map((id) => ({ id, value: 3 })) }
  const change = measured(before, after)
  expect([change.n, change.mean]).toEqual([1, 2])
  const told = change.notes.map(({ says }) => says).join(' ')
  for (const part of [
    'more than once (ana)',
    'only in autumn (ben)',
    'only in spring (dora)',
    'without an id',
    'without a value',
  ])
    expect(told).toContain(part)
})

test('what is undefined is null and says why', () => {
  const told = (change: Change) =>
    change.notes.filter(({ says }) => says.startsWith('Undefined')).map(({ about }) => about)
  const nobody = measured(wave('a', []), wave('b', [1]))
  expect(nobody).toMatchObject({ n: 0, mean: null, sd: null, t: null, wilcoxon: null, reliableChange: null })
  expect(told(nobody)).toEqual(expect.arrayContaining(['mean', 'sd', 'dz', 'ci95', 'wilcoxon', 'reliableChange']))
  const alike = measured(wave('a', [0.1, 0.2, 0.3]), wave('b', [0.4, 0.5, 0.6]))
  expect(alike).toMatchObject({ sd: 0, dz: null, t: null, p: null, ci95: null })
  expect(alike.dav).toBeCloseTo(3, 9)
  const still = measured(wave('a', [1, 2]), wave('b', [1, 2]))
  expect(still).toMatchObject({ mean: 0, same: 2, wilcoxon: null, hedgesGav: null })
})

test('a reliability that is none is refused, and so is a single wave', () => {
  expect(isRefused(changeOf(wave('a', pre), wave('b', post), { alpha: 1 }))).toBe(true)
  expect(isRefused(changeOf(wave('a', pre), wave('b', post), { alpha: -0.2 }))).toBe(true)
  expect(isRefused(changesOf([wave('a', pre)]))).toBe(true)
})

test('three waves give two steps and the whole way', () => {
  const changes = changesOf([wave('a', pre), wave('b', post), wave('c', pre)])
  if (isRefused(changes)) throw new Error(changes.refused)
  expect(changes.map(({ before, after }) => `${before.wave}-${after.wave}`)).toEqual(['a-b', 'b-c', 'a-c'])
  expect(changes[2]?.mean).toBe(0)
})

const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { maxLength: 60 })

test('looked at backwards, a change is the same change with its sign turned', () => {
  fc.assert(
    fc.property(values, (pairs) => {
      const [one, other] = [
        wave(
          'a',
          pairs.map(([x]) => x),
        ),
        wave(
          'b',
          pairs.map(([, y]) => y),
        ),
      ]
      const [there, back] = [measured(one, other), measured(other, one)]
      const turned = (value: number | null) => (value === null ? null : 0 - value)
      expect(back.mean).toBe(turned(there.mean))
      expect(back.dz).toBe(turned(there.dz))
      expect(back.wilcoxon?.p ?? null).toBe(there.wilcoxon?.p ?? null)
      expect(back.p).toBe(there.p)
      expect((there.wilcoxon?.v ?? 0) + (back.wilcoxon?.v ?? 0)).toBe(
        ((there.wilcoxon?.n ?? 0) * ((there.wilcoxon?.n ?? 0) + 1)) / 2,
      )
    }),
  )
})

test('the order of the rows changes nothing, and nothing is NaN', () => {
  fc.assert(
    fc.property(values, (pairs) => {
      const [one, other] = [
        wave(
          'a',
          pairs.map(([x]) => x),
        ),
        wave(
          'b',
          pairs.map(([, y]) => y),
        ),
      ]
      const there = measured(one, other, 0.8)
      const shuffled = measured({ ...one, rows: [...one.rows].reverse() }, other, 0.8)
      expect(shuffled.wilcoxon).toEqual(there.wilcoxon)
      expect(shuffled.dz ?? 0).toBeCloseTo(there.dz ?? 0, 9)
      expect(JSON.parse(JSON.stringify(there))).toEqual(there)
    }),
  )
})
