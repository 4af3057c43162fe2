// A line of the protections that no test tells of is a finding, and so is a number that stands in no line.
import { expect, test } from 'vitest'
import { law } from './protections.ts'
import { judged, says } from './small-house.ts'

const list = { 'checks/protections.json': '{ "D1": "two adults", "D2": "a nickname" }' }
const told = (...names: string[]) => ({
  ...list,
  'tests/some.test.ts': names.map((name) => `test('${name}', () => {})`).join('\n'),
})

test('every line is told of, two in one test as well', () => {
  expect(says(law, told('D1, D2: two adults who know a nickname'))).toEqual([])
})

test('a line that nobody tells of, a number that stands nowhere, a number in the middle', () => {
  expect(says(law, told('D1: two adults', 'a story of D2: no'))).toEqual([
    'checks/protections.json no test is called “D2: …”: tell that a nickname',
  ])
  expect(says(law, told('D1: two', 'D2: a nickname', 'D99: what?'))).toEqual([
    'tests/some.test.ts D99 stands in no line of checks/protections.json',
  ])
})

test('a house without a list, or without such tests, does not pass', () => {
  expect(judged(law, { 'src/main.ts': '// Begins.' }).ok).toBe(false)
  expect(judged(law, list).ok).toBe(false)
})
