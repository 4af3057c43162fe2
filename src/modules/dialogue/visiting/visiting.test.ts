// Finding what is new, and one's way in a long conversation: by one's own last visit, which nobody else knows.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { say } from '../actions/speaking.ts'
import { openThread } from '../actions/threads.ts'
import { openForAll } from '../looking/actions.ts'
import { ownVisits } from '../own-data/store.ts'
import { threadOf } from '../store/threads.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { askWider, openWider } from '../widening/actions.ts'
import { noteVisit } from './actions.ts'
import { urls } from './urls.ts'
import { isAnythingNew, isWorthKeeping, type Visit, visitNow } from './visiting.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

test('what was once seen in an earlier visit is never new again, and nothing that comes is passed over', () => {
  const steps = fc.array(fc.record({ minutes: fc.nat(300), comes: fc.nat(3), visits: fc.boolean() }), { maxLength: 60 })
  fc.assert(
    fc.property(steps, (told) => {
      let now = Date.UTC(2026, 11, 1)
      let newest = 5
      let visit: Visit | null = null
      for (const { minutes, comes, visits } of told) {
        now += minutes * 60_000
        newest += comes
        if (!visits) continue
        const before: Visit | null = visit
        const here = visitNow(before, newest, new Date(now))
        expect(here.before).toBeLessThanOrEqual(here.seen)
        // Whatever came since the last page is new on this one.
        if (before && newest > before.seen) {
          expect(isAnythingNew(before, newest, new Date(now))).toBe(true)
          expect(here.before).toBeLessThanOrEqual(before.seen)
        }
        if (before) expect(here.before).toBeGreaterThanOrEqual(before.before)
        if (isWorthKeeping(before, newest)) visit = here
      }
    }),
  )
})

const room = async () => {
  const ines = village.scope('ines')
  const { community } = village
  return village.house.db.write(ines, (tx) =>
    openThread(tx, ines, {
      community,
      subject: null,
      audience: `community:${community}`,
      language: 'en',
      title: 'Long',
    }),
  )
}
const says = async (who: VillagerName, thread: number, text: string, replyTo?: number) => {
  const saying = { thread, community: village.community, text, language: 'en', circle: 'community', replyTo } as const
  const said = await say(village.house, village.scope(who), saying)
  if (!said.ok) throw new Error(said.reason)
  return said.value.id
}
const open = async (who: VillagerName, thread: number, query = {}) =>
  (await (await village.as(who)).get(dialogueUrls.thread({ slug, id: thread }, query))).text()
const jumps = async (who: VillagerName, to: (at: { slug: string; id: number }) => string, thread: number) =>
  (await (await village.as(who)).get(to({ slug, id: thread }))).headers.get('location') ?? ''
const later = (minutes: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + minutes * 60_000)
}
const offers = (page: string, thread: number) => page.includes(urls.unread({ slug, id: thread }))

test('at the first visit nothing is offered as new; afterwards the first of others’ words, while the visit lasts', async () => {
  const thread = await room()
  const first = await says('rita', thread, 'One.')
  expect(offers(await open('marta', thread), thread)).toBe(false)
  expect(offers(await open('marta', thread), thread)).toBe(false)
  later(300)
  await says('marta', thread, 'My own is not new to me.')
  expect(offers(await open('marta', thread), thread)).toBe(false)
  const answer = await says('henk', thread, 'Two, above.', first)
  await says('ana', thread, 'Three.')
  for (const _ of [1, 2]) expect(offers(await open('marta', thread), thread)).toBe(true)
  expect(await jumps('marta', urls.unread, thread)).toContain(`voice-${answer}`)
  expect(offers(await open('joana', thread), thread)).toBe(false)
  later(300)
  expect(offers(await open('marta', thread), thread)).toBe(false)
})

test('a student’s words that were opened after one’s visit are new, though they were said before it', async () => {
  const thread = await room()
  await says('rita', thread, 'A beginning.')
  const waiting = await says('tomas', thread, 'I said it early.')
  await open('joana', thread)
  later(300)
  expect(offers(await open('joana', thread), thread)).toBe(false)
  await openForAll(village.house, village.scope('ines'), waiting, 1)
  expect(offers(await open('joana', thread), thread)).toBe(true)
  expect(await jumps('joana', urls.unread, thread)).toContain(`voice-${waiting}`)
})

