// The rules of pace: a pause ends by itself, and in a slow conversation nobody speaks twice in a span.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfPause, maySpeak, nextTurn, pausedUntil, spans, waitsUntil } from './pace.ts'

const now = new Date('2026-12-01T12:00:00Z')
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const free = { slow_minutes: null, paused_until: null, spoke_at: null }

test.each([
  ['no pace', free, undefined],
  ['a pause that lasts', { ...free, paused_until: at(1) }, at(1)],
  ['a pause that ended now', { ...free, paused_until: at(0) }, undefined],
  ['slowly, not spoken yet', { ...free, slow_minutes: 60 }, undefined],
  ['slowly, just spoken', { ...free, slow_minutes: 60, spoke_at: at(-59) }, at(1)],
  ['slowly, an hour later', { ...free, slow_minutes: 60, spoke_at: at(-60) }, undefined],
  ['both: the later end', { slow_minutes: 60, spoke_at: at(-10), paused_until: at(10) }, at(50)],
])('%s', (_, pace, until) => {
  expect(waitsUntil(pace, now)).toEqual(until)
  expect(maySpeak(pace, now, false).ok).toBe(until === undefined)
})

test('whoever was asked by name waits for no turn, and for every pause', () => {
  const pace = { slow_minutes: 60, spoke_at: at(-1), paused_until: null }
  expect([maySpeak(pace, now, true).ok, maySpeak({ ...pace, paused_until: at(5) }, now, true).ok]).toEqual([
    true,
    false,
  ])
  expect(pausedUntil({ paused_until: endOfPause(now) }, at(24 * 60))).toBeUndefined()
})

test('whatever is tried when, two contributions that are let through stand a span apart', () => {
  fc.assert(
    fc.property(fc.constantFrom(...spans), fc.array(fc.nat(3_000), { maxLength: 40 }), (span, tries) => {
      const heard: number[] = []
      for (const minute of tries.toSorted((a, b) => a - b)) {
        const last = heard.at(-1)
        const pace = { ...free, slow_minutes: span, spoke_at: last === undefined ? null : at(last) }
        if (maySpeak(pace, at(minute), false).ok) heard.push(minute)
        else expect(nextTurn(pace, at(minute))).toEqual(at((last ?? 0) + span))
      }
      for (const [i, minute] of heard.entries())
        if (i > 0) expect(minute - (heard[i - 1] ?? 0)).toBeGreaterThanOrEqual(span)
    }),
  )
})
