/** From a fact to a receiver: what goes out, when, how often; and that a death on the way loses nothing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openReceiver } from '../../../tests/village/receiver.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { placeReader, readBatch } from '../../platform/facts/reader.ts'
import { forgetFacts, record } from '../../platform/facts/record.ts'
import { AddressBook } from '../../platform/http/address-book.ts'
import { projectRoot } from '../../platform/root.ts'
import type { MemberScope } from '../people/contract.ts'
import { addHook, changeHook, renewHookSecret, replayDelivery, tryHook } from './actions.ts'
import { webhookTasks } from './jobs.ts'
import { networksVariable } from './network.ts'
import { webhookReader } from './notices.ts'
import type { Answer, Sending } from './sending.ts'
import { signedHeaders } from './signature.ts'

let village: Village
let scope: MemberScope
let book: AddressBook
/** What was sent, and what the next receivers answer; 204 when nothing is left. */
let sent: Sending[] = []
let answers: (Answer | Promise<Answer>)[] = []

const took: Answer = { status: 204, trouble: null }
const fault: Answer = { status: 500, trouble: 'refused' }
const silence: Answer = { status: null, trouble: 'slow' }

const send = async (sending: Sending): Promise<Answer> => {
  sent.push(sending)
  return (await answers.shift()) ?? took
}

beforeAll(async () => {
  village = await openVillage({
    tables: [],
    navigation: { entries: [], communityHome: () => '/', siteHome: () => '/' },
    addressBook: new AddressBook(),
  })
  await system(sql`update people.person set site_role = 'administrator' where id = ${village.people.henk}`)
  scope = { ...village.scope('henk'), administrator: true }
  book = new AddressBook()
  // Number 7 is public; what others may see besides is not told.
  book.register(
    'entry',
    async (asker, ids) =>
      new Map(
        ids.flatMap((id) =>
          asker.personId === null && id === 7 ? [[id, { title: 'A title', href: '/library/a' }]] : [],
        ),
      ),
  )
  await placeReader(village.house.db, webhookReader)
})
beforeEach(async () => {
  sent = []
  answers = []
  await system(sql`delete from webhook.hook`)
  await system(sql`delete from graphile_worker._private_jobs`)
})
afterAll(() => village.close())

const system = <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))

const hook = async (...kinds: string[]): Promise<number> => {
  const added = await addHook(village.house, scope, { address: 'https://receiver.example/in', kinds })
  return added.ok ? added.value.id : expect.fail(added.reason)
}

const later = (minutes: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + minutes * 60_000)
}

/** Something happens, and the reader hears of it; open transactions of other tests may hold the horizon for a moment. */
const happens = async (kind: `${string}.${string}`, subject = { kind: 'challenge', id: 1 }) => {
  const rita = village.scope('rita')
  const community = village.communities.reading.id
  await village.house.db.write(rita, (tx) => record(tx, { kind, actor: rita.personId, subject, community }))
  await heard()
}

const heard = async () => {
  const unread = () =>
    system(sql`select from platform.fact f, platform.fact_reader r where (f.xid, f.id) > (r.xid, r.fact_id)`)
  for (let i = 0; i < 200 && (await unread()).length > 0; i++) {
    await readBatch(village.house.db, webhookReader)
    if ((await unread()).length > 0) await new Promise((done) => setTimeout(done, 25))
  }
}

const task = (name: string, payload = {}) => webhookTasks(village.house, book, send)[name]?.(payload)

/** Runs the rounds whose time has come, as the queue would; answers for which webhooks. */
const rounds = async (): Promise<number[]> => {
  const due = await system(sql<{ hook: number }>`
    with due as (delete from graphile_worker._private_jobs where run_at <= ${village.clock.at} returning payload)
    select (payload ->> 'hookId')::bigint as hook from due order by 1`)
  for (const { hook: hookId } of due) await task('webhook:send', { hookId })
  return due.map(({ hook: hookId }) => hookId)
}

interface Row {
  id: number
  hook_id: number
  state: string
  tries: number
  next_at: Date | null
  last_status: number | null
  last_trouble: string | null
  message: string
}
const deliveries = () => system(sql<Row>`select * from webhook.delivery order by id`)
const stateOf = async (id: number) =>
  (await system(sql<{ state: string; failing_since: Date | null }>`select * from webhook.hook where id = ${id}`))[0]
const ids = () => sent.map(({ headers }) => headers['webhook-id'])

