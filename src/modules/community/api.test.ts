/** The doors of a community for programs: the same people, the same lines, and nothing that the page would not show. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, programOf } from '../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { apiUrls } from './urls.ts'

let village: Village
let rita: Program
let peter: Program
let visitor: Program
const slug = 'reading-together'
beforeAll(async () => {
  village = await openVillage()
  rita = await programOf(village, 'rita')
  peter = await programOf(village, 'peter')
  visitor = await programOf(village, 'visitor')
})
afterAll(() => village.close())

const json = async <T>(answer: Response | Promise<Response>): Promise<T> => (await (await answer).json()) as T
type Items<T> = { items: T[]; next: string | null }
interface LineShown {
  id: number
  words: string
  state: string
  url: string
}

describe('communities', () => {
  it('are those within reach, with one’s own role', async () => {
    const mine = await json<Items<{ slug: string; role: string; meets: object }>>(rita.get(apiUrls.communities()))
    expect(mine).toMatchObject({ items: [{ slug, role: 'member', meets: { on: null } }], next: null })
    expect(await json(visitor.get(apiUrls.communities()))).toEqual({ items: [], next: null })
    const one = await rita.get(apiUrls.community({ slug }))
    expect(await json(one)).toMatchObject({
      name: 'Reading together',
      url: 'http://village.example/c/reading-together',
    })
  })

  it('of others are not there, and a visitor is asked for a token', async () => {
    const answer = await peter.get(apiUrls.community({ slug }))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    const asked = await visitor.get(apiUrls.community({ slug }))
    expect([asked.status, asked.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="ciranda"'])
    expect((await visitor.get(apiUrls.community({ slug: 'no-such-community' }))).status).toBe(401)
  })

  it('show their people to members, page by page', async () => {
    const seen: string[] = []
    let address: string | null = apiUrls.people({ slug }, { limit: 3 })
    while (address) {
      const answer: Response = await rita.get(address)
      const page: Items<{ name: string }> = await json(answer)
      seen.push(...page.items.map((person) => person.name))
      expect(answer.headers.get('link')).toBe(page.next && `<${page.next}>; rel="next"`)
      address = page.next?.replace(village.house.baseUrl, '') ?? null
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
    expect((await peter.get(apiUrls.people({ slug }))).status).toBe(404)
  })
})

describe('lines', () => {
  const lines = async () => json<Items<LineShown>>(rita.get(apiUrls.lines({ slug }, { limit: 100 })))
  const body = { part: 'practice', words: 'We try one small thing.' }

  it('are added once however often they are sent', async () => {
    const before = (await lines()).items.length
    const key = { 'idempotency-key': 'a-line-of-rita' }
    const [one, two] = await Promise.all([
      rita.post(apiUrls.lines({ slug }), body, key),
      rita.post(apiUrls.lines({ slug }), body, key),
    ])
    expect([one.status, two.status]).toEqual([201, 201])
    const added = await json<LineShown>(one)
    expect(await json(two)).toEqual(added)
    expect(one.headers.get('location')).toBe(village.house.baseUrl + apiUrls.line({ slug, line: added.id }))
    expect((await lines()).items).toHaveLength(before + 1)
    const other = await rita.post(apiUrls.lines({ slug }), { ...body, words: 'Something else.' }, key)
    expect([other.status, (await json<{ type: string }>(other)).type]).toEqual([
      422,
      'http://village.example/api#problem-key-reused',
    ])
    const joana = await programOf(village, 'joana')
    expect((await joana.post(apiUrls.lines({ slug }), body, key)).status).toBe(201)
  })

  it('change only as they were seen', async () => {
    const [line] = (await lines()).items
    const address = apiUrls.line({ slug, line: line?.id ?? 0 })
    const etag = (await rita.get(address)).headers.get('etag') ?? ''
    expect((await rita.patch(address, { words: 'New words.' })).status).toBe(428)
    expect((await rita.patch(address, { words: 'New words.' }, { 'if-match': '"old"' })).status).toBe(412)
    expect((await rita.patch(address, { words: 'New words.' }, { 'if-match': `W/${etag}` })).status).toBe(412)
    const [one, two] = await Promise.all([
      rita.patch(address, { words: 'New words.' }, { 'if-match': etag }),
      rita.patch(address, { words: 'Other words.' }, { 'if-match': etag }),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 412])
    const after = (await rita.get(address)).headers.get('etag') ?? ''
    expect((await rita.get(address, { 'if-none-match': after })).status).toBe(304)
    expect((await rita.patch(address, { state: 'struck' }, { 'if-match': '*' })).status).toBe(200)
    expect(await json(rita.get(address))).toMatchObject({ state: 'struck' })
  })

  it('say what to mend in the caller’s language', async () => {
    const answer = await rita.post(
      apiUrls.lines({ slug }),
      { part: 'else', words: ' ', x: 1 },
      { 'accept-language': 'sk' },
    )
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-language')).toBe('sk')
    const problem = await json<{ errors: { pointer: string; detail: string }[] }>(answer)
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual(['#/part', '#/words', '#/x'])
    expect(problem.errors.find(({ pointer }) => pointer === '#/x')?.detail).toMatch(/Tento názov nepoznáme/)
  })

  it('are closed to a token that only reads, and to strangers', async () => {
    const reader = await programOf(village, 'rita', ['read'])
    const refused = await reader.post(apiUrls.lines({ slug }), body)
    expect([refused.status, (await json<{ title: string }>(refused)).title]).toEqual([
      403,
      'This token may not do that',
    ])
    expect((await peter.post(apiUrls.lines({ slug }), body)).status).toBe(404)
    expect((await visitor.post(apiUrls.lines({ slug }), body)).status).toBe(401)
    const [line] = (await lines()).items
    expect((await peter.get(apiUrls.line({ slug, line: line?.id ?? 0 }))).status).toBe(404)
  })
})

describe('versions', () => {
  const agreement = { slug, document: 'agreement' } as const
  const body = { changed: 'Nobody has to read aloud.', why: 'It frightens some of us.' }

  it('are settled once however often they are sent, and only when something changed', async () => {
    await rita.post(apiUrls.lines({ slug }), { part: 'agreement', words: 'Nobody has to read aloud.' })
    const key = { 'idempotency-key': 'a-version-of-rita' }
    const [one, two] = await Promise.all([
      rita.post(apiUrls.versions(agreement), body, key),
      rita.post(apiUrls.versions(agreement), body, key),
    ])
    expect([one.status, two.status]).toEqual([201, 201])
    const settled = await json<{ number: number; lines: object[] }>(one)
    expect(await json(two)).toEqual(settled)
    expect(settled.lines).toContainEqual({ part: 'agreement', words: 'Nobody has to read aloud.' })
    expect((await rita.post(apiUrls.versions(agreement), body)).status).toBe(409)
    const address = apiUrls.version({ ...agreement, version: settled.number })
    expect(one.headers.get('location')).toBe(village.house.baseUrl + address)
    expect(await json(rita.get(address))).toEqual(settled)
    const listed = await json<Items<{ number: number }>>(rita.get(apiUrls.versions(agreement)))
    expect(listed.items[0]?.number).toBe(settled.number)
    expect((await rita.get(apiUrls.version({ ...agreement, version: 99 }))).status).toBe(404)
    expect((await rita.get(apiUrls.versions({ slug, document: 'diary' }))).status).toBe(404)
  })

  it('have people who are in, and strangers have none of it', async () => {
    expect((await rita.post(apiUrls.in({ slug }), {})).status).toBe(204)
    for (const stranger of [peter, visitor]) {
      const status = stranger === peter ? 404 : 401
      expect((await stranger.get(apiUrls.versions(agreement))).status).toBe(status)
      expect((await stranger.post(apiUrls.versions(agreement), body)).status).toBe(status)
      expect((await stranger.post(apiUrls.in({ slug }), {})).status).toBe(status)
    }
  })
})

describe('coming in', () => {
  const begun = { name: 'Playing outside', purpose: 'Who is left at the fence?', perspectives: ['teacher'] }

  it('by beginning a community: its founder facilitates, once however often it is sent', async () => {
    const key = { 'idempotency-key': 'a-community-of-rita' }
    const [one, two] = [
      await rita.post(apiUrls.communities(), begun, key),
      await rita.post(apiUrls.communities(), begun, key),
    ]
    expect([one.status, two.status]).toEqual([201, 201])
    expect(await json(one)).toEqual(await json(two))
    const again = await programOf(village, 'rita')
    const here = apiUrls.community({ slug: 'playing-outside' })
    expect(one.headers.get('location')).toBe(village.house.baseUrl + here)
    expect(await json(again.get(here))).toMatchObject({ role: 'facilitator', purpose: 'Who is left at the fence?' })
    expect((await peter.get(here)).status).toBe(404)
  })

  it('asks for what is missing, and for a key', async () => {
    const answer = await rita.post(apiUrls.communities(), {
      name: ' ',
      purpose: 'x',
      perspectives: [],
      meeting: { at: '9' },
    })
    const { errors } = await json<{ errors: { pointer: string }[] }>(answer)
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['#/meeting/at', '#/name', '#/perspectives'])
    expect((await visitor.post(apiUrls.communities(), begun)).status).toBe(401)
    const reader = await programOf(village, 'rita', ['read'])
    expect((await reader.post(apiUrls.communities(), begun)).status).toBe(403)
  })

  it('by an invitation, which may be used twice without harm, until it ends', async () => {
    const page = await (await (await village.as('rita')).get('/c/playing-outside/invite')).text()
    const [, invitation = ''] = /\/join\/([\w-]+)/.exec(page) ?? []
    expect(invitation).not.toBe('')
    const body = { invitation, perspectives: ['family'] }
    for (let i = 0; i < 2; i++) expect((await peter.post(apiUrls.memberships(), body)).status).toBe(201)
    expect(
      await json((await programOf(village, 'peter')).get(apiUrls.community({ slug: 'playing-outside' }))),
    ).toMatchObject({
      role: 'member',
    })
    expect((await peter.post(apiUrls.memberships(), { ...body, invitation: 'forged' })).status).toBe(410)
    expect((await visitor.post(apiUrls.memberships(), body)).status).toBe(401)
  })
})

describe('a closed community', () => {
  it('answers reading, and says of writing and joining that it is over', async () => {
    const page = await (await (await village.as('ines')).get(`/c/${slug}/invite`)).text()
    const [, invitation = ''] = /\/join\/([\w-]+)/.exec(page) ?? []
    await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql`update community.community set stage = 'closed' where slug = ${slug}`),
    )
    expect((await rita.get(apiUrls.lines({ slug }))).status).toBe(200)
    const refused = await rita.post(apiUrls.lines({ slug }), { part: 'agreement', words: 'One more.' })
    expect([refused.status, refused.headers.get('content-type')]).toEqual([409, 'application/problem+json'])
    const joining = { invitation, perspectives: ['family'] }
    expect((await peter.post(apiUrls.memberships(), joining)).status).toBe(410)
    const told = await village.visitor().get(`/join/${invitation}`)
    expect([told.status, (await told.text()).includes('has said goodbye')]).toEqual([410, true])
  })
})
