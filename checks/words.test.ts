// The words law refuses what is missing, empty, unsound, still English, never said, or written into a page.
import { expect, test } from 'vitest'
import { says } from './small-house.ts'
import { argumentsOf, wordsLaw } from './words.ts'

const folder = 'src/modules/meeting'
const page = (body: string): string => `// A page of the test.\nexport const Page = ({ t, state }: P) => ${body}\n`
const set = (words: Record<string, string>): string => JSON.stringify(words)

const house = {
  [`${folder}/words.en.json`]: set({ hello: 'Hello {name}', 'state.open': 'Open to all', doi: '{n} / {all}' }),
  [`${folder}/words.pt.json`]: set({ hello: 'Olá {name}', 'state.open': 'Aberto a todos', doi: '{n} / {all}' }),
  [`${folder}/words.nl.json`]: set({ hello: 'Dag {name}', 'state.open': 'Open voor allen', doi: '{n} / {all}' }),
  [`${folder}/words.de.json`]: set({ hello: 'Hallo {name}', 'state.open': 'Offen für alle', doi: '{n} / {all}' }),
  [`${folder}/words.sk.json`]: set({ hello: 'Ahoj {name}', 'state.open': 'Otvorené', doi: '{n} / {all}' }),
  [`${folder}/pages/hello.tsx`]: page("<p title={t('doi')}>{t('hello')} &nbsp; {t(`state.${state}`)} · 3</p>"),
}
const law = wordsLaw([])
const inSlovak = (words: Record<string, string>): Record<string, string> => ({
  ...house,
  [`${folder}/words.sk.json`]: set(words),
})
const onPage = (body: string): Record<string, string> => ({ ...house, [`${folder}/pages/other.tsx`]: page(body) })
const slovak = { hello: 'Ahoj {name}', 'state.open': 'Otvorené', doi: '{n} / {all}' }

test('words in order pass', () => {
  expect(says(law, house)).toEqual([])
})

test.each([
  [{ ...slovak, doi: '' }, 'says nothing'],
  [{ hello: slovak.hello, doi: slovak.doi }, 'lacks "state.open"'],
  [{ ...slovak, more: 'Viac' }, 'has "more", which English does not'],
  [{ ...slovak, hello: 'Ahoj {meno}' }, 'takes {meno} where English takes {name}'],
  [{ ...slovak, hello: 'Ahoj {name' }, 'is not a sound message'],
  [{ ...slovak, 'state.open': 'Open to all' }, 'is still English'],
])('%o is refused', (words, reason) => {
  expect(says(law, inSlovak(words))).toContainEqual(expect.stringContaining(reason))
})

test('a language that is missing is named', () => {
  const { [`${folder}/words.de.json`]: _, ...without } = house
  expect(says(law, without)).toEqual([expect.stringContaining('words.de.json is missing')])
})

test('a key that nobody says is dead', () => {
  const { [`${folder}/pages/hello.tsx`]: _, ...without } = house
  const quiet = { ...without, [`${folder}/pages/quiet.tsx`]: page("<p>{t('doi')}</p>") }
  expect(says(law, quiet)).toEqual([expect.stringContaining('nobody says hello, state.open:')])
})

test.each(['<p>Hello there</p>', `<p>{'Hello'}</p>`, '<img alt="A door" />', '<p aria-label="Menu">{state}</p>'])(
  '%s shows one language only',
  (body) => {
    expect(says(law, onPage(body))).toEqual([expect.stringContaining('in one language')])
  },
)

test('an exception excuses while it is needed, and not longer', () => {
  const open = [{ text: 'Open to all', languages: ['sk'], why: 'for the test' }]
  expect(says(wordsLaw(open), inSlovak({ ...slovak, 'state.open': 'Open to all' }))).toEqual([])
  expect(says(wordsLaw(open), house)).toEqual([expect.stringContaining('take the exception out')])
})

test('the arguments of a message are found wherever they stand', () => {
  expect(argumentsOf('Plain', 'en')).toEqual([])
  const message =
    '{n, plural, one {# turn of {who}} other {# turns}} on {day, date, long} {kind, select, a {A} other {B}}'
  expect(argumentsOf(message, 'en')).toEqual(['day', 'kind', 'n', 'who'])
})

test('a file that was only copied is told once', () => {
  const many = Object.fromEntries([...'abcdefghi'].map((letter) => [`key-${letter}`, `Word ${letter}`]))
  const copied = Object.fromEntries(
    ['en', 'pt', 'nl', 'de', 'sk'].map((lang) => [`${folder}/words.${lang}.json`, set(many)]),
  )
  const spoken = page('<p>{t(`${kind}-${state}`)}{t(`key-${state}`)}</p>')
  expect(says(law, { ...copied, [`${folder}/pages/all.tsx`]: spoken })).toEqual(
    ['pt', 'nl', 'de', 'sk'].map((lang) => expect.stringContaining(`words.${lang}.json 9 words are still English`)),
  )
})
