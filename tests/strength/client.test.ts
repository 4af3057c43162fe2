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
  const { secret } = await programOf(village, 'rita')
  client.setConfig({ auth: secret, fetch: (request: Request) => village.app.request(request) })
  calls = (await import(/* @vite-ignore */ join(folder, 'sdk.gen.ts'))) as Record<string, Call>
}, 120_000)
afterAll(async () => {
  await village?.close()
  if (folder) await rm(folder, { recursive: true })
})

const call = async (name: string, options?: Record<string, unknown>): Promise<Told> => {
  const known = calls[name]
  if (!known) throw new Error(`The client has no ${name}`)
  return known(options)
}

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
