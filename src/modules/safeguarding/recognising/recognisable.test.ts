/** The look for a recognisable child: names are found however they are written, and another name is offered. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../platform/search/folding.ts'
import firstNames from './first-names.json' with { type: 'json' }
import { namesFound, nameWords, openNames } from './recognisable.ts'

const members = ['Inês Duarte', 'Tomás', 'Henk de Vries']

test('five lists of sixty', () => {
  expect(Object.values(firstNames).map((list) => new Set(list.map(fold)).size)).toEqual([60, 60, 60, 60, 60])
})

test('a member’s name is found without accent, in small letters and with an ending', () => {
  const found = namesFound(['Then tomas laughed.', 'It was Inês’s idea; Duarte agreed.'], members, 'en')
  expect(found.filter((one) => one.why === 'member').map((one) => one.word)).toEqual(['tomas', 'Inês', 'Duarte'])
})

test('common first names of all five languages are found, and particles are not', () => {
  const words = namesFound(['Jakub and Lotte sat beside Greta, and de was not there.'], members, 'en').map(
    (one) => one.word,
  )
  expect(words).toEqual(['Jakub', 'Lotte', 'Greta'])
})

test('members stand first, each word once', () => {
  const found = namesFound(['Jakub saw Tomás. Jakub saw Tomás.'], members, 'en')
  expect(found.map((one) => [one.word, one.why])).toEqual([
    ['Tomás', 'member'],
    ['Jakub', 'first-name'],
  ])
})

test('the other name comes from the language of the story, is free, and differs from word to word', () => {
  const found = namesFound(['Tomás, Rui, Jana'], members, 'pt')
  const instead = found.map((one) => one.instead)
  expect(new Set(instead).size).toBe(instead.length)
  for (const name of instead) {
    expect(firstNames.pt).toContain(name)
    expect(nameWords(members).has(fold(name))).toBe(false)
  }
})

test('a boy’s name is offered for a boy’s, a girl’s for a girl’s', () => {
  const instead = namesFound(['Tomás, Jana'], members, 'sk').map((one) => one.instead)
  expect(instead.map((name) => firstNames.sk.indexOf(name) < 30)).toEqual([true, false])
})

test('what is kept knowingly is no longer open', () => {
  const found = namesFound(['Tomás and Inês'], members, 'en')
  expect(openNames(found, [])).toEqual(['Tomás', 'Inês'])
  expect(openNames(found, ['tomas'])).toEqual(['Inês'])
})

test('any text at all is taken', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
      fc.array(fc.string(), { maxLength: 5 }),
      (texts, names) => {
        for (const one of namesFound(texts, names, 'xx')) expect(one.word).not.toBe('')
      },
    ),
    { numRuns: 25 },
  )
})
