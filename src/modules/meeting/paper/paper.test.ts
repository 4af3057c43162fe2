/** Paper in the village: who may print, which sheets there are, and that today's question stands on the round. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { languages } from '../../../platform/words/words.ts'
import { urls } from '../urls.ts'
import { sheetNames } from './sheets.ts'
import { words } from './words.ts'

const slug = 'reading-together'
const plan = { 'on-day': '3', 'on-month': '12', 'on-year': '2026', minutes: '60', place: '' }
let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

const page = async (path: string) => (await (await village.as('rita')).get(path)).text()

it('is for those who belong; a sheet that is none is not found', async () => {
  const stranger = await village.as('peter')
  for (const path of [urls.paper({ slug }), urls.sheet({ slug, sheet: 'round' })])
    expect((await stranger.get(path)).status).not.toBe(200)
  const rita = await village.as('rita')
  expect((await rita.get(urls.paper({ slug }))).status).toBe(200)
  for (const sheet of ['rounds', 'constructor', '1']) {
    expect((await rita.get(urls.sheet({ slug, sheet }))).status).toBe(404)
  }
})

it('is found from the meetings', async () => {
  expect(await page(urls.meetings({ slug }))).toContain(urls.paper({ slug }))
})

describe.each(languages)('in %s', (lang) => {
  it('each sheet says whose words, who hears them, and how they get in', async () => {
    const t = words(lang)
    const marta = await village.as('marta')
    await marta.post('/language', { lang })
    for (const sheet of sheetNames) {
      const html = await (await marta.get(urls.sheet({ slug, sheet }))).text()
      for (const key of [sheet, 'saidBy', 'writtenBy', 'date', 'pass', 'heard', 'takeBack', 'enter'] as const)
        expect(html).toContain(t(key))
      expect(html).not.toContain('___')
    }
  })
})

it('the question of the next meeting stands on the round; without one there is a line for it', async () => {
  const round = urls.sheet({ slug, sheet: 'round' })
  const rita = await village.as('rita')
  expect(await page(round)).toContain('The question of the day')
  const answer = await rita.post(urls.plan({ slug }), { ...plan, question: 'Who chooses the <page>?' })
  expect(answer.status).toBe(303)
  const html = await page(round)
  expect(html).toContain('Who chooses the &lt;page>?')
  expect(html).toContain('3 December')
  expect(html).not.toContain('The question of the day')
})
