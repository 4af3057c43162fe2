/** A program cites an entry: the same texts and the same walls as the page. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '../../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { loadShelf } from '../load-shelf.ts'
import { apiUrls } from '../urls.ts'

let village: Village
let visitor: Program

beforeAll(async () => {
  village = await openVillage()
  await loadShelf(village.house)
  visitor = await programOf(village, 'visitor')
})
afterAll(() => village.close())

interface Cited {
  readonly text: string
  readonly bibtex: string
  readonly ris: string
  readonly csl: { readonly id: string; readonly title: string }
  readonly sources: { readonly id: string }[]
}
const cite = async (slug: string, search = {}, lang = 'en') => {
  const answer = await visitor.get(apiUrls.citation({ slug }, search), { 'accept-language': lang })
  return { status: answer.status, cited: (await answer.json()) as Cited }
}

test('a reference comes as itself, formatted and in every shape', async () => {
  const { status, cited } = await cite('mortier-2010')
  expect(status).toBe(200)
  expect(cited.text).toMatch(/^Mortier, K\., Hunt, P\..*\(2010\)\. Communities of practice in inclusive education\./)
  expect(cited.bibtex).toContain('@article{mortier-2010,')
  expect(cited.ris).toContain('TY  - JOUR')
  expect(cited.csl.id).toBe('mortier-2010')
})

test('an entry comes in the language and the style asked for, with its sources', async () => {
  const { cited } = await cite('trust', { style: 'harvard', language: 'nl' }, 'sk')
  expect(cited.text).toContain('Vertrouwen')
  expect(cited.text).toContain('Dostupné na: http://village.example/library/trust')
  expect(cited.sources.map(({ id }) => id).sort()).toEqual(['mortier-2020', 'silveira-maia-2025'])
})

test('what is not there or not known is told as a problem', async () => {
  expect((await cite('nothing')).status).toBe(404)
  expect((await cite('trust', { style: 'mla' })).status).toBe(400)
  expect((await cite('trust', { format: 'exe' })).status).toBe(400)
})
