/** A partner's client, made from the description by a generator that others keep, does what people do. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../village/program.ts'
import { openVillage, type Village } from '../village/village.ts'

interface Told {
  readonly data?: Record<string, unknown> & { readonly items?: Record<string, unknown>[] }
  readonly error?: Record<string, unknown>
  readonly response: Response
}
type Call = (options?: Record<string, unknown>) => Promise<Told>

let village: Village
let folder: string
let calls: Record<string, Call>
let secrets: Record<'rita' | 'ines', string | undefined>
/** The story that begins on the way. */
let story: unknown

beforeAll(async () => {
  village = await openVillage()
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  const description = await (await village.app.request('/api/v1/openapi.json')).json()
  await createClient({
    input: description as Record<string, unknown>,
    output: folder,
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent', file: false },
  })
  const { client } = (await import(/* @vite-ignore */ join(folder, 'client.gen.ts'))) as {
    client: { setConfig(config: Record<string, unknown>): void }
  }
  client.setConfig({ fetch: (request: Request) => village.app.request(request) })
  secrets = { rita: (await programOf(village, 'rita')).secret, ines: (await programOf(village, 'ines')).secret }
  calls = (await import(/* @vite-ignore */ join(folder, 'sdk.gen.ts'))) as Record<string, Call>
}, 120_000)
afterAll(async () => {
  await village?.close()
  if (folder) await rm(folder, { recursive: true })
})

const callAs = async (who: 'rita' | 'ines', name: string, options?: Record<string, unknown>): Promise<Told> => {
  const known = calls[name]
  if (!known) throw new Error(`The client has no ${name}`)
  return known({ auth: secrets[who], ...options })
}
const call = (name: string, options?: Record<string, unknown>) => callAs('rita', name, options)

test('it knows whose token it brings, and finds their community', async () => {
  expect((await call('getMe')).data).toMatchObject({ name: 'Rita Vale', rights: ['read', 'write'] })
  const { data } = await call('listCommunities', { query: { of: 'mine' } })
  expect(data?.items).toMatchObject([{ slug: 'reading-together', role: 'member' }])
})

test('it makes a line once, changes it as it saw it, and hears why not', async () => {
  const path = { slug: 'reading-together' }
  const line = {
    path,
    body: { part: 'practice', words: 'We try one small thing.' },
    headers: { 'Idempotency-Key': 'a-partner-1' },
  }
  const [one, two] = [await call('addCharterLine', line), await call('addCharterLine', line)]
  expect(one.data).toEqual(two.data)
  const here = { path: { ...path, line: one.data?.id } }
  const seen = (await call('getCharterLine', here)).response.headers.get('etag')
  const change = { ...here, body: { state: 'struck' } }
  expect((await call('changeCharterLine', { ...change, headers: { 'If-Match': '"old"' } })).error).toMatchObject({
    status: 412,
    title: 'Somebody changed this meanwhile',
  })
  expect((await call('changeCharterLine', { ...change, headers: { 'If-Match': seen } })).data).toMatchObject({
    state: 'struck',
  })
  expect((await call('addCharterLine', { path, body: { part: 'practice' } })).error).toMatchObject({
    errors: [{ pointer: '#/words' }],
  })
  expect((await call('getCommunity', { path: { slug: 'quiet-corners' } })).error).toMatchObject({ status: 404 })
})

test('it goes through a list page by page', async () => {
  const names: unknown[] = []
  let cursor: string | undefined
  do {
    const { data } = await call('listPeople', { path: { slug: 'reading-together' }, query: { limit: 3, cursor } })
    names.push(...(data?.items ?? []).map((person) => person.name))
    cursor = typeof data?.next === 'string' ? (new URL(data.next).searchParams.get('cursor') ?? undefined) : undefined
  } while (cursor)
  expect(new Set(names).size).toBe(8)
})

