/** The desk: what lies on it and in which order, who may come to it, and one press that thanks. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../../../tests/village/questions.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { raise } from '../../challenge/actions/raise.ts'
import { agree, conclude, propose, start } from '../../challenge/tryout/actions.ts'
import type { Circle } from '../../community/contract.ts'
import { say } from '../../dialogue/actions/speaking.ts'
import { openForAll } from '../../dialogue/looking/actions.ts'
import { firstWordsUnanswered, openThread, readersOf } from '../../dialogue/public.ts'
import { urls } from '../urls.ts'
import { layOut, MOST, type Thing } from './desk.ts'

let village: Village
let thread: number
const slug = 'reading-together'
const ZONE = 'Europe/Lisbon'
beforeAll(async () => {
  village = await openVillage()
  const scope = village.scope('ines')
  const community = village.communities.reading.id
  thread = await village.house.db.write(scope, (tx) =>
    openThread(tx, scope, {
      community,
      subject: null,
      title: 'Hello',
      audience: `community:${community}`,
      language: 'en',
    }),
  )
})
afterAll(() => village.close())

const speak = async (who: VillagerName, text: string, more: { circle?: Circle; replyTo?: number } = {}) => {
  const { circle = 'community', replyTo } = more
  const community = village.communities.reading.id
  const saying = { thread, community, text, language: 'en' as const, circle, replyTo }
  return (await must(say(village.house, village.scope(who), saying))).id
}
const desk = async (who: VillagerName = 'ines') => {
  const answer = await (await village.as(who)).get(urls.desk({ slug }))
  return { status: answer.status, html: await answer.text() }
}

test('Things lie in their order, five at most, and nobody is pushed off by what comes later', () => {
  const kinds = ['look', 'door', 'first', 'word', 'ask', 'over', 'meeting', 'unheard', 'absent'] as const
  const order = (one: Thing) => kinds.indexOf(one.kind)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (wanted) => {
      const things = wanted.map((kind, i) => ({ kind, href: `/${i}` }) as unknown as Thing)
      const laid = layOut(things)
      expect(laid.things).toHaveLength(Math.min(MOST, things.length))
      expect(laid.more).toBe(things.length > MOST)
      expect(laid.things).toEqual(laid.things.toSorted((one, other) => order(one) - order(other)))
      const left = things.filter((one) => !laid.things.includes(one))
      for (const one of left) for (const on of laid.things) expect(order(on)).toBeLessThanOrEqual(order(one))
    }),
  )
})

test('It is the facilitators’ alone', async () => {
  expect((await desk('ines')).status).toBe(200)
  expect((await desk('rita')).status).toBe(404)
  expect((await desk('zuzana')).status).toBe(404)
  expect((await village.visitor().get(urls.desk({ slug }))).headers.get('location')).toContain('/sign-in')
  const home = async (who: VillagerName) => (await (await village.as(who)).get(urls.community({ slug }))).text()
  expect(await home('ines')).toContain(urls.desk({ slug }))
  expect(await home('rita')).not.toContain(urls.desk({ slug }))
})

test('First words that nobody answered lie uppermost, until somebody answers or one has read them', async () => {
  const first = await speak('ana', 'I am new here and I work in the kitchen.')
  await speak('ana', 'One more thing, later.')
  await speak('tomas', 'Only for me.', { circle: 'me' })
  const { html } = await desk()
  expect(html).toContain('Ana Costa spoke here for the first time')
  expect(html).toContain('I am new here')
  expect(html).not.toContain('One more thing')
  expect(html).not.toContain('Only for me')
  expect(await (await (await village.as('ines')).get(urls.community({ slug }))).text()).toContain(
    'Nobody has answered the first words of Ana Costa yet',
  )
  const ines = await village.as('ines')
  const thanked = await ines.post(urls.deskReading({ slug, voice: first }))
  expect(thanked.headers.get('location')).toBe(urls.desk({ slug }))
  expect((await desk()).html).not.toContain('I am new here')
  const [readers] = await village.house.db.read(
    village.scope('ana'),
    readersOf(village.scope('ana'), { kind: 'contribution', id: first }),
  )
  expect(readers.map((one) => one.reader_id)).toEqual([village.people.ines])
  // To the other facilitator it still waits: nobody sees who has read.
  expect((await desk('henk')).html).toContain('I am new here')
  await speak('rita', 'Welcome!', { replyTo: first })
  expect((await desk('henk')).html).not.toContain('I am new here')
})

test('Thanks for what is not there, or is no number, harms nothing; a member may not', async () => {
  const ines = await village.as('ines')
  expect((await ines.post(urls.deskReading({ slug, voice: 999_999 }))).status).toBe(303)
  expect((await ines.post(urls.deskReading({ slug, voice: 'x' }))).status).toBe(404)
  expect((await (await village.as('rita')).post(urls.deskReading({ slug, voice: 1 }))).status).toBe(404)
})

test('Words that are old, of a facilitator, or answered below one’s own question do not wait', async () => {
  const { house, scope, clock, communities } = village
  const asks = async () => {
    const since = new Date(clock.at.getTime() - 24 * 3600 * 1000)
    return (
      await house.db.read(scope('ines'), firstWordsUnanswered(scope('ines'), communities.reading.id, since, 9))
    )[0].map((one) => one.author_name)
  }
  await speak('henk', 'I am Henk.')
  await speak('paulo', 'I am Paulo.')
  expect(await asks()).toContain('Paulo Reis')
  expect(await asks()).not.toContain('Henk de Vries')
  clock.at = new Date(clock.at.getTime() + 48 * 3600 * 1000)
  expect(await asks()).not.toContain('Paulo Reis')
})

test('Then who waits for a word, try-outs past their day, and who was not heard', async () => {
  const { house, scope, people, clock, communities } = village
  const place = {
    ...communities.reading,
    name: 'Reading together',
    language: 'en' as const,
    invented: true,
    open: false,
  }
  const asking = { question: 'How do we begin?', language: 'en' as const, circle: 'community' as const }
  const { id } = await must(raise(house, scope('marta'), place, { ...asking, aboutChild: 'no', help: [] }))
  const tried = async (title: string) => {
    const plan = { title, expects: 'More.', stopIf: 'Less.', lookFor: '', startsOn: null, endsOn: '2026-12-01' }
    const input = { ...plan, ownerId: people.rita, language: 'en' as const, adaptedFrom: null }
    const made = await must(propose(house, scope('rita'), id, input))
    await must(agree(house, scope('ines'), id, made.id))
    await must(start(house, scope('rita'), id, made.id, ZONE))
    return made.id
  }
  const ended = await tried('Read in pairs')
  await must(conclude(house, scope('rita'), id, ended, { ending: 'stop', reason: 'Too loud.' }))
  await tried('Read aloud')
  clock.at = new Date('2026-12-02T10:00:00Z')
  const { html } = await desk()
  const at = (text: string) => html.indexOf(text)
  expect(at('One person waits to hear what came of their words')).toBeGreaterThan(0)
  expect(at('Its last day was 1 December 2026')).toBeGreaterThan(at('One person waits'))
  expect(at('Not heard on this question yet')).toBeGreaterThan(at('Its last day was'))
  const today = await (await (await village.as('rita')).get(urls.today())).text()
  expect(today).toContain('People wait to hear what came of it: Read in pairs')
})

test('Words of a student lie above all else until one adult has looked', async () => {
  const id = await speak('tomas', 'I would like to begin on Friday.')
  const { html } = await desk()
  expect(html).toContain('I would like to begin on Friday.')
  expect(html).toContain('Waits for your look')
  expect(html.indexOf('Waits for your look')).toBeLessThan(html.indexOf('Its last day was'))
  await must(openForAll(village.house, village.scope('ines'), id, 1))
  expect((await desk()).html).not.toContain('Waits for your look')
})

test('Whoever waits at the door lies on the desk until somebody opens', async () => {
  const { house, people, communities } = village
  await house.db.asSystem('demonstration', (tx) =>
    tx.rows(sql`insert into community.newcomer (community_id, person_id, perspectives, asked_at, new_here)
      values (${communities.reading.id}, ${people.zuzana}, '{family}', ${tx.now}, false)`),
  )
  expect((await desk()).html).toContain('Zuzana Kováčová waits to be let in.')
  await house.db.asSystem('demonstration', (tx) =>
    tx.rows(
      sql`update community.newcomer set decided_at = ${tx.now}, let_in = false where person_id = ${people.zuzana}`,
    ),
  )
  expect((await desk()).html).not.toContain('waits to be let in.')
})
