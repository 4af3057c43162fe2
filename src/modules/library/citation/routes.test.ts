/** Citing as people meet it: pages and files of the shelf and of a story, for those who may read it. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStory, type StoryVillage } from '../../../../tests/village/story.ts'
import { loadShelf } from '../load-shelf.ts'
import { readShelf } from '../shelf/read-shelf.ts'
import { urls } from '../urls.ts'
import type { CitedItem } from './reference.ts'

const shelf = readShelf(join(import.meta.dirname, '..', 'shelf'))
let village: StoryVillage
let story: string

beforeAll(async () => {
  village = await openStory()
  await loadShelf(village.house)
  await village.act('joana', urls.naming(village.address), { naming: 'name' })
  story = (await village.out({ to: 'community' })).replace('/library/', '')
})
afterAll(() => village.close())

const asked = async (path: string, lang = 'en') => {
  const answer = await village.visitor().get(path, { 'accept-language': lang })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const items = async (path: string, lang?: string): Promise<CitedItem[]> => JSON.parse((await asked(path, lang)).text)

describe('an entry of the shelf', () => {
  test('is cited in the words of the reader', async () => {
    const { text } = await asked('/library/trust', 'sk')
    expect(text).toContain('Tím Ciranda. (2026, 24. november). <cite>Dôvera</cite> [Verzia 1]')
    expect(text).toContain('href="/library/trust/citation/bib" download')
  })

  test.each([
    ['bib', 'application/x-bibtex', '@misc{trust,'],
    ['ris', 'application/x-research-info-systems', 'TY  - ELEC'],
    ['json', 'application/vnd.citationstyles.csl+json', '"id": "trust"'],
  ])('is taken along as %s', async (kind, type, begins) => {
    const { status, headers, text } = await asked(`/library/trust/citation/${kind}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="trust.${kind}"`)
    expect(text).toContain(begins)
    expect(text).toContain('CC BY 4.0')
    expect(text).toContain('http://village.example/library/trust')
  })

  test('is cited in the language it was read in', async () => {
    expect((await items('/library/trust/citation/json?lang=nl'))[0]).toMatchObject({
      title: 'Vertrouwen',
      language: 'nl',
    })
  })

  test('that is a reference is cited as itself', async () => {
    const { text } = await asked('/library/mortier-2010/citation/bib')
    expect(text).toMatch(/^@article\{mortier-2010,/)
    expect(text).toContain('doi = {10.1080/03055690903424816}')
  })

  test('brings its sources along, and none is an empty file', async () => {
    const sources = await items('/library/trust/sources/json')
    expect(sources.map(({ id }) => id).sort()).toEqual(['mortier-2020', 'silveira-maia-2025'])
    expect((await asked('/library/trust/sources/ris')).headers.get('content-disposition')).toContain(
      '"trust-sources.ris"',
    )
    expect(await items('/library/mortier-2010/sources/json')).toEqual([])
  })

  test('is cited in every style on a page of its own', async () => {
    const { status, text } = await asked('/library/mortier-2010/citation')
    expect(status).toBe(200)
    for (const style of ['APA 7', 'Harvard', 'Vancouver']) expect(text).toContain(style)
    expect(text).toContain('Mortier K, Hunt P, Leroy M')
    expect(text).toContain('noindex')
  })
})

describe('the reference list', () => {
  test('holds what the filters ask for, sorted by who stands first', async () => {
    const { status, text } = await asked('/library/bibliography?kind=reference')
    expect(status).toBe(200)
    expect(text).toContain(`${shelf.filter((entry) => entry.kind === 'reference').length} entries`)
    expect(text.indexOf('Lave, J.')).toBeLessThan(text.indexOf('Mortier, K. (2020)'))
    expect(text.indexOf('Smith, S. U.')).toBeLessThan(text.indexOf('Wenger, E. (1998)'))
    expect(text).toContain('href="/library/bibliography/bib?kind=reference" download')
  })

  test('of everything holds concepts too, and a search narrows it', async () => {
    expect(await items('/library/bibliography/json')).toHaveLength(shelf.length)
    const found = await items('/library/bibliography/json?q=dovera&kind=concept', 'sk')
    expect(found.map(({ title }) => title)).toContain('Dôvera')
    expect(found.length).toBeLessThan(19)
    expect((await asked('/library/bibliography?q=qqqqzzzz')).text).toContain('Nothing found yet')
  })

  test('is written in another style when asked, and takes anything odd', async () => {
    expect((await asked('/library/bibliography?kind=reference&style=vancouver')).text).toContain('Lave J, Wenger E.')
    for (const odd of ['style=mla', 'page=99', 'page=-1', 'kind=poem', 'q=%00', 'lang=xx', "q='%20or%201=1"])
      expect((await asked(`/library/bibliography?${odd}`)).status).toBe(200)
  })

  test('has an address that no entry of the shelf takes', () => {
    expect(readShelf(`${import.meta.dirname}/../shelf`).map(({ slug }) => slug)).not.toContain('bibliography')
  })
})

describe('what is not there to be cited', () => {
  test.each(['/library/nothing/citation', '/library/nothing/citation/bib', '/library/nothing/sources/ris'])(
    '%s is not found',
    async (path) => expect((await asked(path)).status).toBe(404),
  )

  test.each([
    '/library/trust/citation/exe',
    '/library/trust/sources/x',
    '/library/bibliography/pdf',
    '/library/bibliography/citation',
  ])('%s is no kind of file', async (path) => expect((await asked(path)).status).toBe(404))
})

// One story lives through this: first for its community, then for all, then taken down.
describe('a story', () => {
  const doors = () => [
    `/library/${story}/citation`,
    ...['bib', 'ris', 'json'].map((kind) => `/library/${story}/citation/${kind}`),
    `/library/${story}/sources/bib`,
  ]

  test('told to its community alone is cited there, and not found by others', async () => {
    for (const door of doors()) expect((await asked(door)).status, door).toBe(404)
    expect((await items('/library/bibliography/json')).map(({ id }) => id)).not.toContain(story)
    const rita = await village.as('rita')
    for (const door of doors()) expect((await rita.get(door)).status, door).toBe(200)
    expect(await (await rita.get('/library/bibliography/bib')).text()).toContain(story)
  })

  test('names its makers as they wish, never turned around, and a change of mind at once', async () => {
    const rita = await village.as('rita')
    const bib = await (await rita.get(`/library/${story}/citation/bib`)).text()
    expect(bib).toContain('author = {{Joana Sim{\\~ o}es} and {Reading together}}')
    await village.act('joana', urls.naming(village.address), { naming: 'none' })
    for (const door of [...doors(), `/library/${story}`, '/library/bibliography'])
      expect(await (await rita.get(door)).text(), door).not.toContain('Simões')
  })

  test('that is invented says so wherever it is cited', async () => {
    await village.house.db.asSystem('job', (tx) =>
      tx.rows(sql`update library.entry set invented = true where slug = ${story}`),
    )
    const rita = await village.as('rita')
    const [item] = JSON.parse(await (await rita.get(`/library/${story}/citation/json`)).text()) as [CitedItem]
    const page = await (await rita.get(`/library/${story}/citation`)).text()
    expect(item.genre).toBe('invented example')
    expect(item.note).toContain('these people do not exist')
    expect(page).toContain('[Version 1; invented example]')
  })

  test('that is invented is kept from search engines, and travels in no list', async () => {
    const rita = await village.as('rita')
    for (const door of [`/library/${story}`, `/library/${story}/citation`]) {
      const page = await (await rita.get(door)).text()
      expect(page, door).toMatch(/<meta name="robots" content="noindex/)
      expect(page, door).toContain('these people do not exist')
    }
    for (const kind of ['bib', 'ris', 'json']) {
      const alone = await rita.get(`/library/${story}/citation/${kind}`)
      expect(alone.headers.get('x-robots-tag'), kind).toBe('noindex')
      expect(await (await rita.get(`/library/bibliography/${kind}`)).text(), kind).not.toContain(story)
    }
  })

  test('that was taken down is gone', async () => {
    await village.act('rita', urls.withdrawal(village.address))
    const rita = await village.as('rita')
    for (const door of doors()) expect((await rita.get(door)).status, door).toBe(410)
    expect(await (await rita.get('/library/bibliography/bib')).text()).not.toContain(story)
  })
})
