/** Shared things for programs, and found by everybody who may see them: on the page of searching and by programs alike. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '../../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { openToAll, takeDown } from './actions.ts'
import { apiUrls } from './urls.ts'

const slug = 'reading-together'
let village: Village
let rita: Program
let joana: Program
let tomas: Program
beforeAll(async () => {
  village = await openVillage()
  rita = await programOf(village, 'rita')
  joana = await programOf(village, 'joana')
  tomas = await programOf(village, 'tomas')
})
afterAll(() => village.close())

const link = (more: Record<string, unknown> = {}) => ({
  title: 'Books that can be felt',
  why: 'For fingers that read.',
  address: 'https://example.org/touch',
  audience: 'community',
  language: 'en',
  ...more,
})
const told = async (answer: Promise<Response>) => {
  const response = await answer
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown>, response }
}
const shares = async (who: Program, more = {}) => {
  const made = await told(who.post(apiUrls.things({ slug }), link(more)))
  expect(made.status).toBe(201)
  return Number(made.body.id)
}
const finds = async (who: 'rita' | 'joana' | 'peter', words: string) =>
  (await (await village.as(who)).get(`/search?q=${words}`)).text()

test('a link is shared, listed, read, found and taken back by whose it is; nobody else', async () => {
  const id = await shares(rita)
  expect(await told(joana.get(apiUrls.thing({ slug, thing: id })))).toMatchObject({
    status: 200,
    body: {
      kind: 'link',
      sharedBy: 'Rita Vale',
      waits: false,
      file: null,
      url: expect.stringContaining(`/things/${id}`),
    },
  })
  const list = await told(joana.get(apiUrls.things({ slug })))
  expect((list.body.items as { id: number }[]).map((one) => one.id)).toContain(id)
  expect(await finds('joana', 'fingers')).toContain(`/c/${slug}/things/${id}`)
  expect(await finds('peter', 'fingers')).not.toContain('can be felt')
  expect((await told((await programOf(village, 'peter')).get(apiUrls.thing({ slug, thing: id })))).status).toBe(404)
  const search = await told(joana.get('/api/v1/search?q=fingers&kind=lent'))
  expect(search.body.items).toMatchObject([{ kind: 'lent', title: 'Books that can be felt' }])
  const seen = { 'if-match': (await joana.get(apiUrls.thing({ slug, thing: id }))).headers.get('etag') ?? '' }
  expect((await told(joana.delete(apiUrls.thing({ slug, thing: id }), seen))).status).toBe(403)
  const own = { 'if-match': (await rita.get(apiUrls.thing({ slug, thing: id }))).headers.get('etag') ?? '' }
  expect((await told(rita.delete(apiUrls.thing({ slug, thing: id }), own))).status).toBe(204)
  expect((await told(joana.get(apiUrls.thing({ slug, thing: id })))).status).toBe(404)
  expect(await finds('joana', 'fingers')).not.toContain('can be felt')
})

test('what is odd is a problem with its field; what is for few is seen by few; what was taken down is found no more', async () => {
  for (const odd of [{ address: 'javascript:alert(1)' }, { title: '' }, { audience: 'everybody' }, { why: 7 }])
    expect((await told(rita.post(apiUrls.things({ slug }), link(odd)))).status).toBe(422)
  const id = await shares(rita, { title: 'A zebra for facilitators', audience: 'facilitators' })
  expect((await told(joana.get(apiUrls.thing({ slug, thing: id })))).status).toBe(404)
  expect(await finds('joana', 'zebra')).not.toContain('for facilitators')
  const other = await shares(rita, { title: 'An okapi' })
  expect(await finds('joana', 'okapi')).toContain('An okapi')
  const why = { reason: 'It is somebody’s own.', language: 'en' } as const
  await takeDown(village.house, village.scope('ines'), village.communities.reading, other, why)
  expect(await finds('joana', 'okapi')).not.toContain('An okapi')
})

test('a student’s link waits for one look: until then programs and the search of others know nothing of it', async () => {
  const id = await shares(tomas, { title: 'Quagga videos' })
  expect((await told(tomas.get(apiUrls.thing({ slug, thing: id })))).body).toMatchObject({ waits: true })
  expect((await told(joana.get(apiUrls.thing({ slug, thing: id })))).status).toBe(404)
  expect(await finds('joana', 'quagga')).not.toContain('Quagga videos')
  await openToAll(village.house, village.scope('ines'), village.communities.reading, id)
  expect(await finds('joana', 'quagga')).toContain('Quagga videos')
})
