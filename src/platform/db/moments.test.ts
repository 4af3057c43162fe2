// Moments of the wire: whatever PostgreSQL writes is read as its library reads it.
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { momentOf } from './moments.ts'

const asTheLibrary = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date

test.each([
  '2026-11-03 09:30:00+00',
  '2026-11-03 09:30:00.5+00',
  '2026-11-03 09:30:00.123456+00',
  '2026-11-03 09:30:00.999999+00',
  '2026-11-03 11:30:00+02',
  '2026-11-03 15:15:00.25+05:45',
  '0044-03-15 12:00:00+00 BC',
  '0044-03-15 12:00:00+00',
  '12026-11-03 09:30:00+00',
  'infinity',
  '-infinity',
])('%s', (text) => {
  expect(Number(momentOf(text))).toBe(Number(asTheLibrary(text)))
})

test('any moment at all, to the millisecond', () => {
  const moment = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, fc.nat(999), (at, micro) => {
      const [day, time] = at.toISOString().slice(0, -1).split('T')
      const text = `${day} ${time}${String(micro).padStart(3, '0')}+00`
      expect(Number(momentOf(text))).toBe(Number(asTheLibrary(text)))
    }),
  )
})
