/** From a fact to a receiver: what goes out, when, and how often it is tried. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fault, openWebhooks, silence, type Webhooks } from '../../../tests/village/webhooks.ts'
import type { ToldFact } from '../../platform/facts/reader.ts'
import { forgetFacts } from '../../platform/facts/record.ts'
import type { MemberScope } from '../people/contract.ts'
import { changeHook, renewHookSecret, replayDelivery, tryHook } from './actions.ts'
import { notices } from './letters.ts'
import { signedHeaders } from './signature.ts'

let w: Webhooks
beforeAll(async () => {
  w = await openWebhooks()
})
beforeEach(() => w.forget())
afterAll(() => w.close())

describe('what goes out', () => {
  test('numbers, kind and time, signed; to those that chose the kind and are switched on', async () => {
    const chosen = await w.hook('story.published')
    const off = await w.hook('story.published')
    await changeHook(w.house, w.scope, {
      id: off,
      address: 'https://off.example',
      kinds: ['story.published'],
      state: 'off',
    })
    await w.hook('challenge.raised')
    const before = await w.system(sql`select from platform.fact where kind like 'webhook.%'`)
    expect(before.length).toBeGreaterThan(0)
    await w.happens('story.published', { kind: 'story', id: 12 })
    await w.rounds()
    expect(w.sent).toHaveLength(1)
    const body = JSON.parse(w.sent[0]?.body ?? '')
    expect(body).toEqual({
      id: expect.stringMatching(/^fact_\d+$/),
      kind: 'story.published',
      at: w.clock.at.toISOString(),
      subject: { kind: 'story', id: 12 },
      community: w.communities.reading.id,
    })
    const [row] = await w.system(sql<{ secret: string }>`select secret from webhook.hook where id = ${chosen}`)
    const headers = signedHeaders({ id: body.id, body: w.sent[0]?.body ?? '' }, [row?.secret ?? ''], w.clock.at)
    expect(w.sent[0]).toMatchObject({ address: 'https://receiver.example/in', headers })
    expect(await w.deliveries()).toMatchObject([{ hook_id: chosen, state: 'delivered', tries: 1, last_status: 204 }])
  })

  test('the page’s address goes along only when everybody may open it', async () => {
    await w.hook('story.published')
    await w.happens('story.published', { kind: 'entry', id: 7 })
    await w.happens('story.published', { kind: 'entry', id: 8 })
    await w.rounds()
    expect(w.sent.map(({ body }) => JSON.parse(body).url)).toEqual(['http://village.example/library/a', undefined])
    expect(w.sent.map(({ body }) => body).join()).not.toMatch(/title|reading-together|Rita/i)
  })

  test('what its writer may take back waits ten minutes, and leaves no trace when taken back', async () => {
    await w.hook('contribution.said')
    await w.happens('contribution.said', { kind: 'contribution', id: 901 })
    await w.happens('contribution.said', { kind: 'contribution', id: 902 })
    expect(await w.rounds()).toEqual([])
    w.later(9)
    await w.house.db.write(w.rita, (tx) => forgetFacts(tx, { kind: 'contribution', id: 901 }))
    expect(await w.rounds()).toEqual([])
    w.later(1)
    expect(await w.rounds()).toHaveLength(1)
    expect(w.sent.map(({ body }) => JSON.parse(body).subject.id)).toEqual([902])
    expect(await w.deliveries()).toHaveLength(1)
  })

  test('a fact that waits does not hold up a retry that comes first', async () => {
    const id = await w.hook('story.published', 'contribution.said')
    w.answers.push(fault)
    await w.happens('story.published')
    await w.rounds()
    await w.happens('contribution.said', { kind: 'contribution', id: 903 })
    w.later(2)
    expect(await w.rounds()).toEqual([id])
    expect(w.ids()).toHaveLength(2)
  })

  test('for a day after a change both secrets sign, then one', async () => {
    const id = await w.hook('story.published')
    await renewHookSecret(w.house, w.scope, id)
    await w.happens('story.published')
    await w.rounds()
    w.later(24 * 60 + 1)
    await w.happens('story.published')
    await w.rounds()
    expect(w.sent.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1])
  })

  test('much at once goes out in one round, in its order', async () => {
    await w.hook('story.published')
    for (let i = 1; i <= 7; i++) await w.happens('story.published', { kind: 'story', id: i })
    expect(await w.rounds()).toHaveLength(1)
    expect(w.sent.map(({ body }) => JSON.parse(body).subject.id)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('when it is not taken', () => {
  test('500 then 200: the same message again a minute later, and all is well', async () => {
    const id = await w.hook('story.published')
    w.answers.push(fault)
    await w.happens('story.published')
    await w.rounds()
    const [waits] = await w.deliveries()
    expect(waits).toMatchObject({ state: 'waiting', tries: 1, last_status: 500, last_trouble: 'refused' })
    const wait = ((waits?.next_at?.getTime() ?? 0) - w.clock.at.getTime()) / 1000
    expect(wait).toBeGreaterThanOrEqual(48)
    expect(wait).toBeLessThanOrEqual(72)
    expect((await w.stateOf(id))?.failing_since).toEqual(w.clock.at)
    expect(await w.rounds()).toEqual([])
    w.later(2)
    await w.rounds()
    expect(await w.deliveries()).toMatchObject([{ state: 'delivered', tries: 2, last_status: 204 }])
    expect(new Set(w.ids()).size).toBe(1)
    expect((await w.stateOf(id))?.failing_since).toBeNull()
  })

  test('after about a day it is given up, and may be sent again by hand as the same message', async () => {
    const id = await w.hook('story.published')
    w.answers.push(...Array(8).fill(fault))
    await w.happens('story.published')
    for (let i = 0; i < 60; i++) {
      await w.rounds()
      w.later(30)
    }
    expect(w.sent).toHaveLength(8)
    const [given] = await w.deliveries()
    expect(given).toMatchObject({ state: 'given-up', tries: 8, next_at: null })
    await replayDelivery(w.house, w.scope, { id, delivery: given?.id ?? 0 })
    await w.rounds()
    expect(new Set(w.ids()).size).toBe(1)
    expect(await w.deliveries()).toMatchObject([{ state: 'delivered', tries: 1 }])
  })

  test('a receiver that does not answer rests, whatever else waits; a trial by hand wakes it', async () => {
    const id = await w.hook('story.published')
    w.answers.push(silence, silence)
    for (const story of [1, 2, 3]) await w.happens('story.published', { kind: 'story', id: story })
    await w.rounds()
    expect(w.sent).toHaveLength(1)
    await w.happens('story.published', { kind: 'story', id: 4 })
    await w.rounds()
    expect(w.sent).toHaveLength(1)
    w.later(1)
    await w.rounds()
    expect(w.sent).toHaveLength(2)
    await tryHook(w.house, w.scope, id)
    await w.rounds()
    expect(w.sent.map(({ body }) => JSON.parse(body).kind)).toContain('webhook.tried')
    w.later(5)
    await w.rounds()
    expect((await w.deliveries()).map(({ state }) => state)).toEqual(Array(5).fill('delivered'))
  })

  test('after three days without anything taken it is paused, gives up what waits, and takes nothing new', async () => {
    const id = await w.hook('story.published')
    w.answers.push(...Array(200).fill(silence))
    await w.happens('story.published')
    await w.rounds()
    for (let hours = 0; hours <= 72; hours += 6) {
      w.later(6 * 60)
      await w.happens('story.published')
      await w.rounds()
    }
    expect(await w.stateOf(id)).toMatchObject({ state: 'paused' })
    expect((await w.deliveries()).filter(({ state }) => state !== 'given-up')).toEqual([])
    const before = (await w.deliveries()).length
    await w.happens('story.published')
    expect((await w.deliveries()).length).toBe(before)
    w.answers.length = 0
    await changeHook(w.house, w.scope, {
      id,
      address: 'https://receiver.example/in',
      kinds: ['story.published'],
      state: 'active',
    })
    expect(await w.stateOf(id)).toMatchObject({ state: 'active', failing_since: null })
  })

  test('one that says it is gone is paused at once', async () => {
    const id = await w.hook('story.published')
    w.answers.push({ ...fault, status: 410 })
    await w.happens('story.published')
    await w.rounds()
    expect([(await w.stateOf(id))?.state, (await w.deliveries())[0]?.state]).toEqual(['paused', 'given-up'])
  })

  test('that it paused is told once, to those who look after the site and to nobody else, while it is so', async () => {
    const id = await w.hook('story.published')
    w.answers.push({ ...fault, status: 410 })
    await w.happens('story.published')
    await w.rounds()
    const facts = await w.system(
      sql<ToldFact>`select id, at, kind, json_build_object('kind', subject_kind, 'id', subject_id) as subject,
        community_id as community from platform.fact where kind = 'webhook.paused' and subject_id = ${id}`,
    )
    expect(facts).toMatchObject([{ subject: { kind: 'webhook', id }, community: null }])
    const [source] = notices(w.house)
    const [fact] = facts
    if (!source || !fact) throw new Error('Nothing is told')
    const told = await w.house.db.asSystem('facts', (tx) => source.audience(tx, fact))
    expect(told).toEqual([w.people.henk])
    const says = (scope: MemberScope) => source.say({ scope, lang: 'en', zone: 'UTC', on: 'letter' }, fact)
    expect(await says(w.scope)).toMatchObject({
      text: expect.stringContaining('receiver.example'),
      button: { href: `/administration/webhooks/${id}` },
    })
    expect(await says(w.rita)).toBeUndefined()
    await changeHook(w.house, w.scope, {
      id,
      address: 'https://receiver.example/in',
      kinds: ['story.published'],
      state: 'active',
    })
    expect(await says(w.scope)).toBeUndefined()
  })

  test('what is old is forgotten after thirty days', async () => {
    await w.hook('story.published')
    await w.happens('story.published')
    await w.rounds()
    w.later(29 * 24 * 60)
    await w.task('webhook:prune')
    expect(await w.deliveries()).toHaveLength(1)
    w.later(25 * 60)
    await w.task('webhook:prune')
    expect(await w.deliveries()).toHaveLength(0)
  })
})
