// Statements in which the same array stands many times: they ask the same, with fewer parameters.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spared } from './spared.ts'

const reach = Object.freeze(['public', 'me:7', 'a "b" \\ c'])

test('an array that cannot change stands once, and every other parameter finds its new place', () => {
  const text = 'select $1, $2::text[], $3, $4::text[], $5 where $10 = $1'
  const { text: short, values } = spared(text, [1, reach, 'x', reach, null, 6, 7, 8, 9, reach])
  expect(short).toBe('select $1, $2::text[], $3, $2::text[], $4 where $2 = $1')
  expect(values).toEqual([1, '{"public","me:7","a \\"b\\" \\\\ c"}', 'x', null, 6, 7, 8, 9])
})

test('an array that may change is sent as it is each time', () => {
  const open = ['public']
  expect(spared('select $1, $2', [open, open])).toEqual({ text: 'select $1, $2', values: [open, open] })
})

test('whatever is the same where, each place of the statement still stands for its value', () => {
  const other = Object.freeze(['community:1'])
  const value = fc.constantFrom<unknown>(reach, other, 1, 'x', null)
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 14 }), (parameters) => {
      const text = parameters.map((_, i) => `$${i + 1}`).join(' ')
      const { text: short, values } = spared(text, parameters)
      const meant = short.split(' ').map((place) => values[Number(place.slice(1)) - 1])
      const asSent = (one: unknown) =>
        one === reach ? spared('$1', [reach]).values[0] : one === other ? '{"community:1"}' : one
      expect(meant).toEqual(parameters.map(asSent))
    }),
  )
})
