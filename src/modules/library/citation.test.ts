/** References as APA writes them, and a page of the library cited. */
import { describe, expect, test } from 'vitest'
import { addressOf, citePage, formatReference, plainReference } from './citation.ts'

describe('a reference', () => {
  test('of an article names journal, volume, issue and pages', () => {
    expect(
      plainReference({
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
      }),
    ).toBe(
      'Smith, S. U., & Hayes, S. (2017). A critical review. Online Learning, 21(1), 209–237. https://doi.org/10.24059/olj.v21i1.963',
    )
  })

  test('of a book names its publisher; one author stands alone', () => {
    const book = {
      type: 'book',
      author: [{ family: 'Wenger', given: 'Etienne' }],
      issued: { 'date-parts': [[1998]] },
      title: 'Communities of Practice',
      publisher: 'Cambridge University Press',
    }
    expect(plainReference(book)).toBe('Wenger, E. (1998). Communities of Practice. Cambridge University Press.')
    expect(addressOf(book)).toBeUndefined()
  })

  test('without a year, with a question as its title, with a hyphen in a name', () => {
    const { pieces } = formatReference({
      type: 'webpage',
      author: [{ family: 'Sartre', given: 'Jean-Paul' }],
      title: 'What is it?',
    })
    expect(pieces[0]?.text).toBe('Sartre, J.-P. (n.d.). ')
    expect(pieces[1]).toEqual({ text: 'What is it?', cited: true })
  })

  test('with more than twenty authors leaves out those in the middle', () => {
    const author = Array.from({ length: 24 }, (_, i) => ({ family: `A${i + 1}` }))
    const before = plainReference({ type: 'book', author, title: 'T' })
    expect(before).toContain('A19, … A24.')
    expect(before).not.toContain('A20')
  })
})

test('a page is cited with site, date and address', () => {
  const page = {
    authors: 'Ciranda contributors',
    year: 2026,
    title: 'Trust',
    version: 'version 2',
    site: 'Our school',
    retrieved: 'Read on 24 November 2026: http://x/library/trust',
  }
  expect(citePage(page)).toBe(
    'Ciranda contributors. (2026). Trust (version 2). Our school. Read on 24 November 2026: http://x/library/trust',
  )
})
