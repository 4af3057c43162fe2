// The rules of a look: who may, and when words have waited too long.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scopeReaching } from '../../../../tests/village/village.ts'
import { mayLook, nextSchoolDay, waitsTooLong } from './look.ts'

const said = { author_id: 7, audience: 'adults:1', withdrawn: false, waits: true }
const asks = (personId: number, ...reach: string[]) => scopeReaching(personId, reach)

test('an adult of this community looks, who did not write it; nobody else', () => {
  expect(mayLook(asks(2, 'adults:1'), said)).toBe(true)
  expect(mayLook(asks(7, 'adults:1'), said)).toBe(false)
  expect(mayLook(asks(2, 'adults:2', 'community:1'), said)).toBe(false)
  expect(mayLook(asks(2, 'adults:1'), { ...said, waits: false })).toBe(false)
  expect(mayLook(asks(2, 'adults:1'), { ...said, withdrawn: true })).toBe(false)
})

test.each([
  ['2026-11-24', '2026-11-25'],
  ['2026-11-27', '2026-11-30'],
  ['2026-11-28', '2026-11-30'],
  ['2026-12-31', '2027-01-01'],
])('after %s comes the school day %s', (day, next) => expect(nextSchoolDay(day)).toBe(next))

test.each([
  ['2026-11-24T10:00:00Z', '2026-11-25T16:59:00Z', 'Europe/Lisbon', false],
  ['2026-11-24T10:00:00Z', '2026-11-25T17:00:00Z', 'Europe/Lisbon', true],
  ['2026-11-24T10:00:00Z', '2026-11-25T16:00:00Z', 'Europe/Bratislava', true],
  ['2026-11-27T10:00:00Z', '2026-11-29T22:00:00Z', 'Europe/Lisbon', false],
])('what waits since %s waits at %s in %s too long: %s', (since, now, zone, late) =>
  expect(waitsTooLong(new Date(since), new Date(now), zone)).toBe(late),
)

test('once too late it stays so', () => {
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, fc.nat(20 * 24), fc.nat(20 * 24), (since, first, more) => {
      const at = (hours: number) => new Date(since.getTime() + hours * 3_600_000)
      if (waitsTooLong(since, at(first), 'Europe/Lisbon'))
        expect(waitsTooLong(since, at(first + more), 'Europe/Lisbon')).toBe(true)
      expect(waitsTooLong(since, at(0), 'Europe/Lisbon')).toBe(false)
      expect(waitsTooLong(since, at(5 * 24), 'Europe/Lisbon')).toBe(true)
    }),
  )
})