describe('what goes out', () => {
  test('numbers, kind and time, signed; to those that chose the kind and are switched on', async () => {
    const chosen = await hook('story.published')
    const off = await hook('story.published')
    await changeHook(village.house, scope, {
      id: off,
      address: 'https://off.example',
      kinds: ['story.published'],
      state: 'off',
    })
    await hook('challenge.raised')
    const before = await system(sql`select from platform.fact where kind like 'webhook.%'`)
    expect(before.length).toBeGreaterThan(0)
    await happens('story.published', { kind: 'story', id: 12 })
    await rounds()
    expect(sent).toHaveLength(1)
    const body = JSON.parse(sent[0]?.body ?? '')
    expect(body).toEqual({
      id: expect.stringMatching(/^fact_\d+$/),
      kind: 'story.published',
      at: village.clock.at.toISOString(),
      subject: { kind: 'story', id: 12 },
      community: village.communities.reading.id,
    })
    const [row] = await system(sql<{ secret: string }>`select secret from webhook.hook where id = ${chosen}`)
    const headers = signedHeaders({ id: body.id, body: sent[0]?.body ?? '' }, [row?.secret ?? ''], village.clock.at)
    expect(sent[0]).toMatchObject({ address: 'https://receiver.example/in', headers })
    expect(await deliveries()).toMatchObject([{ hook_id: chosen, state: 'delivered', tries: 1, last_status: 204 }])
  })

  test('the page’s address goes along only when everybody may open it', async () => {
    await hook('story.published')
    await happens('story.published', { kind: 'entry', id: 7 })
    await happens('story.published', { kind: 'entry', id: 8 })
    await rounds()
    expect(sent.map(({ body }) => JSON.parse(body).url)).toEqual(['http://village.example/library/a', undefined])
    expect(sent.map(({ body }) => body).join()).not.toMatch(/title|reading-together|Rita/i)
  })

  test('what its writer may take back waits ten minutes, and leaves no trace when taken back', async () => {
    await hook('contribution.said')
    const rita = village.scope('rita')
    await happens('contribution.said', { kind: 'contribution', id: 901 })
    await happens('contribution.said', { kind: 'contribution', id: 902 })
    expect(await rounds()).toEqual([])
    later(9)
    await village.house.db.write(rita, (tx) => forgetFacts(tx, { kind: 'contribution', id: 901 }))
    expect(await rounds()).toEqual([])
    later(1)
    expect(await rounds()).toHaveLength(1)
    expect(sent.map(({ body }) => JSON.parse(body).subject.id)).toEqual([902])
    expect(await deliveries()).toHaveLength(1)
  })

  test('a fact that waits does not hold up a retry that comes first', async () => {
    const id = await hook('story.published', 'contribution.said')
    answers = [fault]
    await happens('story.published')
    await rounds()
    await happens('contribution.said', { kind: 'contribution', id: 903 })
    later(2)
    expect(await rounds()).toEqual([id])
    expect(ids()).toHaveLength(2)
  })

  test('for a day after a change both secrets sign, then one', async () => {
    const id = await hook('story.published')
    await renewHookSecret(village.house, scope, id)
    await happens('story.published')
    await rounds()
    later(24 * 60 + 1)
    await happens('story.published')
    await rounds()
    expect(sent.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1])
  })

  test('much at once goes out in one round, in its order', async () => {
    await hook('story.published')
    for (let i = 1; i <= 7; i++) await happens('story.published', { kind: 'story', id: i })
    expect(await rounds()).toHaveLength(1)
    expect(sent.map(({ body }) => JSON.parse(body).subject.id)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('when it is not taken', () => {
  test('500 then 200: the same message again a minute later, and all is well', async () => {
    const id = await hook('story.published')
    answers = [fault]
    await happens('story.published')
    await rounds()
    const [waits] = await deliveries()
    expect(waits).toMatchObject({ state: 'waiting', tries: 1, last_status: 500, last_trouble: 'refused' })
    const wait = ((waits?.next_at?.getTime() ?? 0) - village.clock.at.getTime()) / 1000
    expect(wait).toBeGreaterThanOrEqual(48)
    expect(wait).toBeLessThanOrEqual(72)
    expect((await stateOf(id))?.failing_since).toEqual(village.clock.at)
    expect(await rounds()).toEqual([])
    later(2)
    await rounds()
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 2, last_status: 204 }])
    expect(new Set(ids()).size).toBe(1)
    expect((await stateOf(id))?.failing_since).toBeNull()
  })

  test('after about a day it is given up, and may be sent again by hand as the same message', async () => {
    const id = await hook('story.published')
    answers = Array(8).fill(fault)
    await happens('story.published')
    for (let i = 0; i < 60; i++) {
      await rounds()
      later(30)
    }
    expect(sent).toHaveLength(8)
    const [given] = await deliveries()
    expect(given).toMatchObject({ state: 'given-up', tries: 8, next_at: null })
    await replayDelivery(village.house, scope, { id, delivery: given?.id ?? 0 })
    await rounds()
    expect(new Set(ids()).size).toBe(1)
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 1 }])
  })

  test('a receiver that does not answer rests, whatever else waits; a trial by hand wakes it', async () => {
    const id = await hook('story.published')
    answers = [silence, silence]
    for (const story of [1, 2, 3]) await happens('story.published', { kind: 'story', id: story })
    await rounds()
    expect(sent).toHaveLength(1)
    await happens('story.published', { kind: 'story', id: 4 })
    await rounds()
    expect(sent).toHaveLength(1)
    later(1)
    await rounds()
    expect(sent).toHaveLength(2)
    await tryHook(village.house, scope, id)
    await rounds()
    expect(sent.map(({ body }) => JSON.parse(body).kind)).toContain('webhook.tried')
    later(5)
    await rounds()
    expect((await deliveries()).map(({ state }) => state)).toEqual(Array(5).fill('delivered'))
  })

  test('after three days without anything taken it is paused, gives up what waits, and takes nothing new', async () => {
    const id = await hook('story.published')
    answers = Array(200).fill(silence)
    await happens('story.published')
    await rounds()
    for (let hours = 0; hours <= 72; hours += 6) {
      later(6 * 60)
      await happens('story.published')
      await rounds()
    }
    expect(await stateOf(id)).toMatchObject({ state: 'paused' })
    expect((await deliveries()).filter(({ state }) => state !== 'given-up')).toEqual([])
    const before = (await deliveries()).length
    await happens('story.published')
    expect((await deliveries()).length).toBe(before)
    answers = []
    await changeHook(village.house, scope, {
      id,
      address: 'https://receiver.example/in',
      kinds: ['story.published'],
      state: 'active',
    })
    expect(await stateOf(id)).toMatchObject({ state: 'active', failing_since: null })
  })

  test('one that says it is gone is paused at once', async () => {
    const id = await hook('story.published')
    answers = [{ status: 410, trouble: 'refused' }]
    await happens('story.published')
    await rounds()
    expect([(await stateOf(id))?.state, (await deliveries())[0]?.state]).toEqual(['paused', 'given-up'])
  })

  test('what is old is forgotten after thirty days', async () => {
    await hook('story.published')
    await happens('story.published')
    await rounds()
    later(29 * 24 * 60)
    await task('webhook:prune')
    expect(await deliveries()).toHaveLength(1)
    later(25 * 60)
    await task('webhook:prune')
    expect(await deliveries()).toHaveLength(0)
  })
})

