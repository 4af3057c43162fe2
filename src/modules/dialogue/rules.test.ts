// The pure rules: ten minutes, circles that only narrow, days as people say them, pages by number.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circles } from '../community/contract.ts'
import { circlesWithin, narrowerCircles, narrowerOf } from './circles.ts'
import { pageAsked, pagesOf } from './numbering.ts'
import { listOf, saidOn } from './said-on.ts'
import { canBeTakenBack } from './undo.ts'
import { arrivingAt, voicesPage } from './urls.ts'

const minute = 60_000
const audience = fc.constantFrom(
  'me:5',
  'facilitators:12',
  'group:3',
  'community:12',
  'school:1',
  'network:1',
  'public',
)

test('what was said can be taken back for ten minutes, to the second', () => {
  const said = new Date('2026-11-24T10:00:00Z')
  const after = (ms: number) => canBeTakenBack(said, new Date(said.getTime() + ms))
  expect([after(0), after(10 * minute - 1), after(10 * minute), after(11 * minute)]).toEqual([true, true, false, false])
})

test('a form never offers more than the conversation hears, nor an author more than now', () => {
  expect(circlesWithin('public')).toEqual(['community', 'facilitators', 'me'])
  expect(circlesWithin('facilitators:12')).toEqual(['facilitators', 'me'])
  expect(circlesWithin('me:5')).toEqual(['me'])
  expect(narrowerCircles('community:12')).toEqual(['facilitators', 'me'])
  expect(narrowerCircles('me:5')).toEqual([])
  fc.assert(
    fc.property(audience, (limit) => {
      const offered = circlesWithin(limit)
      expect(offered.at(-1)).toBe('me')
      expect(circles.filter((circle) => offered.includes(circle))).toEqual(offered)
      for (const circle of narrowerCircles(limit)) expect(offered).toContain(circle)
      expect(narrowerCircles(limit)).not.toContain(limit.split(':')[0])
    }),
  )
})

test('of two audiences the narrower one limits an answer, whichever comes first', () => {
  fc.assert(
    fc.property(audience, audience, (one, other) => {
      const both = [circlesWithin(narrowerOf(one, other)).length, circlesWithin(narrowerOf(other, one)).length]
      expect(both).toEqual(Array(2).fill(Math.min(circlesWithin(one).length, circlesWithin(other).length)))
    }),
  )
})

test('days are told as people tell them, in the reader’s zone', () => {
  const now = new Date('2026-11-24T10:00:00Z')
  const on = (at: string, zone = 'Europe/Lisbon') => saidOn(new Date(at), now, 'en', zone)
  expect(on('2026-11-24T00:30:00Z')).toBe('today')
  expect(on('2026-11-23T23:30:00Z')).toBe('Monday')
  expect(on('2026-11-23T23:30:00Z', 'Europe/Bratislava')).toBe('today')
  expect(on('2026-11-18T12:00:00Z')).toBe('Wednesday')
  expect(on('2026-11-17T12:00:00Z')).toBe('17 November')
  expect(on('2019-05-01T12:00:00Z')).toBe('1 May 2019')
  expect(saidOn(now, now, 'pt', 'Europe/Lisbon')).toBe('hoje')
  expect(listOf(['Rita', 'Marta', 'Henk'], 'en')).toBe('Rita, Marta and Henk')
})

test('pages are counted from one, and any odd number asks for the first', () => {
  expect([0, 1, 50, 51, 100, 101].map((count) => pagesOf(count))).toEqual([1, 1, 1, 2, 2, 3])
  expect(['2', '0', '-1', 'x', '1.5', '1e9', undefined, ''].map(pageAsked)).toEqual([2, 1, 1, 1, 1, 1, 1, 1])
  expect(voicesPage('/q?a=1', 3)).toBe('/q?a=1&voices=3')
  expect(arrivingAt(voicesPage('/q', 1), 'voice-7')).toBe('/q?at=voice-7#voice-7')
})
