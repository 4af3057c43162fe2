/** The doors of dialogue for programs: said once, changed by its author alone, gone when it is withdrawn. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, programOf } from '../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { openThread } from './actions/threads.ts'
import { apiUrls } from './urls.ts'

const slug = 'reading-together'
interface Voice {
  readonly id: number
  readonly text: string | null
  readonly audience: string
}

let village: Village
let rita: Program
let marta: Program
let thread: number
beforeAll(async () => {
  village = await openVillage()
  rita = await programOf(village, 'rita')
  marta = await programOf(village, 'marta')
  const { id } = village.communities.reading
  const opening = { community: id, subject: null, audience: `community:${id}`, language: 'en', title: 'This month' }
  thread = await village.house.db.write(village.scope('ines'), (tx) => openThread(tx, village.scope('ines'), opening))
})
afterAll(() => village.close())

const say = (who: Program, body: object, headers = {}) =>
  who.post(apiUrls.contributions({ slug, thread }), body, headers)
const said = async (answer: Response | Promise<Response>) =>
  (await (await answer).json()) as Voice & { reason?: string }
const heard = async (who: Program) =>
  ((await (await who.get(apiUrls.contributions({ slug, thread }, { limit: 100 }))).json()) as { items: Voice[] }).items

it('says a thing once, to whom its writer chose', async () => {
  const body = { text: 'For the facilitators.', language: 'en', audience: 'facilitators' }
  const key = { 'idempotency-key': 'a-voice-of-marta' }
  const [one, two] = await Promise.all([say(marta, body, key), say(marta, body, key)])
  expect([one.status, two.status]).toEqual([201, 201])
  const voice = await said(one)
  expect((await said(two)).id).toBe(voice.id)
  const ids = async (who: Program) => (await heard(who)).map(({ id }) => id)
  expect(await ids(marta)).toEqual([voice.id])
  expect(await ids(rita)).toEqual([])
  expect(await ids(await programOf(village, 'ines'))).toEqual([voice.id])
  expect((await rita.get(apiUrls.contribution({ slug, contribution: voice.id }))).status).toBe(404)
})

it('is changed by its author alone, as they saw it, and only narrowed', async () => {
  const voice = await said(say(rita, { text: 'We read in pairs.', language: 'en' }))
  const address = apiUrls.contribution({ slug, contribution: voice.id })
  const seen = { 'if-match': (await rita.get(address)).headers.get('etag') ?? '' }
  const others = { 'if-match': '*' }
  expect((await marta.patch(address, { text: 'Not mine.' }, others)).status).toBe(403)
  expect((await rita.patch(address, { text: 'We read in threes.' }, seen)).status).toBe(200)
  expect((await rita.patch(address, { text: 'We read in fours.' }, seen)).status).toBe(412)
  expect(await said(rita.patch(address, { audience: 'facilitators' }, others))).toMatchObject({
    audience: 'facilitators',
    text: 'We read in threes.',
  })
  expect(await said(rita.patch(address, { audience: 'community' }, others))).toMatchObject({ reason: 'narrow.wider' })
  expect((await marta.get(address)).status).toBe(404)
})

it('is gone when it is withdrawn; its place stays', async () => {
  const voice = await said(say(rita, { text: 'Something I take back.', language: 'en' }))
  const address = apiUrls.contribution({ slug, contribution: voice.id })
  expect((await rita.delete(address)).status).toBe(428)
  expect((await marta.delete(address, { 'if-match': '*' })).status).toBe(403)
  expect((await rita.delete(address, { 'if-match': '*' })).status).toBe(204)
  expect(await said(marta.get(address))).toMatchObject({ withdrawn: true, text: null, html: null, author: null })
  expect((await rita.patch(address, { text: 'Back again.' }, { 'if-match': '*' })).status).toBe(410)
})

it('refuses what the page refuses, with the same words', async () => {
  expect(await said(say(rita, { text: ' ', language: 'en' }))).toMatchObject({
    errors: [{ pointer: '#/text', detail: expect.any(String) }],
  })
  expect(await said(say(rita, { text: 'An answer.', language: 'en', replyTo: 9999 }))).toMatchObject({
    status: 422,
    reason: 'say.noVoice',
  })
  const stranger = await programOf(village, 'peter')
  expect((await say(stranger, { text: 'Hello.', language: 'en' })).status).toBe(404)
  expect((await stranger.get(apiUrls.thread({ slug, thread }))).status).toBe(404)
  expect(await said(rita.get(apiUrls.thread({ slug, thread })))).toMatchObject({ title: 'This month' })
  expect(((await said(rita.get(apiUrls.threads({ slug })))) as unknown as { items: unknown[] }).items).toHaveLength(1)
})

it('says something without a name: nobody else is told whose it is, and its author alone that it is theirs', async () => {
  const words = { text: 'Nobody knows me here.', language: 'en', withoutName: true }
  expect((await say(rita, { ...words, audience: 'me' })).status).toBe(422)
  const voice = await said(say(rita, words))
  expect(voice).toMatchObject({ author: null, withoutName: true, mine: true })
  const heardByMarta = (await heard(marta)).find(({ id }) => id === voice.id)
  expect(heardByMarta).toMatchObject({ author: null, withoutName: true, mine: false })
  expect(heardByMarta).toHaveProperty('saidAt', expect.stringMatching(/T12:00:00\.000Z$/))
})

it('D15: what may be a child’s name is refused until it is answered; other words need no answer', async () => {
  const body = { text: 'Tomás began by himself.', language: 'en' }
  const refused = await say(rita, body)
  expect([refused.status, (await said(refused)).reason]).toEqual([422, 'names.ask'])
  const voice = await said(say(rita, { ...body, names: 'agreed' }))
  expect(voice.text).toBe(body.text)
  const at = apiUrls.contribution({ slug, contribution: voice.id })
  const change = async (more: object) => {
    const etag = (await rita.get(at)).headers.get('etag') ?? ''
    return rita.patch(at, more, { 'if-match': etag })
  }
  expect((await said(await change({ text: 'Jakub began.' }))).reason).toBe('names.ask')
  expect((await change({ text: 'Jakub began.', names: 'nobody' })).status).toBe(200)
  expect((await change({ audience: 'facilitators' })).status).toBe(200)
})
