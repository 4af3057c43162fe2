/** Shared things on a real database: brought, seen, narrowed, opened, taken back and down; what the bytes know; the two walls. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as brought from '../../../../tests/village/files.ts'
import { formOf, openSharing, type Sharing } from '../../../../tests/village/sharing.ts'
import type { Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { fileTasks } from '../../../platform/files/jobs.ts'
import { saveSettings } from '../../../platform/settings/settings.ts'
import * as actions from './actions.ts'
import { describeThings } from './describe.ts'
import { thingFiles } from './jobs.ts'
import { soundAddress } from './thing.ts'
import { urls } from './urls.ts'

const HOUR_MS = 3_600_000

let village: Village
let place: { id: number; slug: string }
let ways: Sharing
const owner: Sharing['owner'] = (query) => ways.owner(query)
const share = () => ways.share()
const brings: Sharing['brings'] = (...args) => ways.brings(...args)
const page: Sharing['page'] = (...args) => ways.page(...args)
const bytesFor: Sharing['bytesFor'] = (...args) => ways.bytesFor(...args)
const kept: Sharing['kept'] = (key) => ways.kept(key)
const things = () => ways.things()
const told: Sharing['told'] = (...args) => ways.told(...args)
const listed: Sharing['listed'] = (who) => ways.listed(who)
beforeAll(async () => {
  ways = await openSharing()
  village = ways.village
  place = ways.place
})
afterAll(() => village.close())

describe('a file', () => {
  it('is seen by those it is for, as something to keep, without its name, place or camera', async () => {
    const { id, key } = await brings('rita', { file: await brought.photograph('jpeg'), type: 'image/jpeg' })
    const seen = await page('joana', urls.thing({ slug: place.slug, id }))
    expect(seen.text).toMatch(/A tent of cloth\.[\s\S]*Download/)
    const answer = await bytesFor('joana', key)
    const bytes = Buffer.from(await answer.arrayBuffer())
    for (const known of [...brought.KNOWN, 'Tomas Silva', 'Rita']) expect(bytes.includes(known), known).toBe(false)
    expect((await sharp(bytes).metadata()).height).toBe(640)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="Quiet corner.jpg"; filename*=UTF-8''Quiet%20corner.jpg`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    // Side door: what the file was called stands nowhere.
    const [row] = await owner(
      sql<{ all: string }>`select row_to_json(t)::text as all from exchange.thing t where id = ${id}`,
    )
    expect(row?.all + seen.text).not.toMatch(/Tomas Silva|4b/)
    expect(await told('ana', 'thing.shared')).toMatchObject({ text: 'Rita Vale shared something with you.' })
  })

  it('is not found by whoever it is not for: not listed, not on its page, not by its address, nor by another community’s', async () => {
    const { id, key } = await brings('ines', {
      file: brought.printDocument(),
      type: 'application/pdf',
      fields: { audience: 'facilitators', title: 'Our plan' },
    })
    for (const who of ['rita', 'tomas', 'peter', 'zuzana'] as const) {
      expect((await page(who, urls.thing({ slug: place.slug, id }))).status, who).toBe(404)
      expect((await bytesFor(who, key)).status, who).toBe(404)
      expect((await bytesFor(who, key, village.communities.quiet.slug)).status, who).toBe(404)
      expect((await describeThings(village.house)(village.scope(who), [id])).size).toBe(0)
    }
    expect((await bytesFor('visitor', key)).status).not.toBe(200)
    expect(await listed('rita')).not.toContain(id)
    expect((await page('rita', urls.things({ slug: place.slug }))).text).not.toContain('Our plan')
    expect((await bytesFor('ines', key)).headers.get('content-type')).toBe('application/pdf')
    for (const odd of ['x', '..%2f..%2fetc', `${key}x`, '%ff'])
      expect((await (await village.as('ines')).get(`/c/${place.slug}/things/files/${odd}`)).status).toBe(404)
  })

  it('that is let seen by fewer is gone for the rest at once, and never grows wider again', async () => {
    const { id, key } = await brings('marta', { file: Buffer.from('Olá'), type: 'text/plain' })
    expect((await bytesFor('rita', key)).status).toBe(200)
    expect((await (await village.as('rita')).post(urls.narrowing({ slug: place.slug, id }))).status).toBe(422)
    expect((await (await village.as('marta')).post(urls.narrowing({ slug: place.slug, id }))).status).toBe(303)
    expect([(await bytesFor('rita', key)).status, (await bytesFor('ines', key)).status]).toEqual([404, 200])
    await expect(
      village.house.db.write(village.scope('marta'), (tx) =>
        tx.rows(sql`update exchange.thing set audience = ${`community:${place.id}`} where id = ${id}`),
      ),
    ).rejects.toThrow('never made wider')
  })

  it('taken back is gone in one press, row and bytes, also for whoever kept the address', async () => {
    const { id, key } = await brings('rita', { file: brought.openDocument(), name: 'x.odt' })
    expect(await actions.takeBack(village.house, village.scope('joana'), place, id)).toMatchObject({
      reason: 'notYours',
    })
    ways.passes(HOUR_MS)
    const rita = await village.as('rita')
    expect((await rita.post(urls.takingBack({ slug: place.slug, id }))).status).toBe(303)
    expect((await rita.post(urls.takingBack({ slug: place.slug, id }))).status).toBe(303)
    expect([await kept(key), (await bytesFor('rita', key)).status]).toEqual([false, 404])
    expect((await page('joana', urls.thing({ slug: place.slug, id }))).status).toBe(404)
  })

  it('taken down says why to whose it was; its bytes are gone, and nobody else sees it', async () => {
    const { id, key } = await brings('joana', { file: await brought.photograph('png'), type: 'image/png' })
    const down = urls.takingDown({ slug: place.slug, id })
    expect((await (await village.as('rita')).post(down, { reason: 'I want to.' })).status).toBe(422)
    const without = await (await village.as('ines')).post(down, { reason: '' })
    expect([without.status, (await without.text()).includes('Say why')]).toEqual([422, true])
    expect((await (await village.as('ines')).post(down, { reason: 'A child can be seen.' })).status).toBe(303)
    expect([await kept(key), (await bytesFor('joana', key)).status]).toEqual([false, 404])
    expect((await page('joana', urls.thing({ slug: place.slug, id }))).text).toContain('A child can be seen.')
    expect((await page('rita', urls.thing({ slug: place.slug, id }))).status).toBe(404)
    expect(await told('joana', 'thing.withdrawn')).toMatchObject({ quote: { words: 'A child can be seen.' } })
  })

  it('goes along with whoever leaves: the row at once, the bytes with the next sweep, and no other’s', async () => {
    const [mine, other] = [
      await brings('ana', { file: Buffer.from('mine'), type: 'text/plain' }),
      await brings('rita', { file: Buffer.from('theirs'), type: 'text/plain' }),
    ]
    await owner(
      sql`delete from community.membership where community_id = ${place.id} and person_id = ${village.people.ana}`,
    )
    // The sweep asks the clock of the house; bytes are as old as the machine says.
    const later = { ...village.house, clock: { now: () => new Date(Date.now() + 2 * HOUR_MS) } }
    await fileTasks(later, [thingFiles(later)])['files:sweep']?.({})
    expect([await kept(mine.key), await kept(other.key)]).toEqual([false, true])
  })
})

describe('what a student shares', () => {
  it('is seen by the adults, and by everybody after one of them looked; letters carry neither name nor words', async () => {
    await ways.adult('ines')
    const { id, key } = await brings('tomas', { file: Buffer.from('A quieter seat'), type: 'text/plain' })
    expect([(await bytesFor('rita', key)).status, (await bytesFor('tomas', key)).status]).toEqual([404, 200])
    expect(await listed('rita')).not.toContain(id)
    expect((await page('tomas', urls.thing({ slug: place.slug, id }))).text).toContain('quando um deles o tiver visto')
    expect(await told('rita', 'thing.waits')).toBeUndefined()
    expect(await told('ines', 'thing.waits')).toMatchObject({
      subject: 'Something waits for your look in Reading together',
    })
    for (const who of ['tomas', 'rita'] as const)
      expect((await actions.openToAll(village.house, village.scope(who), place, id)).ok).toBe(false)
    await expect(
      village.house.db.write(village.scope('tomas'), (tx) =>
        tx.rows(sql`update exchange.thing set waits = false where id = ${id}`),
      ),
    ).rejects.toThrow('An adult opens it')
    const ines = await village.as('ines')
    expect(await (await ines.get(urls.thing({ slug: place.slug, id }))).text()).toContain('This waits for your look')
    expect((await ines.post(urls.opening({ slug: place.slug, id }))).status).toBe(303)
    expect((await bytesFor('rita', key)).status).toBe(200)
    const letter = await told('rita', 'thing.opened')
    expect([letter?.text, letter?.quote]).toEqual(['Somebody shared something with you.', undefined])
  })
})

describe('the form', () => {
  it('refuses what it cannot keep by a sentence, keeps what was typed, and leaves nothing behind', async () => {
    await village.house.db.asSystem('settings', (tx) => saveSettings(tx, { largestFileMb: 1 }))
    village.house.settings.forget()
    const before = await things()
    const rita = await village.as('rita')
    const photograph = await brought.photograph('jpeg')
    for (const [form, says] of [
      [{ file: brought.phonePicture(), type: 'image/heic' }, /HEIC, which many devices/],
      [{ file: photograph.subarray(0, 200), type: 'image/jpeg' }, /damaged or cut off/],
      [{ file: Buffer.from('<script>'), type: 'image/png' }, /no picture that we know/],
      [{ file: photograph, type: 'application/pdf' }, /not what its name says/],
      [{ file: Buffer.from('MZ\u0000'), type: '' }, /do not take this kind/],
      [{ file: brought.officeDocument({ 'word/vbaProject.bin': 'x' }) }, /small program/],
      [{ file: Buffer.concat([brought.printDocument(), brought.openDocument()]) }, /two things at once/],
      [{ file: Buffer.alloc(0), type: 'text/plain' }, /is empty/],
      [{ file: Buffer.alloc(1_500_000, 'a'), type: 'text/plain' }, /too large[\s\S]*Up to 1 MB/],
      [{}, /Choose a file\./],
      [{ file: photograph, type: 'image/jpeg', fields: { alt: ' ' } }, /Say what the picture shows/],
      [{ file: photograph, type: 'image/jpeg', fields: { title: '' } }, /Give it a title[\s\S]*choose the file again/],
      [{ file: photograph, type: 'image/jpeg', fields: { audience: 'public' } }, /Choose who sees it/],
    ] as const) {
      const answer = await rita.upload(share(), formOf(form))
      const text = await answer.text()
      expect([answer.status, text.includes('It calms.')], String(says)).toEqual([422, true])
      expect(text).toMatch(says)
    }
    const far = await rita.upload(share(), formOf({ file: Buffer.alloc(4_000_000, 'a') }))
    expect([far.status, (await far.text()).includes('This file is too large')]).toEqual([413, true])
    // Nobody who is not signed in brings more than a page does.
    expect((await village.visitor().upload(share(), formOf({ file: Buffer.alloc(1_100_000, 'a') }))).status).toBe(413)
    expect((await (await village.as('zuzana')).upload(share(), formOf({ file: photograph }))).status).toBe(404)
    expect(await things()).toEqual(before)
    await village.house.db.asSystem('settings', (tx) => saveSettings(tx, { largestFileMb: 10 }))
    village.house.settings.forget()
  })

  it('cut off half-way leaves nothing', async () => {
    const before = await things()
    const whole = new Response(formOf({ file: await brought.photograph('jpeg') }))
    const type = whole.headers.get('content-type') ?? ''
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const half = bytes.slice(0, Math.floor(bytes.length / 2))
    const answer = await (await village.as('rita')).upload(share(), half, { 'content-type': type })
    expect([400, 422]).toContain(answer.status)
    expect(await things()).toEqual(before)
  })

  it('sent twice, even at once, shares one thing and keeps one file', async () => {
    const once = randomBytes(18).toString('base64url')
    const keeps: string[] = []
    const files = {
      ...village.house.files,
      keep: async (content: Uint8Array) => {
        const key = await village.house.files.keep(content)
        keeps.push(key)
        return key
      },
    }
    const house = { ...village.house, files }
    const file = { bytes: Buffer.from('twice'), declared: 'text/plain' }
    const sharing = {
      title: 'Twice',
      why: 'Once.',
      alt: '',
      audience: 'community',
      language: 'en',
      brought: file,
    } as const
    const both = await Promise.all(
      [1, 2].map(() => actions.shareFile(house, village.scope('rita'), place, sharing, once)),
    )
    const ids = both.map((one) => (one.ok ? one.value.id : 0))
    expect(ids[0]).toBe(ids[1])
    expect((await Promise.all(keeps.map(kept))).filter(Boolean)).toHaveLength(1)
  })

  it('takes a link over https alone, and shows where it leads', async () => {
    const rita = await village.as('rita')
    const fields = { what: 'link', title: 'Sounds <b>', why: 'Free sounds.', audience: 'community', language: 'en' }
    for (const address of [
      'javascript:alert(1)',
      'http://example.org',
      'https://a:b@example.org',
      'data:text/html,x',
      'x y',
    ])
      expect((await rita.post(share(), { ...fields, address })).status, address).toBe(422)
    const answer = await rita.post(share(), { ...fields, address: 'www.example.org/sounds?q=1' })
    const seen = await page('joana', answer.headers.get('location') ?? '')
    expect(seen.text).toContain('href="https://www.example.org/sounds?q=1"')
    expect(seen.text).toMatch(/Link to example\.org[\s\S]*Sounds &lt;b>/)
    expect(soundAddress('https://localhost')).toBeUndefined()
  })
})

it('the second wall alone shows and changes nothing of others', async () => {
  const { id } = await brings('rita', {
    file: Buffer.from('wall'),
    type: 'text/plain',
    fields: { audience: 'facilitators' },
  })
  const as = (who: VillagerName, query: ReturnType<typeof sql>) =>
    village.house.db.write(village.scope(who), (tx) => tx.rows(query))
  for (const who of ['joana', 'peter'] as const)
    expect(await as(who, sql`select id from exchange.thing where id = ${id}`)).toEqual([])
  expect(await as('ines', sql`delete from exchange.thing where id = ${id} returning id`)).toEqual([])
  await expect(as('ines', sql`update exchange.thing set address = 'https://a.b' where id = ${id}`)).rejects.toThrow()
  await expect(
    as(
      'joana',
      sql`insert into exchange.thing (community_id, author_id, audience, kind, title, why, language, address, shared_at)
      values (${place.id}, ${village.people.rita}, ${`community:${place.id}`}, 'link', 'x', 'x', 'en', 'https://a.b', now())`,
    ),
  ).rejects.toThrow('row-level security')
})
