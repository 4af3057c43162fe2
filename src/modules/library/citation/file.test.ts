/** The files, read back by citation-js: what leaves the house arrives as it left. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShelf } from '../shelf/read-shelf.ts'
import { fileAnswer, writeFile } from './file.ts'
import type { CitedItem, CitedName } from './reference.ts'

const load = createRequire(import.meta.url)
const { plugins } = load('@citation-js/core') as {
  plugins: { input: { chain(text: string, options: { generateGraph: false }): CitedItem[] } }
}
load('@citation-js/plugin-bibtex')
load('@citation-js/plugin-ris')

const back = (kind: 'bib' | 'ris' | 'json', items: readonly CitedItem[]): CitedItem[] =>
  plugins.input.chain(writeFile(kind, items), { generateGraph: false })

const nameOf = (name: CitedName): string =>
  name.literal ?? [name['non-dropping-particle'], name.family, name.given, name.suffix].filter(Boolean).join(' ')
const namesOf = (item: CitedItem | undefined) => (item?.author ?? []).map(nameOf)

const kinds = ['bib', 'ris', 'json'] as const
const shelf = readShelf(join(import.meta.dirname, '..', 'shelf')).flatMap((entry) =>
  entry.kind === 'reference' ? [entry.csl as CitedItem] : [],
)

describe.each(kinds)('a %s file', (kind) => {
  test.each(shelf)('brings $id back', (item) => {
    const [read] = back(kind, [item])
    expect(read).toMatchObject({ id: item.id, title: item.title, issued: item.issued })
    for (const field of ['container-title', 'volume', 'issue', 'page', 'publisher', 'DOI', 'ISBN', 'note'] as const)
      expect(read?.[field], field).toBe(item[field])
    expect(namesOf(read)).toEqual(namesOf(item))
    if (kind !== 'bib') expect(read?.type).toBe(item.type)
  })

  test('holds the whole shelf, in its order', () => {
    expect(back(kind, shelf).map(({ id }) => id)).toEqual(shelf.map(({ id }) => id))
  })

  test.each<CitedName>([
    { family: 'Meulen', given: 'Anna', 'non-dropping-particle': 'van der' },
    { family: 'Van de Putte', given: 'Inge' },
    { family: 'Ferková', given: 'Štefánia' },
    { family: 'Conceição', given: 'João' },
    { family: 'Ľupták', given: 'Ďuro' },
    { family: 'Strauß', given: 'Jürgen' },
    { family: 'May', suffix: 'Sr.' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { family: 'Ulmane-Ozoliņa', given: 'L.' },
    { literal: 'European Agency for Special Needs and Inclusive Education' },
    { literal: 'Šafárik & Söhne {2} 100 %' },
    { literal: 'Читаем вместе' },
  ])('keeps the name of %o', (name) => {
    expect(namesOf(back(kind, [{ id: 'x', type: 'book', title: 'T', author: [name] }])[0])).toEqual([nameOf(name)])
  })

  test.each([
    'Dôvera: žšťľĽ ŕ ĺ ä ô ý ď Ň',
    'Não saber é começar',
    'a {b} } { \\ $5 & 10 % #1 _x ~ ^ "q"',
    "a--b --- c, `quoted'' ?` !`",
    '<b>5 < 6</b> | Привет 日本語 😀 ½',
    'TY  - not a line of its own ER  - ',
  ])('keeps the title %s', (title) => {
    expect(back(kind, [{ id: 'x', type: 'webpage', title }])[0]?.title).toBe(
      kind === 'json' ? title : title.replace(/\s+/g, ' ').trim(),
    )
  })

  test('needs neither author nor date', () => {
    const [read] = back(kind, [{ id: 'x', type: 'webpage', title: 'Alone', URL: 'https://x.example/a_b%20c' }])
    expect(read).toMatchObject({ title: 'Alone', URL: 'https://x.example/a_b%20c' })
    expect(read?.author).toBeUndefined()
    expect(read?.issued).toBeUndefined()
  })
})

const words = fc
  .stringMatching(/^[A-Za-zÀ-žα-я0-9 {}\\$&%#_~^<>|"'`.,:;!?()@=+/*–—“”-]{1,60}$/)
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => /\p{L}/u.test(text))
const plainName = fc.stringMatching(
  /^[A-ZÁÀÂÃÄČĎÉÍĽŇÓÔÖŠŤÚŽ][a-záàâãäčďéíĺľňóôöőšťúýž]{1,12}(-[A-ZČĎŠŽÁ][a-zšžőñ]{1,8})?$/,
)
const person = fc.oneof(
  fc.record({ family: plainName, given: plainName }),
  words.filter((text) => !text.includes(',')).map((literal) => ({ literal })),
)

test.each(kinds)('whatever a title and its authors are, %s brings them back', (kind) => {
  fc.assert(
    fc.property(words, fc.array(person, { maxLength: 4 }), (title, author) => {
      const [read, ...more] = back(kind, [{ id: 'x-1', type: 'webpage', title, author, note: title }])
      expect(more).toEqual([])
      expect(read?.title.normalize('NFC')).toBe(title.normalize('NFC'))
      expect(namesOf(read).map((name) => name.normalize('NFC'))).toEqual(
        author.map((name) => nameOf(name).normalize('NFC')),
      )
    }),
    { numRuns: 300 },
  )
})

test('a file is saved under the name of its entry', () => {
  const { headers } = fileAnswer('bib', 'he-chose-the-page-12', shelf)
  expect(headers.get('content-type')).toBe('application/x-bibtex; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="he-chose-the-page-12.bib"')
})
