// Dates are read when it is certain what they say, and refused when it is not.
import { expect, test } from 'vitest'
import { type DayOrder, datesOf } from './date.ts'

const days = (words: string[], order?: DayOrder): string[] =>
  [
    ...datesOf({ header: 'when', words, codes: Int32Array.from(words.keys()), missing: 0 }, 'ties.csv', order).times,
  ].map((time) => new Date(time).toISOString().slice(0, 16))

test.each([
  [
    ['2024-03-05', '2024-03-05T14:30:00Z', '2024/3/5 09:15'],
    ['2024-03-05T00:00', '2024-03-05T14:30', '2024-03-05T09:15'],
  ],
  [
    ['9/27/13', '10/1/13'],
    ['2013-09-27T00:00', '2013-10-01T00:00'],
  ],
  [
    ['27/9/2013', '1/10/2013'],
    ['2013-09-27T00:00', '2013-10-01T00:00'],
  ],
  [['5.3.2024'], ['2024-03-05T00:00']],
  [['1380240000'], ['2013-09-27T00:00']],
])('%j', (words, told) => {
  expect(days(words)).toEqual(told)
})

test('Which part is the month is never guessed', () => {
  expect(() => days(['5/3/2024', '6/7/2024'])).toThrow('ties.csv: day and month cannot be told apart')
  expect(days(['5/3/2024'], 'month first')).toEqual(['2024-05-03T00:00'])
  expect(() => days(['27/9/2013', '9/27/2013'])).toThrow('line 3: "9/27/2013" is not a date')
  expect(() => days(['2024-02-30'])).toThrow('line 2: "2024-02-30" is not a date')
})
