// An excerpt shows the found words in their surroundings and loses no letter of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from './excerpt.ts'
import { buildQuery } from './question.ts'

const marked = (text: string, question: string, language: string) =>
  excerpt(text, buildQuery(question, language), language)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

test('marks forms of the word, accents or not', () => {
  expect(marked('As decisões das crianças.', 'decisao crianca', 'pt')).toBe('As [decisões] das [crianças].')
  expect(marked('Žiaci boli v školách so psami.', 'skola pes', 'sk')).toBe('Žiaci boli v [školách] so [psami].')
  expect(marked('De kinderen lezen.', 'lees kinderen', 'nl')).toContain('[kinderen]')
  expect(marked('Die Schülerinnen fragten.', 'fragen', 'de')).toBe('Die Schülerinnen [fragten].')
})

test('is cut between words around what was found', () => {
  const filling = 'One line follows another. '.repeat(30)
  const shown = marked(`${filling}The quiet corner opened. ${filling}`, 'corners', 'en')
  expect(shown).toContain('quiet [corner] opened')
  expect(shown.length).toBeLessThan(180)
  expect(shown).toMatch(/^… [A-Za-z].*[a-z.] …$/)
})

test('any text gives an excerpt of the asked length that is made of the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      (text, question) => {
        const shown = excerpt(text, buildQuery(question, 'en'), 'en')
          .map((each) => each.text)
          .join('')
        expect(shown.length).toBeLessThanOrEqual(170)
        expect(text.replace(/\s+/g, ' ')).toContain(shown.replace(/^… /, '').replace(/ …$/, ''))
      },
    ),
  )
})
