// A typed question is read the same way whatever signs stand in it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from './near.ts'
import { askedIn, buildQuery } from './question.ts'

test('words, phrases and minus words', () => {
  expect(askedIn(buildQuery('reading "quiet corner" -test', 'en'), 'en')).toBe(
    "((('reading')) & (('quiet') <-> ('corner'))) & !((('test')))",
  )
})

test('common words fall away in the language of the reader and of the text', () => {
  expect(askedIn(buildQuery('how do the children learn', 'en'), 'en')).toBe("((('children')) & (('learn')))")
  expect(askedIn(buildQuery('the Freinet', 'en'), 'pt')).toBe("((('freinet')))")
})

test('Slovak words are asked as lexemes, accents or not', () => {
  expect(askedIn(buildQuery('školách', 'sk'), 'sk')).toBe(askedIn(buildQuery('SKOLY', 'sk'), 'sk'))
})

test('the last word may be a beginning while it is being typed', () => {
  expect(askedIn(buildQuery('quiet cor', 'en', { typing: true }), 'en')).toBe("((('quiet')) & (('cor':*)))")
  expect(askedIn(buildQuery('quiet cor ', 'en', { typing: true }), 'en')).toBe("((('quiet')) & (('cor')))")
})

test('minus words alone ask nothing', () => {
  expect(askedIn(buildQuery('-school', 'en'), 'en')).toBeUndefined()
})

test('only letters, digits and our own signs ever reach a question', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('en', 'pt', 'sk', 'fr'),
      (text, language) => {
        const asked = askedIn(buildQuery(text, language, { typing: true }), 'sk') ?? ''
        expect(asked.replace(/ <-> | [&|] |!\(|:\*|[()]/g, ' ')).toMatch(/^[\p{L}\p{N}' ]*$/u)
      },
    ),
  )
})

test('mistyped words find their neighbours, nearest first', () => {
  expect(nearest('skloa', ['skola', 'skala', 'sklo', 'slovo'])).toEqual(['sklo', 'skola'])
  expect(nearest('comunidaed', ['comunidade', 'comunidades', 'comum'])).toEqual(['comunidade', 'comunidades'])
  expect(nearest('cat', ['car'])).toEqual([])
})