test('it goes the whole way of a question: raised, talked over, tried, seen, looked back on, told', async () => {
  const slug = 'reading-together'
  const raised = await call('raiseChallenge', {
    path: { slug },
    body: { question: 'How can everybody join in?', language: 'en', aboutChild: 'no' },
  })
  const challenge = raised.data?.id
  const open = { words: 'Does he read at home?', language: 'en' }
  const unknown = (await call('addUnknown', { path: { slug, challenge }, body: open })).data?.id
  const said = await callAs('ines', 'contribute', {
    path: { slug, thread: raised.data?.thread },
    body: { text: 'What does he do when nobody looks?', language: 'en' },
  })
  expect(said.data).toMatchObject({ author: 'Inês Duarte', mine: true })
  const evidence = { words: 'To his brother.', language: 'en', contribution: said.data?.id }
  const found = await callAs('ines', 'closeUnknown', { path: { slug, challenge, unknown }, body: evidence })
  expect(found.data).toMatchObject({ evidence: { words: 'To his brother.', contribution: said.data?.id } })
  const proposed = await call('proposeTryout', {
    path: { slug, challenge },
    body: { title: 'Pairs', expects: 'He begins.', stopIf: 'He asks to.', language: 'en', endsOn: '2026-12-12' },
  })
  const path = { slug, challenge, tryout: proposed.data?.id }
  expect((await call('moveTryout', { path, body: { move: 'start' } })).error).toMatchObject({ status: 409 })
  expect((await call('moveTryout', { path, body: { move: 'agree' } })).error).toMatchObject({ status: 403 })
  expect((await callAs('ines', 'moveTryout', { path, body: { move: 'agree' } })).data).toMatchObject({ state: 'safe' })
  expect((await call('moveTryout', { path, body: { move: 'start' } })).data).toMatchObject({ state: 'running' })
  const seen = { path, body: { words: 'He read the first line.', language: 'en' } }
  expect((await callAs('ines', 'tellSighting', seen)).data).toMatchObject({ name: 'Inês Duarte' })
  expect((await call('listSightings', { path })).data?.items).toHaveLength(1)
  expect((await call('moveTryout', { path, body: { move: 'review' } })).data).toMatchObject({ state: 'reviewed' })
  expect((await call('getChallenge', { path })).data).toMatchObject({ step: 'look-back' })
  const ending = { ending: 'keep', reason: 'He begins beside somebody.' }
  expect((await call('concludeTryout', { path, body: ending })).data).toMatchObject({ state: 'kept' })
  const thought = { path, body: { meeting: 'I had thought he did not want to.', language: 'en' } }
  const reflection = (await call('reflect', thought)).data
  expect(reflection).toMatchObject({ audience: 'me', mine: true })
  expect((await callAs('ines', 'listReflections', { path })).data?.items).toEqual([])
  const shared = { path: { ...path, reflection: reflection?.id }, headers: { 'If-Match': '*' } }
  await call('shareReflection', { ...shared, body: { audience: 'community' } })
  expect((await callAs('ines', 'listReflections', { path })).data?.items).toHaveLength(1)
  const answer = { known: 'He begins beside somebody.', open: 'And alone?', language: 'en' }
  expect((await call('answerChallenge', { path, body: answer })).data).toMatchObject({ state: 'answered' })
  const begun = await call('beginStory', { path, body: {}, headers: { 'Idempotency-Key': 'a-story-1' } })
  story = begun.data?.id
  const here = { path: { slug, story } }
  const seenStory = (await call('getStory', here)).response.headers.get('etag')
  const words = { ...here, body: { did: 'We read in pairs, twice a week.' }, headers: { 'If-Match': seenStory } }
  expect((await callAs('ines', 'writeStory', { ...words, headers: { 'If-Match': '*' } })).error).toMatchObject({
    status: 403,
  })
  expect((await call('writeStory', words)).data).toMatchObject({
    state: 'draft',
    did: 'We read in pairs, twice a week.',
  })
  expect((await call('writeStory', words)).error).toMatchObject({ status: 412 })
  expect((await call('listStories', { path: { slug } })).data?.items).toHaveLength(1)
})

test('it brings the story through its gate into the library, where a visitor finds it', async () => {
  const path = { slug: 'reading-together', story }
  const gate = async () => (await call('getRelease', { path })).data ?? {}
  const whole = {
    summary: 'A class reads in pairs.',
    mattered: 'To begin.',
    unsure: 'Alone?',
    whose: 'The quiet ones.',
  }
  await call('writeStory', { path, body: whole, headers: { 'If-Match': '*' } })
  const out = { path, body: { to: 'public', licence: 'read-and-print' } }
  expect((await call('publishStory', out)).error).toMatchObject({ status: 409 })
  expect((await call('readyStory', { path, body: {} })).data).toMatchObject({ state: 'consent' })
  const shows = { path, body: { label: 'the boy we call Theo', child: true, consent: 'guardian' } }
  expect((await call('addDepicted', shows)).data).toMatchObject({ recordedBy: 'Rita Vale' })
  const { revision } = await gate()
  expect((await call('checkStory', { path, body: { revision, sure: true } })).error).toBeUndefined()
  expect((await call('askCircle', { path, body: {} })).data).toMatchObject({ state: 'circle', open: false })
  const { round } = await gate()
  await callAs('ines', 'answerCircle', { path, body: { round, answer: 'yes' } })
  expect((await call('publishStory', out)).error).toMatchObject({ status: 409 })
  village.clock.at = new Date(village.clock.at.getTime() + 7 * 24 * 3600 * 1000)
  expect(await gate()).toMatchObject({
    open: true,
    circle: expect.arrayContaining([{ name: 'Inês Duarte', yes: true }]),
  })
  await call('chooseNaming', { path, body: { naming: 'name' } })
  const published = (await call('publishStory', out)).data
  expect(published).toMatchObject({ state: 'published', entry: expect.any(String) })
  const asVisitor = { auth: undefined, path: { slug: published?.entry } }
  expect((await call('getEntry', asVisitor)).data).toMatchObject({
    kind: 'story',
    makers: [{ name: 'Rita Vale' }, { name: null }],
  })
  const listed = (await call('listEntries', { auth: undefined, query: { kind: 'story' } })).data?.items
  expect(listed).toMatchObject([{ slug: published?.entry }])
  const hits = (await call('search', { auth: undefined, query: { q: 'reads in pairs', kind: 'story' } })).data?.items
  expect(hits).toEqual([expect.objectContaining({ url: expect.stringContaining(String(published?.entry)) })])
})
