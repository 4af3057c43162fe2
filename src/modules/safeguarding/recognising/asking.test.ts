/** Whom one is asked about before words go out, and that other names change nothing else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesToAsk, piecesOf, withOthers } from './asking.ts'

const people = [
  { name: 'Rita Vale', student: false, me: true },
  { name: 'Marta', student: false, me: false },
  { name: 'Tomás', student: true, me: false },
  { name: 'Blaukatze', student: true, me: false },
]
const asked = (text: string, who = people) => namesToAsk([text], who, 'en').map((one) => one.word)

test.each([
  ['a student of the community', 'Then tomás laughed.', ['tomás']],
  ['a student’s nickname', 'Blaukatze read aloud.', ['Blaukatze']],
  ['a common first name', 'Jakub hid under the table.', ['Jakub']],
  ['a grown-up of the community, greeted by name', 'Thank you, Marta!', []],
  ['oneself', 'I am Rita Vale.', []],
  ['capital letters alone', 'The Ministry in Lisbon said No on Monday.', []],
])('D15: %s', (_, text, words) => {
  expect(asked(text)).toEqual(words)
})

test('D15: a student may sign with their own nickname, and is asked about another’s', () => {
  const tomas = people.map((one) => ({ ...one, me: one.name === 'Tomás' }))
  expect(asked('I am Tomás, and Blaukatze is my friend.', tomas)).toEqual(['Blaukatze'])
})

test('a child that bears the name of a grown-up is asked about', () => {
  expect(asked('Marta waited.', [...people, { name: 'Marta', student: true, me: false }])).toEqual(['Marta'])
})

test('one press replaces each name, and every other letter stays', () => {
  const text = 'Tomás’s turn.\n\n  Then  JAKUB, then tomas again…'
  const found = namesToAsk([text], people, 'pt')
  const other = (word: string) => found.find((one) => one.word === word)?.instead
  expect(withOthers(text, found)).toBe(
    `${other('Tomás')}’s turn.\n\n  Then  ${other('JAKUB')}, then ${other('Tomás')} again…`,
  )
})

test('all pieces together are the text', () => {
  const word = fc.constantFrom('Tomás', 'jakub’s', ' ', '\n', 'é', '’s', '👩‍🏫', 'x')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const found = namesToAsk([text], people, 'sk')
      expect(
        piecesOf(text, found)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('D15: Slovak bends names, and the other name bends along; German and Dutch add an s', () => {
  const slovak = (text: string) => {
    const found = namesToAsk([text], [{ name: 'Jakub', student: true, me: false }], 'sk')
    return [found.map((one) => one.word), withOthers(text, found)] as const
  }
  const [words, text] = slovak('Videl som Jakuba so Zuzanou. Jakubovi som povedal, že Zuzane patrí Jakubov stôl.')
  expect(words).toEqual(['Jakuba', 'Jakubovi', 'Jakubov', 'Zuzanou', 'Zuzane'])
  expect(text).toMatch(/^Videl som (\S+)a so (\S+)ou\. \1ovi som povedal, že \2e patrí \1ov stôl\.$/)
  expect(slovak('Ani dnes nebolo v triede ticho, len pri okne a na chodbe.')[0]).toEqual([])
  expect(namesToAsk(['Das ist Jakobs Heft.'], people, 'de').map((one) => one.word)).toEqual(['Jakobs'])
  expect(namesToAsk(['Dat is Lottes pen.'], people, 'nl').map((one) => one.word)).toEqual(['Lottes'])
})