describe('at once, and cut off', () => {
  test('two rounds at once send nothing twice', async () => {
    const id = await hook('story.published')
    for (let i = 1; i <= 6; i++) await happens('story.published', { kind: 'story', id: i })
    await Promise.all([1, 2, 3].map(() => task('webhook:send', { hookId: id })))
    expect(new Set(ids()).size).toBe(sent.length)
    expect(sent).toHaveLength(6)
  })

  test('a round that dies while sending is taken up by the sweep, with the same message', async () => {
    await hook('story.published')
    answers = [new Promise(() => undefined)]
    await happens('story.published')
    void rounds()
    while (sent.length === 0) await new Promise((done) => setTimeout(done, 10))
    await task('webhook:sweep')
    expect(await rounds()).toEqual([])
    later(2)
    await task('webhook:sweep')
    expect(await rounds()).toHaveLength(1)
    expect(sent).toHaveLength(2)
    expect(new Set(ids()).size).toBe(1)
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 2 }])
  })

  test('a worker killed in the middle of a sending: it arrives with the same id from the next one', async () => {
    const receiver = await openReceiver()
    const { databaseUrl } =
      (await system(sql<{ databaseUrl: string }>`select current_database() as "databaseUrl"`))[0] ?? {}
    const url = new URL((await import('vitest')).inject('adminUrl'))
    url.pathname = `/${databaseUrl}`
    const id = await hook('story.published')
    await system(sql`update webhook.hook set address = ${`http://127.0.0.1:${receiver.port}/in`} where id = ${id}`)
    village.clock.at = new Date()
    await happens('story.published')
    const worker = spawn(process.execPath, [join(projectRoot, 'tests/village/webhook-worker.ts'), url.href], {
      env: { ...process.env, [networksVariable]: '127.0.0.0/8' },
      stdio: 'inherit',
    })
    // It never answers, so that the worker is still waiting when it dies.
    receiver.answers.push(() => undefined)
    while (receiver.heard.length === 0 && worker.exitCode === null) await new Promise((done) => setTimeout(done, 20))
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    expect(await deliveries()).toMatchObject([{ state: 'waiting', tries: 1, last_status: null }])
    later(2)
    await task('webhook:sweep')
    process.env[networksVariable] = '127.0.0.0/8'
    try {
      await webhookTasks(village.house, book)['webhook:send']?.({ hookId: id })
    } finally {
      delete process.env[networksVariable]
    }
    const messages = receiver.heard.map(({ headers }) => headers['webhook-id'])
    expect(messages).toHaveLength(2)
    expect(new Set(messages).size).toBe(1)
    expect(receiver.heard[0]?.body).toBe(receiver.heard[1]?.body)
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 2 }])
    await receiver.close()
  }, 60_000)
})
