/** The library as visitors meet it: the shelf is there, can be found in five languages, and can be read. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { AddressBook } from '../../platform/http/address-book.ts'
import { loadShelf } from './load-shelf.ts'
import { describeEntries, navigation } from './public.ts'
import { routes } from './routes.ts'
import { readShelf } from './shelf/read-shelf.ts'

let village: Village
const shelf = readShelf(join(import.meta.dirname, 'shelf'))
const addressBook = new AddressBook()

beforeAll(async () => {
  village = await openVillage({
    tables: [routes],
    addressBook,
    navigation: { entries: navigation, communityHome: (slug) => `/c/${slug}`, siteHome: () => '/' },
  })
  addressBook.register('entry', describeEntries(village.house))
  await loadShelf(village.house)
})
afterAll(() => village.close())

const page = async (path: string) => {
  const answer = await village.visitor().get(path)
  return { status: answer.status, html: await answer.text() }
}

describe('the shelf', () => {
  test('is put in once, and a second start changes nothing', async () => {
    expect(await loadShelf(village.house)).toBe(0)
  })
})

describe('the front', () => {
  test('opens with the concept, its dimensions, values, elements and competences', async () => {
    const { status, html } = await page('/library')
    expect(status).toBe(200)
    for (const slug of ['community-of-practice', 'dimension-policies', 'trust', 'domain', 'acting-for-change'])
      expect(html).toContain(`href="/library/${slug}"`)
  })

  test('filters by a form that asks first', async () => {
    const { html } = await page('/library')
    expect(html).toMatch(/<form[^>]*method="get"/)
    expect(html).not.toContain('onchange')
  })
})

describe('finding', () => {
  test.each([
    ['inclusao', 'community-of-practice'],
    ['dovera', 'trust'],
    ['vertrouwen', 'trust'],
    ['Vertrauen', 'trust'],
    ['trusst', 'trust'],
  ])('%s finds %s', async (q, slug) => {
    const { html } = await page(`/library?q=${q}`)
    expect(html).toContain(`href="/library/${slug}"`)
  })

  test('marks the words it found', async () => {
    const { html } = await page('/library?q=trust')
    expect(html).toMatch(/<mark>[Tt]rust/)
    // A heading and what follows it stay two words.
    expect(html).not.toMatch(/MondayMake|whenWords/)
  })

  test('narrows by kind, dimension and language, twenty on a page', async () => {
    const references = await page('/library?kind=reference')
    expect(references.html).toContain(`${shelf.filter((entry) => entry.kind === 'reference').length} entries`)
    expect(references.html).not.toContain('href="/library/trust"')
    const all = await page('/library?language=sk')
    expect(all.html).toContain(`${shelf.length} entries`)
    expect(all.html).toContain('language=sk&amp;page=2')
    expect((await page('/library?q=trust&language=nl')).html).not.toContain('lang="sk"><mark')
    expect((await page('/library?dimension=policies')).html).toContain('href="/library/dimension-policies"')
  })

  test('helps when nothing is there, and takes any text', async () => {
    expect((await page('/library?q=qqqqzzzzxxxx')).html).toContain('Nothing found yet')
    for (const odd of ['%00', "'%20or%201=1", '-a', '%22', '&&|!:*', 'page=-1'])
      expect((await page(`/library?q=${odd}&page=abc&kind=poem`)).status).toBe(200)
  })
})

describe('an entry', () => {
  test('is read in the language of the reader, with its sources, its citation and its neighbours', async () => {
    const { status, html } = await page('/library/trust')
    expect(status).toBe(200)
    expect(html).toContain('https://doi.org/10.1080/13603116.2018.1461261')
    expect(html).toContain('Cite this page')
    expect(html).toContain('http://village.example/library/trust')
    expect(html).toContain('CC BY 4.0')
    expect(html).toContain('rel="next"')
    expect(html).not.toContain('entry:')
    expect(html).not.toContain('noindex')
  })

  test('is one tap away in every other language', async () => {
    expect((await page('/library/trust')).html).toContain('href="/library/trust?lang=sk"')
    const slovak = await page('/library/trust?lang=sk')
    expect(slovak.html).toContain('lang="sk"')
    expect(slovak.html).toContain('Dôvera')
  })

  test('of a reference says how it is cited', async () => {
    const { html } = await page('/library/mortier-2010')
    expect(html).toContain('Mortier, K., Hunt, P.')
    expect(html).toContain('(2010).')
  })

  test('that is not there is not found', async () => {
    expect((await page('/library/nothing')).status).toBe(404)
  })

  test('stands in the address book', async () => {
    const { house, visitorScope } = village
    const [rows] = [await addressBook.lookUp(visitorScope, [{ kind: 'entry', id: 1 }])]
    expect([...rows.values()][0]?.href).toMatch(/^\/library\//)
    expect(house.baseUrl).toBeTruthy()
  })
})

test('a member reads with the community beside the page', async () => {
  const rita = await village.as('rita')
  const html = await (await rita.get('/library')).text()
  expect(html).toContain('Reading together')
})
