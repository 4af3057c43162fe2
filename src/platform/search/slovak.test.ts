// The forms of a Slovak word meet in one lexeme, and different words stay apart.
import { expect, test } from 'vitest'
import { fold } from './folding.ts'
import { slovakStem } from './slovak.ts'

const lexeme = (word: string) => slovakStem(fold(word))

test.each([
  ['škola', 'školy', 'škole', 'školu', 'školou', 'školách', 'školami', 'škôl'],
  ['žiak', 'žiaka', 'žiakovi', 'žiaci', 'žiakov', 'žiakom', 'žiakoch', 'žiakmi'],
  ['učiteľ', 'učiteľa', 'učitelia', 'učiteľov', 'učiteľom', 'učiteľmi'],
  ['mesto', 'mesta', 'mestu', 'meste', 'miest', 'mestách'],
  ['dieťa', 'dieťaťa', 'deti', 'detí', 'deťom', 'deťmi'],
  ['pes', 'psa', 'psy', 'psov', 'psami'],
  ['jednotlivec', 'jednotlivca', 'jednotlivcov', 'jednotlivcami'],
  ['pomáhať', 'pomáha', 'pomáhal', 'pomáhali', 'nepomáhajú', 'pomáhame'],
  ['nový', 'nová', 'nového', 'novej', 'novými', 'najnovšieho'],
])('%s and its forms', (...forms) => {
  expect(new Set(forms.map(lexeme)).size, forms.map(lexeme).join(' ')).toBe(1)
})

test('different words stay apart', () => {
  const words = ['škola', 'školenie', 'rodič', 'rodina', 'učiteľ', 'účet', 'kniha', 'trieda', 'nedeľa', 'nemocnica']
  expect(new Set(words.map(lexeme)).size).toBe(words.length)
})

test('short and foreign words stay whole', () => {
  expect(['ai', 'eu', 'covid19', 'дети'].map(slovakStem)).toEqual(['ai', 'eu', 'covid19', 'дети'])
})
