// The pure rules: whom a request reaches, when adults are missing, ten school days, numbers to call.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedOf, type Carer, isShort } from './adults.ts'
import { countries, countryOfZone, dialled, linesOf } from './numbers.ts'
import { isSchoolDay, schoolDaysAfter, standsInUntil } from './school-days.ts'

const carer = (person_id: number, more: Partial<Carer> = {}): Carer => ({
  person_id,
  name: `Adult ${person_id}`,
  facilitates: false,
  leads: false,
  checked_on: '2026-09-01',
  checked_by: 'Inês',
  ...more,
})

test('whoever is picked is asked, and one more where one was picked: a lead first, then a facilitator', () => {
  const all = [carer(1), carer(2, { facilitates: true }), carer(3, { leads: true })]
  expect(askedOf(all, [1])).toEqual([1, 3])
  expect(askedOf(all, [3])).toEqual([3, 2])
  expect(askedOf(all, [1, 2])).toEqual([1, 2])
  expect(askedOf([carer(1)], [1])).toEqual([1])
  expect(askedOf(all, [99])).toEqual([])
  expect(askedOf(all, [])).toEqual([])
})

test('with two adults there, at least two are asked, only known ones, and nobody who was picked is left out', () => {
  const people = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 30 }), leads: fc.boolean(), facilitates: fc.boolean() }),
    { minLength: 2, maxLength: 8, selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(people, fc.array(fc.integer({ min: 1, max: 30 })), (found, picked) => {
      const all = found.map(({ id, ...kinds }) => carer(id, kinds))
      const known = picked.filter((id) => all.some((one) => one.person_id === id))
      const asked = askedOf(all, picked)
      expect(known.every((id) => asked.includes(id))).toBe(true)
      expect(asked.length).toBeGreaterThanOrEqual(known.length === 0 ? 0 : 2)
      expect(new Set(asked).size).toBe(asked.length)
    }),
  )
})

test('adults are missing only where students are, and a lead alone does not count', () => {
  expect(isShort([carer(1)], true)).toBe(true)
  expect(isShort([carer(1)], false)).toBe(false)
  expect(isShort([carer(1), carer(2)], true)).toBe(false)
  expect(isShort([carer(1), carer(2, { leads: true, checked_on: null })], true)).toBe(true)
})

test('ten school days leave out weekends and holidays', () => {
  expect(standsInUntil('2026-11-24', [])).toBe('2026-12-08')
  expect(standsInUntil('2026-12-11', [{ first_day: '2026-12-19', last_day: '2027-01-03' }])).toBe('2027-01-08')
  expect(schoolDaysAfter('2026-11-27', 1, [])).toBe('2026-11-30')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 15 }), (days, count) => {
      const from = new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
      const until = schoolDaysAfter(from, count, [])
      expect(isSchoolDay(until, [])).toBe(true)
      expect(until > from).toBe(true)
    }),
  )
})

test('every number can be dialled, and the zone of a site tells its country', () => {
  for (const country of countries)
    for (const { number } of linesOf(country)) expect(dialled(number)).toMatch(/^tel:\d{3,10}$/)
  expect(countryOfZone('Europe/Lisbon')).toBe('pt')
  expect(countryOfZone('America/Lima')).toBe('other')
})
