// The structure law refuses drawers, loose files, long files and files that do not say what they are.
import { expect, test } from 'vitest'
import { says } from './small-house.ts'
import { law } from './structure.ts'

const sentence = '// A rule about open questions.\nexport const one = 1\n'
const house = {
  'src/modules/challenge/README.md': '# Challenge\n',
  'src/modules/challenge/open-question.ts': sentence,
  'src/modules/challenge/store.ts': sentence,
  'src/modules/challenge/store/tryout.ts': sentence,
  'src/modules/challenge/pages/question.tsx': sentence,
  'src/modules/challenge/api.ts': sentence,
  'src/modules/challenge/api/question.ts': sentence,
  'src/modules/challenge/open-question.test.ts': sentence,
  'src/modules/challenge/words.en.json': '{}',
  'src/modules/challenge/challenge.css': '',
  'src/modules/challenge/tryout/tryout.css': '',
  'src/modules/challenge/shelf/practice/en.md': 'Text',
}

test('a house in order passes', () => {
  expect(says(law, house)).toEqual([])
})

test.each([
  ['src/modules/challenge/utils.ts', 'is a drawer, not a noun'],
  ['src/modules/challenge/index.ts', 'is a drawer, not a noun'],
  ['src/platform/helpers/dates.ts', 'is a drawer, not a noun'],
  ['src/ui/common.css', 'is a drawer, not a noun'],
  ['src/modules/challenge/OpenQuestion.ts', 'kebab-case noun'],
  ['src/modules/challenge/question.tsx', 'pages and parts live in pages/'],
  ['src/modules/challenge/pages/deep/question.tsx', 'pages/ is flat'],
  ['src/modules/challenge/pages/question.md', 'pages/ is flat'],
  ['src/modules/challenge/api/deep/question.ts', 'api/ is flat'],
  ['src/modules/challenge/api/question.tsx', 'api/ is flat'],
  ['src/modules/challenge/other.css', 'call it challenge.css'],
  ['src/modules/challenge/notes.md', 'content lies in a sub-noun folder'],
  ['src/modules/words.en.json', 'lies loose among the modules'],
])('%s is out of place', (path, reason) => {
  expect(says(law, { ...house, [path]: sentence })).toEqual([expect.stringContaining(reason)])
})

test('a module says what it is, in forty lines', () => {
  const { 'src/modules/challenge/README.md': _, ...without } = house
  expect(says(law, without)).toEqual([expect.stringContaining('README.md is missing')])
  const long = { ...house, 'src/modules/challenge/README.md': 'line\n'.repeat(41) }
  expect(says(law, long)).toEqual([expect.stringContaining('has 41 lines')])
})

test('a file has three hundred lines at most and opens with a sentence', () => {
  const long = { ...house, 'tests/long.test.ts': `${sentence}${'//\n'.repeat(299)}` }
  expect(says(law, long)).toEqual([expect.stringContaining('has 301 lines')])
  const mute = { ...house, 'src/platform/clock.ts': 'export const one = 1\n' }
  expect(says(law, mute)).toEqual([expect.stringContaining('must open with one comment sentence')])
  const shout = { ...house, 'src/platform/clock.ts': '// Clock.\n' }
  expect(says(law, shout)).toEqual([expect.stringContaining('must open with one comment sentence')])
})

test('migrations stand in one row, each with a number of its own', () => {
  const first = { ...house, 'db/migrations/0060_challenge.sql': '-- Challenges.\n' }
  expect(says(law, first)).toEqual([])
  const twice = { ...first, 'db/migrations/0060_tryout.sql': '-- Try-outs.\n' }
  expect(says(law, twice)).toEqual([expect.stringContaining('takes the number of db/migrations/0060_challenge.sql')])
  expect(says(law, { ...first, 'db/migrations/tryout.sql': '-- T.\n' })).toEqual([
    expect.stringContaining('call it NNNN'),
  ])
  expect(says(law, { ...first, 'db/migrations/0061_tryout.sql': 'select 1' })).toEqual([
    expect.stringContaining('opens with one comment'),
  ])
})

test('an empty house proves nothing', () => {
  expect(says(law, {})).toContainEqual(expect.stringContaining('saw no modules'))
})
