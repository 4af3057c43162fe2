/** Makes the files of every entry that is used on paper: a method stands on one page, and its minutes add up. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../platform/words/words.ts'
import { readShelf, type ShelfEntry } from '../shelf/read-shelf.ts'
import { blocksOf, type Run } from './blocks.ts'
import { linesOf } from './lines.ts'
import { MadeFiles } from './made.ts'
import { pdfOf } from './pdf.ts'
import { isUsed, type Sheet } from './sheet.ts'
import { wordFileOf } from './word-file.ts'

const shelf = readShelf(join(import.meta.dirname, '..', 'shelf'))
const methods = shelf.filter((entry) => entry.kind === 'method')
const each = (entries: readonly ShelfEntry[]) =>
  entries.flatMap((entry) => languages.map((language) => ({ entry, language, name: `${entry.slug}/${language}` })))

const sheetOf = (entry: ShelfEntry, language: (typeof languages)[number]): Sheet => ({
  kind: entry.kind,
  language,
  title: entry.texts[language].title,
  summary: entry.texts[language].summary,
  blocks: blocksOf(entry.texts[language].body),
  // As long as the longest reference of the shelf.
  sources: entry.sources.map(() => [{ text: 'Wenger-Trayner, E., and Wenger-Trayner, B. (2025). '.repeat(5) }]),
  address: `https://ciranda.example/library/${entry.slug}`,
  version: 1,
  at: new Date('2026-11-24T12:00:00Z'),
  hrefOf: (href) => `https://ciranda.example/library/${href}`,
})
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length
const said = (runs: readonly Run[]) => runs.map((run) => run.text).join('')

describe('a method', () => {
  test.each(each(methods))('$name stands on one page, tagged and in its language', async ({ entry, language }) => {
    const pdf = await pdfOf(sheetOf(entry, language))
    const text = pdf.toString('latin1')
    expect(pagesIn(pdf)).toBe(1)
    expect(text).toContain('/Marked true')
    expect(text).toContain(`/Lang (${language === 'pt' ? 'pt-PT' : language})`)
    expect(text).toContain('/DisplayDocTitle true')
  })

  test.each(each(methods))('$name takes as many minutes as it says', ({ entry, language }) => {
    const { body } = entry.texts[language]
    const table = blocksOf(body).find((block) => block.kind === 'table')
    if (table?.kind !== 'table') throw new Error('no steps')
    const minutes = table.rows.map(([cell]) =>
      said(cell ?? [])
        .split(' × ')
        .map(Number),
    )
    const total = minutes.reduce((sum, factors) => sum + factors.reduce((product, one) => product * one, 1), 0)
    const howLong = body.split(/^## .*$/m)[2] ?? ''
    expect(Number(/\d+/.exec(howLong)?.[0])).toBe(total)
  })

  test('stands ten times on the shelf, and says what is our view where it names no source', () => {
    const ours = { en: 'our view', pt: 'nossa opinião', nl: 'onze mening', de: 'unsere Sicht', sk: 'náš názor' }
    expect(methods).toHaveLength(10)
    for (const { entry, language } of each(methods))
      if (entry.sources.length === 0)
        expect(entry.texts[language].body.toLowerCase()).toContain(ours[language].toLowerCase())
  })
})

test.each(shelf.filter(isUsed))('$slug is an editable file in every language', async (entry) => {
  for (const language of languages) {
    const file = await wordFileOf(sheetOf(entry, language))
    expect(file.subarray(0, 2).toString()).toBe('PK')
    expect(file.length).toBeGreaterThan(5000)
  }
})

test('an entry is set the same each time', async () => {
  const [one] = methods
  if (!one) throw new Error('no method')
  expect((await pdfOf(sheetOf(one, 'sk'))).equals(await pdfOf(sheetOf(one, 'sk')))).toBe(true)
})

test('a text is taken apart into what every file can set', () => {
  expect(blocksOf('## A\n\n- [ ] b\n\n____\n\n***\n\n> c\n\n| d | e |\n| --- | --- |\n| [f](entry:g) | |')).toEqual([
    { kind: 'heading', level: 2, runs: [{ text: 'A' }] },
    { kind: 'list', ordered: false, items: [{ box: true, runs: [{ text: 'b' }] }] },
    { kind: 'line' },
    { kind: 'leaf' },
    { kind: 'paragraph', quoted: true, runs: [{ text: 'c' }] },
    { kind: 'table', head: [[{ text: 'd' }], [{ text: 'e' }]], rows: [[[{ text: 'f', href: 'entry:g' }], []]] },
  ])
})

test('no word is cut, though its letters come from two files', () => {
  const lines = linesOf([{ text: 'čoľko čoľko' }], 6, (text) => text.length)
  expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(['čoľko', 'čoľko'])
})

test('a file is made once, one that fails is not kept, and the oldest go when there is no room', async () => {
  const files = new MadeFiles(10)
  let made = 0
  const make = async () => {
    made += 1
    return Buffer.alloc(6)
  }
  await Promise.all([files.file('a', make), files.file('a', make)])
  expect(made).toBe(1)
  await expect(files.file('b', () => Promise.reject(new Error('no font')))).rejects.toThrow('no font')
  await files.file('b', make)
  await files.file('a', make)
  expect(made).toBe(3)
})
