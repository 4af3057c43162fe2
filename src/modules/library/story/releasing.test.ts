/** A story out in the library: who reads it, who is named, a new version, and taking it down. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStory, type StoryVillage } from '../../../../tests/village/story.ts'
import { describeStories } from '../public.ts'
import { urls } from '../urls.ts'

let village: StoryVillage
beforeEach(async () => {
  village = await openStory()
})
afterEach(() => village.close())

describe('out in the library', () => {
  test('visitors read, find and cite it, with its makers as each wished', async () => {
    await village.act('joana', urls.naming(village.address), { naming: 'name' })
    await village.act('marta', urls.naming(village.address), { naming: 'none' })
    const address = await village.out()
    const { status, html } = await village.asVisitor(address)
    expect(status).toBe(200)
    expect(html).toContain('What mattered most?')
    expect(html).toContain('<strong>turning of heads</strong>')
    expect(html).toContain('Joana Simões and a teacher, of Reading together')
    expect(html).not.toContain('Rita Vale')
    expect(html).toContain('Joana Simões &amp; Reading together. (2026, December 1). <cite>He chose the page')
    expect(html).toContain('6 to 8 years · 22 children · one hour a fortnight')
    expect((await village.asVisitor('/library?q=pairs')).html).toContain(address)
    // So a program that hears of it by a webhook is told its page.
    const found = await describeStories(village.house)({ personId: null }, [village.address.id, 999])
    expect([...found].map(([, { href }]) => href)).toEqual([address])
    expect((await village.asVisitor('/library')).html).toContain(address)
  })

  test('a wish to be named otherwise is followed at once', async () => {
    await village.act('joana', urls.naming(village.address), { naming: 'name' })
    const address = await village.out()
    await village.act('joana', urls.naming(village.address), { naming: 'none' })
    expect((await village.asVisitor(address)).html).not.toContain('Joana')
    expect((await village.act('ana', urls.naming(village.address), { naming: 'name' })).status).toBe(422)
  })

  test('“I read this” reaches its author alone', async () => {
    const address = await village.out()
    const tell = urls.readings({ slug: (await village.standing()).entry_slug ?? '' })
    expect((await village.act('tomas', tell, { read: 'yes' })).status).toBe(303)
    expect((await village.page('tomas', address)).html).toContain('Disse a quem escreveu que leu isto')
    expect((await village.page('rita', address)).html).toContain('Tomás read this. Only you see it.')
    expect((await village.page('ines', address)).html).not.toContain('Tomás read this')
    expect((await village.asVisitor(address)).html).not.toContain('read this')
    await village.act('tomas', tell, { read: 'no' })
    expect((await village.page('rita', address)).html).not.toContain('Tomás read this')
    expect((await village.act('zuzana', tell, { read: 'yes' })).status).toBe(404)
  })

  test('for the community alone, no visitor and no other community finds it', async () => {
    const address = await village.out({ to: 'community' })
    expect((await village.page('tomas', address)).status).toBe(200)
    expect((await village.page('zuzana', address)).status).toBe(404)
    expect((await village.asVisitor(address)).status).toBe(404)
    expect((await village.asVisitor('/library?q=pairs')).html).not.toContain(address)
  })

  test('the database keeps drafts and community stories from visitors without the first wall', async () => {
    await village.out({ to: 'community' })
    const { db } = village.house
    const counts = sql<{ seen: number }>`
      select (select count(*) from library.story) + (select count(*) from library.entry where kind = 'story')
        + (select count(*) from library.entry_text where story is not null) + (select count(*) from library.maker)
        + (select count(*) from library.story_person) + (select count(*) from library.story_consent)
        + (select count(*) from library.story_depicted) as seen`
    for (const asker of [village.visitorScope, village.scope('zuzana')])
      expect((await db.read(asker, counts))[0][0]?.seen).toBe(0)
    expect((await db.read(village.scope('tomas'), counts))[0][0]?.seen).toBeGreaterThan(3)
  })

  test('publishing twice makes one entry and one version', async () => {
    await village.toCircle()
    village.pass(7)
    const once = randomBytes(18).toString('base64url')
    await Promise.all([village.publish({ once }), village.publish({ once }), village.publish()])
    expect(await village.standing()).toMatchObject({ entries: 1, version: 1, state: 'published' })
  })

  test('only its authors and the facilitators publish', async () => {
    await village.toCircle()
    village.pass(7)
    expect((await village.publish({}, 'tomas')).status).toBe(422)
    expect((await village.publish({}, 'ines')).status).toBe(303)
  })

  test('CC BY waits for child and guardian, and cannot be taken back', async () => {
    await village.write()
    await village.ready()
    await village.check()
    await village.act('rita', urls.depicted(village.address), { label: 'the boy', child: 'yes', consent: 'guardian' })
    await village.ask()
    village.pass(7)
    expect((await village.publish({ licence: 'cc-by-4.0' })).status).toBe(422)
    const found = /depicted\/(\d+)"/.exec((await village.page('rita')).html)?.[1] ?? ''
    await village.act('rita', urls.depictedOne({ ...village.address, depicted: found }), { consent: 'both' })
    expect((await village.publish({ licence: 'cc-by-4.0' })).status).toBe(303)
    await village.act('rita', urls.versions(village.address))
    await village.toCircle()
    village.pass(7)
    expect((await village.publish({ licence: 'read-and-print' })).status).toBe(422)
    expect((await village.publish({ licence: 'cc-by-4.0' })).status).toBe(303)
  })

  test('a new version is written beside the published one and takes its address when it goes out', async () => {
    const address = await village.out()
    expect((await village.write({ title: 'Other title' })).status).toBe(422)
    await village.act('rita', urls.versions(village.address))
    await village.write({ did: 'We did it otherwise', title: 'Other title' })
    expect((await village.asVisitor(address)).html).toContain('Each pair chose one page')
    await village.ready()
    await village.check()
    await village.ask()
    village.pass(7)
    await village.publish()
    const { html } = await village.asVisitor(address)
    expect(html).toContain('We did it otherwise')
    expect(html).toContain('Version 2')
    expect((await village.asVisitor('/library?q=otherwise')).html).toContain(address)
  })

  test('taken down it is gone at once, also from the search, and its address says so', async () => {
    const address = await village.out()
    expect((await village.act('tomas', urls.withdrawal(village.address))).status).toBe(422)
    expect((await village.act('rita', urls.withdrawal(village.address))).status).toBe(303)
    const { status, html } = await village.asVisitor(address)
    expect(status).toBe(410)
    expect(html).toContain('We take it down here at once. Copies others made may remain.')
    expect(html).not.toContain('He chose the page')
    expect((await village.asVisitor('/library?q=pairs')).html).not.toContain(address)
    expect((await village.asVisitor('/library')).html).not.toContain(address)
  })

  test('a no of somebody depicted takes it down at once', async () => {
    const address = await village.out()
    await village.act('rita', urls.depicted(village.address), { label: 'the boy', child: 'yes', consent: 'no' })
    expect((await village.asVisitor(address)).status).toBe(410)
  })
})
