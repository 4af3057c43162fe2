/** Quiet times: never at night, at weekends or in holidays, in whatever zone, also when clocks change. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rhythm, usualRhythm } from './contract.ts'
import { type Holidays, isQuiet, nextRegular, nextSpoken } from './when.ts'

const zones = [
  'Europe/Lisbon',
  'Europe/Bratislava',
  'Atlantic/Azores',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'UTC',
]
const christmas = [{ first_day: '2026-12-19', last_day: '2027-01-03' }]
const at = (text: string) => new Date(text)
const iso = (moment: Date) => moment.toISOString().slice(0, 16)

test.each([
  // What happened, in Lisbon, and when it may be said.
  ['a morning in the week is spoken', '2026-11-24T10:00Z', '2026-11-24T10:00'],
  ['the last minute before the evening', '2026-11-24T17:59Z', '2026-11-24T17:59'],
  ['an evening waits for the morning', '2026-11-24T18:00Z', '2026-11-25T08:00'],
  ['the small hours wait for the same morning', '2026-11-25T03:00Z', '2026-11-25T08:00'],
  ['Friday evening waits for Monday', '2026-11-27T19:00Z', '2026-11-30T08:00'],
  ['the last evening of term waits for January', '2026-12-18T18:30Z', '2027-01-04T08:00'],
  ['over the night in which clocks go forward', '2027-03-27T12:00Z', '2027-03-29T07:00'],
  ['over the night in which clocks go back', '2026-10-24T12:00Z', '2026-10-26T08:00'],
])('%s', (_, happened, said) => {
  expect(iso(nextSpoken(at(happened), usualRhythm, 'Europe/Lisbon', christmas))).toBe(said)
})

test.each([
  ['this Monday at five', {}, '2026-11-30T09:00Z', '2026-11-30T17:00'],
  ['at five itself it is the next one', {}, '2026-11-30T17:00Z', '2026-12-07T17:00'],
  ['not in the holidays', {}, '2026-12-15T09:00Z', '2027-01-04T17:00'],
  ['in the holidays for whoever wants it', { holidays: false }, '2026-12-15T09:00Z', '2026-12-21T17:00'],
  ['on Sunday evening by choice', { weekday: 7, hour: 20 }, '2026-11-24T09:00Z', '2026-11-29T20:00'],
  ['every day, but not on Saturday', { often: 'day', hour: 8 }, '2026-11-27T09:00Z', '2026-11-30T08:00'],
] as const)('the regular letter goes out %s', (_, chosen, now, said) => {
  expect(iso(nextRegular(at(now), { ...usualRhythm, ...chosen }, 'Europe/Lisbon', christmas))).toBe(said)
})

test('the hour is that of the reader', () => {
  const bratislava = { ...usualRhythm, zone: 'Europe/Bratislava' }
  expect(iso(nextSpoken(at('2026-11-24T17:30Z'), bratislava, 'Europe/Lisbon', []))).toBe('2026-11-25T07:00')
  expect(iso(nextRegular(at('2026-11-24T17:30Z'), bratislava, 'Europe/Lisbon', []))).toBe('2026-11-30T16:00')
})

const rhythms: fc.Arbitrary<Rhythm> = fc.record({
  often: fc.constantFrom('week', 'day'),
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  quiet_from: fc.integer({ min: 0, max: 23 }),
  quiet_to: fc.integer({ min: 0, max: 23 }),
  weekends: fc.boolean(),
  holidays: fc.boolean(),
  zone: fc.constantFrom(null, ...zones),
})
const free: fc.Arbitrary<Holidays> = fc.constantFrom([], christmas, [
  { first_day: '2026-10-24', last_day: '2026-11-01' },
])
// Around the changes of the clocks of both halves of the earth.
const moments = fc
  .tuple(
    fc.constantFrom('2026-10-25', '2026-10-03', '2027-03-28', '2027-04-04', '2026-12-18'),
    fc.integer({ min: -3000, max: 3000 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00Z`) + minutes * 60_000))

test('what may be said is never quiet, never earlier, and no earlier moment was free', () => {
  fc.assert(
    fc.property(moments, rhythms, fc.constantFrom(...zones), free, (now, rhythm, zone, holidays) => {
      const said = nextSpoken(now, rhythm, zone, holidays)
      expect(said.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(isQuiet(said, rhythm, zone, holidays)).toBe(false)
      for (let earlier = now.getTime(); earlier < said.getTime(); earlier += 30 * 60_000)
        expect(isQuiet(new Date(earlier), rhythm, zone, holidays)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('regular letters come again and again, each later, and a week apart at most where nothing stands between', () => {
  fc.assert(
    fc.property(moments, rhythms, fc.constantFrom(...zones), (now, rhythm, zone) => {
      const first = nextRegular(now, rhythm, zone, [])
      const second = nextRegular(first, rhythm, zone, [])
      expect(first > now && second > first).toBe(true)
      expect(second.getTime() - first.getTime()).toBeLessThanOrEqual(7 * 86_400_000 + 2 * 3_600_000)
    }),
    { numRuns: 200 },
  )
})
