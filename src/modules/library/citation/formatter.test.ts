/** References as the house writes them: kinds, languages, styles, and names that are not two plain words. */
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../platform/words/words.ts'
import { formatted } from './formatter.ts'
import { shownItem } from './item.ts'
import { plainOf } from './pieces.ts'
import type { CitedItem } from './reference.ts'
import type { Style } from './style.ts'

const written = async (item: Omit<CitedItem, 'id'>, lang: Language = 'en', style: Style = 'apa') =>
  plainOf((await formatted([{ id: 'x', ...item }], lang, style))[0] ?? [])

const article = {
  type: 'article-journal',
  author: [
    { family: 'Smith', given: 'Sedef Uzuner' },
    { family: 'Hayes', given: 'Suzanne' },
  ],
  issued: { 'date-parts': [[2017]] },
  title: 'A critical review',
  'container-title': 'Online Learning',
  volume: '21',
  issue: '1',
  page: '209-237',
  DOI: '10.24059/olj.v21i1.963',
}
const chapter = {
  type: 'chapter',
  author: [{ family: 'Meulen', given: 'Anna', 'non-dropping-particle': 'van der' }],
  editor: [{ family: 'Novák', given: 'Ján' }],
  issued: { 'date-parts': [[2001]] },
  title: 'Together',
  'container-title': 'One school',
  edition: '2',
  page: '1-20',
  publisher: 'House',
}
const page = {
  type: 'webpage',
  author: [{ literal: 'Rita Vale' }, { literal: 'Reading together' }],
  issued: { 'date-parts': [[2026, 11, 24]] },
  title: 'He chose the page',
  genre: 'version 2; invented example',
  'container-title': 'our school',
  URL: 'https://school.example/library/he-chose',
}

describe('APA', () => {
  test('of an article names journal, volume, issue, pages and DOI', async () => {
    expect(await written(article)).toBe(
      'Smith, S. U., & Hayes, S. (2017). A critical review. Online Learning, 21(1), 209–237. https://doi.org/10.24059/olj.v21i1.963',
    )
  })

  test('of a book names its publisher; one author stands alone', async () => {
    const author = [{ family: 'Wenger', given: 'Etienne' }]
    const book = { type: 'book', author, issued: { 'date-parts': [[1998]] }, title: 'Meaning', publisher: 'Cambridge' }
    expect(await written(book)).toBe('Wenger, E. (1998). Meaning. Cambridge.')
  })

  test('without an author begins with the title; without a year says so in the reader’s words', async () => {
    const bare = { type: 'webpage', title: 'What is it?', 'container-title': 'School', URL: 'https://x.example/y' }
    expect(await written(bare)).toBe('What is it? (n.d.). School. https://x.example/y')
    expect(await written(bare, 'sk')).toContain('(b. d.)')
    expect(await written(bare, 'de')).toMatch(/\(o\.\sJ\.\)/)
  })

  test('of an institution keeps its name whole; a hyphen stays in initials', async () => {
    const office = [{ literal: 'European Agency for Special Needs' }]
    expect(await written({ type: 'report', author: office, title: 'Key words' })).toMatch(
      /^European Agency for Special Needs\. /,
    )
    expect(await written({ type: 'book', author: [{ family: 'Sartre', given: 'Jean-Paul' }], title: 'T' })).toMatch(
      /^Sartre, J\.-P\. /,
    )
  })

  test('with more than twenty authors leaves out those in the middle', async () => {
    const author = Array.from({ length: 24 }, (_, i) => ({ family: `A${i + 1}` }))
    const text = await written({ type: 'book', author, title: 'T' })
    expect(text).toContain('A19, … A24')
    expect(text).not.toContain('A20')
  })

  test.each([
    ['en', 'van der Meulen, A. (2001). Together. In J. Novák (Ed.), One school (2nd ed., pp. 1–20). House.'],
    ['pt', 'van der Meulen, A. (2001). Together. Em J. Novák (Ed.), One school (2.a ed., pp. 1–20). House.'],
    ['nl', 'van der Meulen, A. (2001). Together. In J. Novák (Red.), One school (2de dr., pp. 1-20). House.'],
    ['de', 'van der Meulen, A. (2001). Together. In J. Novák (Hrsg.), One school (2. Aufl., S. 1–20). House.'],
    ['sk', 'van der Meulen, A. (2001). Together. In J. Novák (Ed.), One school (2. vyd., s. 1–20). House.'],
  ] as const)('speaks %s around a chapter', async (lang, text) => {
    expect(await written(chapter, lang)).toBe(text)
  })

  test.each([
    ['en', '2026, November 24'],
    ['pt', '2026, 24 de novembro'],
    ['nl', '2026, 24 november'],
    ['de', '2026, 24. November'],
    ['sk', '2026, 24. november'],
  ] as const)('of a page says the day in %s, its version, and that it is invented', async (lang, day) => {
    const text = await written(page, lang)
    expect(text).toContain(`(${day}). He chose the page [`)
    expect(text).toMatch(/\[Version 2; invented example\]/)
    expect(text).toMatch(/^Rita Vale/)
    expect(text).toMatch(/https:\/\/school\.example\/library\/he-chose$/)
  })
})

test('other styles have their own ways', async () => {
  expect(await written(article, 'en', 'harvard')).toMatch(/^Smith, S\. ?U\. and Hayes, S\. \(2017\)/)
  expect(await written(article, 'en', 'vancouver')).toMatch(/^Smith SU, Hayes S\. A critical review\. Online Learning/)
  expect(await written(chapter, 'sk', 'harvard')).toContain('„Together“')
})

test('in a page, words that look like markup stay words; in a reference they are what CSL says', async () => {
  const title = '<b>5 < 6</b> & <script>alert(1)</script> "it" is'
  const mine = shownItem({ id: 'x', type: 'webpage', version: '1', title, URL: 'https://x.example' }, 'en')
  expect(plainOf((await formatted([mine], 'en'))[0] ?? [])).toContain(
    '<b>5 < 6</b> & <script>alert(1)</script> “it” is',
  )
  const theirs = { type: 'book', title: 'On <i>Homo sapiens</i> & <script>x</script>' }
  expect(await written(theirs)).toContain('On Homo sapiens & <script>x</script>')
})

test('many at once keep their order, and a changed one is written anew', async () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ id: `i-${i}`, type: 'book', title: `Book ${30 - i}` }))
  const first = await formatted(many, 'nl')
  expect(first.map((pieces) => plainOf(pieces))).toEqual(many.map(({ title }) => expect.stringContaining(title)))
  expect(await formatted(many, 'nl')).toEqual(first)
  const [again = []] = await formatted([{ ...many[0], title: 'Book new', id: 'i-0', type: 'book' }], 'nl')
  expect(plainOf(again)).toContain('Book new')
})