test('so are words for a few that were opened to all', async () => {
  const thread = await room()
  await says('rita', thread, 'A beginning.')
  const saying = {
    thread,
    community: village.community,
    text: 'To a few.',
    language: 'en',
    circle: 'facilitators',
  } as const
  const few = await say(village.house, village.scope('rita'), saying)
  if (!few.ok) throw new Error(few.reason)
  await open('ana', thread)
  later(300)
  const place = { id: village.community }
  expect(await askWider(village.house, village.scope('rita'), place, few.value.id)).toMatchObject({ ok: true })
  expect(await openWider(village.house, village.scope('henk'), place, few.value.id, 1)).toMatchObject({ ok: true })
  expect(offers(await open('ana', thread), thread)).toBe(true)
  expect(await jumps('ana', urls.unread, thread)).toContain(`voice-${few.value.id}`)
})

test('nobody but oneself reads a visit, whoever they are; it goes with one’s copy and leaves no fact', async () => {
  const thread = await room()
  await says('rita', thread, 'Something.')
  await open('paulo', thread)
  const seen = async (who: VillagerName) =>
    (
      await village.house.db.read(
        village.scope(who),
        sql<{ person: number }>`select person_id as person from dialogue.visit where thread_id = ${thread}`,
      )
    )[0].map(({ person }) => person)
  expect(await seen('paulo')).toEqual([village.people.paulo])
  for (const who of ['ines', 'rita', 'tomas'] as const) expect(await seen(who)).toEqual([])
  const forged = village.house.db.write(village.scope('ines'), (tx) =>
    tx.rows(sql`insert into dialogue.visit values (${thread}, ${village.people.rita}, 1, 1, now())`),
  )
  await expect(forged).rejects.toThrow(/row-level security/)
  const [copy, facts] = await village.house.db.asSystem('command-line', async (tx) => [
    await tx.rows(ownVisits(village.people.paulo)),
    await tx.rows(sql`select from platform.fact where actor_id = ${village.people.paulo} and subject_id = ${thread}`),
  ])
  expect(copy.map((row) => row?.conversation)).toContain(thread)
  expect(facts).toEqual([])
})

test('two pages opened at once keep one visit, and a visitor keeps none', async () => {
  const thread = await room()
  await says('rita', thread, 'Twice.')
  await Promise.all([open('ana', thread), open('ana', thread), open('ana', thread)])
  const scope = village.visitorScope
  const [[seen]] = await village.house.db.read(
    village.scope('ana'),
    threadOf(village.scope('ana'), { kind: 'thread', id: thread }),
  )
  await noteVisit(village.house, scope, seen)
  const rows = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`select from dialogue.visit where thread_id = ${thread}`),
  )
  expect(rows).toHaveLength(1)
})

test('in a thousand contributions: pages by number, today, the latest, and a page that is not there', async () => {
  const thread = await room()
  const { ines } = village.people
  await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql`
      insert into dialogue.contribution (thread_id, place_at, author_id, audience, language, text, html, said_at)
      select ${thread}, at, ${ines}, ${`community:${village.community}`}, 'en', 'Number ' || n || '.', '<p>Number ' || n || '.</p>', at
      from generate_series(1, 999) n cross join lateral (
        select ${village.clock.at}::timestamptz - interval '40 days' + n * interval '1 minute' as at) day`),
  )
  const last = await says('rita', thread, 'The thousandth.')
  const page = await open('marta', thread, { voices: 7 })
  expect(page).toContain('Number 301.')
  expect(page).toContain('Number 350.')
  expect(page).not.toContain('Number 351.')
  expect(page).toContain('name="voices"')
  expect(await jumps('marta', urls.latest, thread)).toContain(`voices=20&at=voice-${last}`)
  expect(await jumps('marta', urls.today, thread)).toContain(`voice-${last}`)
  const beyond = await open('joana', thread, { voices: 4_000 })
  expect(beyond).toContain('does not go that far')
  expect(beyond).toContain('voices=20#voices" rel="prev"')
  const [zuzana, rita] = await Promise.all([village.as('zuzana'), village.as('rita')])
  for (const to of [urls.unread, urls.today, urls.latest]) {
    expect((await zuzana.get(to({ slug, id: thread }))).status).toBe(404)
    expect((await rita.get(to({ slug, id: 999_999 }))).status).toBe(404)
    expect((await rita.get(to({ slug, id: await room() }))).status).toBe(303)
  }
})
