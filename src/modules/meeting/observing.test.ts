/** Who observes a community sees a first small task on a meeting's page; the others do not. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { urls as communityUrls } from '../community/urls.ts'
import { urls } from './urls.ts'

const slug = 'reading-together'
let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

it('an observer is asked to note one open question', async () => {
  const ines = await village.as('ines')
  const day = { 'on-day': '3', 'on-month': '12', 'on-year': '2026', minutes: '60', place: '', question: '' }
  const meeting = (await ines.post(urls.plan({ slug }), day)).headers.get('location') ?? ''
  const ana = await village.as('ana')
  const says = async () =>
    (await (await ana.get(meeting, { 'accept-language': 'pt' })).text()).includes('Aqui observas')
  expect(await says()).toBe(false)
  const given = await ines.post(communityUrls.role({ slug, person: village.people.ana }), { role: 'observer' })
  expect(given.status).toBe(303)
  expect(await says()).toBe(true)
  expect(await (await ana.get(meeting)).text()).toMatch(new RegExp(`/c/${slug}/questions(/\\d+#unknowns)?">Anot`))
  expect(await (await ines.get(meeting)).text()).not.toContain('You observe here')
})
