// Learning from somewhere: a path from a source to what is said of it, told by name to those who hear both ends.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Subject } from '../../../platform/http/address-book.ts'
import type { Circle } from '../../community/contract.ts'
import { withdraw } from '../actions/amending.ts'
import { say } from '../actions/speaking.ts'
import { contributionById } from '../store/contributions.ts'
import { urls } from '../urls.ts'
import { mannerOf } from './manner.ts'
import { learnedFromSubject } from './store.ts'

let village: Conversation
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const slug = 'reading-together'
const found = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0][0]
const learn = (
  who: VillagerName,
  from: { learnedFrom?: Subject; replyTo?: number; withoutName?: boolean; circle?: Circle },
) =>
  say(village.house, village.scope(who), {
    thread: village.thread,
    community: village.community,
    text: 'I read aloud first, as she does.',
    language: 'en',
    circle: 'community',
    manner: 'learned',
    ...from,
  })

test('what is kept and not known is plainly said', () => {
  expect(['said', 'wonder', 'drawn', ''].map(mannerOf)).toEqual(['said', 'wonder', 'said', 'said'])
})

test('both ends say so by name; withdrawn on one end, it is gone on the other', async () => {
  const source = await village.say('rita', 'I read aloud first.')
  const learned = await learn('henk', { replyTo: source })
  if (!learned.ok) throw new Error(learned.reason)
  const { id } = learned.value
  expect(await found('marta', id)).toMatchObject({
    manner: 'learned',
    learned_from: { kind: 'contribution', id: source, author: 'Rita Vale' },
  })
  expect((await found('marta', source))?.learners).toEqual([{ id, name: 'Henk de Vries' }])
  await withdraw(village.house, village.scope('rita'), source)
  expect(await found('marta', id)).toMatchObject({ learned_from: null, withdrawn: false })
  const another = await village.say('rita', 'Again.')
  const second = await learn('henk', { replyTo: another })
  if (second.ok) await withdraw(village.house, village.scope('henk'), second.value.id)
  expect((await found('rita', another))?.learners).toBeNull()
})

test('who hears one end only is told of neither the other nor its name', async () => {
  const whispered = await village.say('ines', 'Among facilitators.', { circle: 'facilitators' })
  const learned = await learn('ines', { learnedFrom: { kind: 'contribution', id: whispered } })
  if (!learned.ok) throw new Error(learned.reason)
  expect((await found('ines', learned.value.id))?.learned_from).toMatchObject({ id: whispered })
  expect((await found('rita', learned.value.id))?.learned_from).toBeNull()
  const open = await village.say('rita', 'For all.')
  const hidden = await learn('ines', { replyTo: open, circle: 'facilitators' })
  expect(hidden.ok).toBe(true)
  expect((await found('rita', open))?.learners).toBeNull()
  expect((await found('ines', open))?.learners).toHaveLength(1)
  for (const who of ['rita', 'zuzana'] as const) {
    const rows = sql<{ id: number }>`select source_id as id from dialogue.learned where source_id = ${whispered}`
    expect((await village.house.db.read(village.scope(who), rows))[0]).toEqual([])
  }
})

test('who learned without a name is “a member”', async () => {
  const source = await village.say('rita', 'Slowly.')
  await learn('marta', { replyTo: source, withoutName: true })
  expect((await found('henk', source))?.learners).toMatchObject([{ name: null }])
})

test('a thing with an address is a source, too, and is told there', async () => {
  const learned = await learn('henk', { learnedFrom: { kind: 'tryout', id: 5 } })
  if (!learned.ok) throw new Error(learned.reason)
  const scope = village.scope('rita')
  const [there] = await village.house.db.read(scope, learnedFromSubject(scope, { kind: 'tryout', id: 5 }))
  expect(there).toEqual([{ id: learned.value.id, name: 'Henk de Vries', slug }])
})

test('not from nowhere, not from what is gone, not from words that wait', async () => {
  expect(await learn('henk', {})).toMatchObject({ ok: false, reason: 'learned.nowhere' })
  expect(await learn('henk', { learnedFrom: { kind: 'contribution', id: 99_999 } })).toMatchObject({
    reason: 'learned.gone',
  })
  const waiting = await village.say('tomas', 'Waiting.')
  expect(await learn('ines', { learnedFrom: { kind: 'contribution', id: waiting } })).toMatchObject({
    reason: 'say.waits',
  })
})

test('nobody says by hand what another learned', async () => {
  const source = await village.say('rita', 'Mine.')
  const byHand = village.house.db.write(village.scope('henk'), (tx) =>
    tx.rows(sql`insert into dialogue.learned values (${source}, 'tryout', 1, now())`),
  )
  await expect(byHand).rejects.toThrow(/row-level security/)
})

test('the page of a source keeps what it came from, refuses a foreign one, and leads back', async () => {
  const henk = await village.as('henk')
  const source = await village.say('rita', 'A thing to learn from.')
  const from = `contribution-${source}`
  const page = await (await henk.get(urls.speak({ slug, id: village.thread }, { from }))).text()
  expect(page).toContain(`value="${from}"`)
  const sent = { text: 'So I did.', language: 'en', audience: 'community', manner: 'learned', from }
  const answer = await henk.post(urls.say({ slug, id: village.thread }), sent)
  expect(answer.status).toBe(303)
  const id = (await found('rita', source))?.learners?.[0]?.id ?? 0
  expect((await henk.get(urls.learnedFrom({ slug, id }))).headers.get('location')).toContain(`/voices/${source}`)
  for (const odd of ['contribution-0', 'person-1', 'x', `contribution-${'9'.repeat(30)}`]) {
    const refused = await henk.post(urls.say({ slug, id: village.thread }), { ...sent, from: odd })
    expect([odd, refused.status]).toEqual([odd, 422])
  }
  expect((await henk.get(urls.learnedFrom({ slug, id: source }))).status).toBe(404)
})
