/** The rules of needs: what time does to them, when one may say that it stands, who can be thanked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NeedState, needStates } from './contract.ts'
import { ASKED_AFTER_DAYS, canBeMet, canStand, dueTo, goesWithoutTrace, RESTS_AFTER_DAYS, thankable } from './need.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const said = new Date('2026-09-01T10:00:00Z')
const later = (ms: number) => new Date(said.getTime() + ms)

describe('what time does', () => {
  it.each([
    ['open', 59.9, null, undefined],
    ['open', 60, null, 'ask'],
    ['open', 400, null, 'ask'],
    ['open', 73.9, 60, undefined],
    ['open', 74, 60, 'rest'],
    ['resting', 400, 60, undefined],
    ['met', 400, null, undefined],
    ['withdrawn', 400, null, undefined],
  ] as const)('a need that is %s after %s days, asked on day %s: %s', (state, days, asked, due) => {
    const need = { state, stands_since: said, asked_at: asked === null ? null : later(asked * DAY_MS) }
    expect(dueTo(need, later(days * DAY_MS))).toBe(due)
  })

  it('asks once and only once before it rests, however often the day is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 * 24 }), { minLength: 30, maxLength: 60 }), (hours) => {
        let need: { state: NeedState; stands_since: Date; asked_at: Date | null } = {
          state: 'open',
          stands_since: said,
          asked_at: null,
        }
        const happened: string[] = []
        let at = 0
        for (const some of hours) {
          at += some * 60 * MINUTE_MS
          const due = dueTo(need, later(at))
          if (due === 'ask') need = { ...need, asked_at: later(at) }
          if (due === 'rest') need = { ...need, state: 'resting' }
          if (due) happened.push(due)
        }
        const most = at >= (ASKED_AFTER_DAYS + RESTS_AFTER_DAYS + 60) * DAY_MS ? [['ask', 'rest']] : []
        expect([[], ['ask'], ['ask', 'rest']]).toContainEqual(happened)
        if (most.length > 0) expect(happened).toEqual(most[0])
      }),
      { numRuns: 60 },
    )
  })
})

it('goes without a trace in its first ten minutes, unless somebody answered', () => {
  expect(goesWithoutTrace(said, false, later(9.9 * MINUTE_MS))).toBe(true)
  expect(goesWithoutTrace(said, false, later(10 * MINUTE_MS))).toBe(false)
  expect(goesWithoutTrace(said, true, later(MINUTE_MS))).toBe(false)
})

it('can stand again when asked, when resting, and for ten minutes after it was met', () => {
  const now = later(DAY_MS)
  const standing = (state: NeedState, asked: Date | null = null, met: Date | null = null) =>
    canStand({ state, asked_at: asked, met_at: met }, now)
  expect(standing('open')).toBe(false)
  expect(standing('open', said)).toBe(true)
  expect(standing('resting', said)).toBe(true)
  expect(standing('met', null, later(DAY_MS - 9 * MINUTE_MS))).toBe(true)
  expect(standing('met', null, later(DAY_MS - 10 * MINUTE_MS))).toBe(false)
  expect(standing('withdrawn', said, said)).toBe(false)
  expect(needStates.filter(canBeMet)).toEqual(['open', 'resting'])
})

describe('who can be thanked', () => {
  const people = [
    { person_id: 1, role: 'facilitator' },
    { person_id: 2, role: 'member' },
    { person_id: 3, role: 'member' },
    { person_id: 4, role: 'facilitator' },
  ]
  const of = (audience: string, answered: number[]) => {
    const said = { author_id: 2, audience, answered: answered.map((person_id) => ({ person_id, name: 'x' })) }
    const { answered: first, others } = thankable(said, people)
    return [first.map((one) => one.person_id), others.map((one) => one.person_id)]
  }
  it('whoever answered first, then whoever else hears it, never oneself or those who left', () => {
    expect(of('community:7', [3, 99])).toEqual([[3], [1, 4]])
    expect(of('facilitators:7', [1])).toEqual([[1], [4]])
    expect(of('community:7', [])).toEqual([[], [1, 3, 4]])
  })
})
