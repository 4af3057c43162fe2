// Said by one, written by another: who may hold the pen, for whom, whose words they are, and who takes them away.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Circle } from '../../community/contract.ts'
import { recipientOf } from '../../people/public.ts'
import { edit, narrow, withdraw } from '../actions/amending.ts'
import { takeBack } from '../actions/speaking.ts'
import { contributionById, contributionsOf } from '../store/contributions.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { confirm, writeDown } from './actions.ts'
import { notices } from './notices.ts'
import { circlesToWriteIn, mayHoldThePen } from './scribe.ts'
import { urls } from './urls.ts'

let village: Conversation
let slug: string
beforeAll(async () => {
  village = await openConversation()
  slug = village.communities.reading.slug
})
afterAll(() => village.close())

const put = (
  writer: VillagerName,
  who: VillagerName,
  more: { thread?: number; circle?: Circle; text?: string; once?: string } = {},
) => {
  const { thread = village.thread, circle = 'community', text = 'He reads at night.', once } = more
  const writing = { thread, community: village.community, text, language: 'en' as const, circle }
  return writeDown(village.house, village.scope(writer), { ...writing, who: village.people[who] }, once)
}
const written = async (...args: Parameters<typeof put>): Promise<number> => {
  const outcome = await put(...args)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}
const seen = async (who: VillagerName, id: number) => {
  const scope = village.scope(who)
  return (await village.house.db.read(scope, contributionById(scope, id)))[0][0]
}
const told = async (id: number, on: 'letter' | 'page' = 'letter') => {
  const [source] = notices(village.house)
  const fact = {
    id: 1,
    at: village.clock.at,
    kind: 'contribution.written-down',
    subject: { kind: 'contribution', id },
    community: village.community,
  }
  const audience = (await village.house.db.asSystem('facts', async (tx) => source?.audience(tx, fact))) ?? []
  const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people.marta))
  const says = to && (await source?.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on }, fact))
  return { audience, says }
}
const facts = (id: number) =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ kind: string; actor_id: number }>`
      select kind, actor_id from platform.fact where subject_kind = 'contribution' and subject_id = ${id} order by id`),
  )

test('the pen is held by facilitators and by whoever is no student; never in notes for oneself', () => {
  expect(mayHoldThePen({ role: 'member', perspectives: ['teacher'] })).toBe(true)
  expect(mayHoldThePen({ role: 'member', perspectives: ['student'] })).toBe(false)
  expect(mayHoldThePen({ role: 'facilitator', perspectives: ['student'] })).toBe(true)
  expect(circlesToWriteIn('community:1')).toEqual(['community', 'facilitators'])
  expect(circlesToWriteIn('me:1')).toEqual([])
})

test('Rita writes down what Marta said: Marta’s words, with Rita beside them; Marta is told and says yes', async () => {
  const id = await written('rita', 'marta')
  expect(await seen('joana', id)).toMatchObject({ author: 'Marta', writer: 'Rita Vale', confirmed: false })
  expect((await facts(id)).map(({ kind }) => kind)).toEqual(['contribution.said', 'contribution.written-down'])
  expect((await told(id)).audience).toEqual([village.people.marta])
  expect((await told(id)).says).toMatchObject({ subject: 'Your words were written down', quote: undefined })
  expect((await told(id, 'page')).says?.quote?.words).toBe('He reads at night.')
  expect((await confirm(village.house, village.scope('marta'), id)).ok).toBe(true)
  expect((await confirm(village.house, village.scope('marta'), id)).ok).toBe(true)
  expect((await seen('rita', id))?.confirmed).toBe(true)
  expect(await told(id)).toEqual({ audience: [], says: undefined })
  // After her yes they are hers alone.
  expect(await withdraw(village.house, village.scope('rita'), id)).toMatchObject({ reason: 'change.confirmed' })
  expect((await withdraw(village.house, village.scope('marta'), id)).ok).toBe(true)
  expect(await seen('joana', id)).toMatchObject({ withdrawn: true, html: '' })
})

test.each([
  ['as a student', () => put('tomas', 'marta'), 'write.pen'],
  ['for oneself', () => put('rita', 'rita'), 'write.self'],
  ['for somebody of another community', () => put('rita', 'zuzana'), 'write.notHere'],
  ['from another community', () => put('zuzana', 'marta'), 'say.noThread'],
  ['to be heard by that person alone', () => put('rita', 'marta', { circle: 'me' }), 'write.alone'],
  ['in a circle one does not hear', () => put('rita', 'henk', { circle: 'facilitators' }), 'write.notYours'],
  ['in a circle they do not hear', () => put('ines', 'marta', { circle: 'facilitators' }), 'write.notHere'],
  ['in a conversation that is not there', () => put('rita', 'marta', { thread: 999_999 }), 'say.noThread'],
] as const)('writing %s is refused in words', async (_, work, reason) => {
  expect(await work()).toMatchObject({ ok: false, reason })
})

test('nobody writes in another’s notes, nor for somebody who does not hear the conversation', async () => {
  const own = await village.open('rita', 21, `me:${village.people.rita}`)
  expect(await put('rita', 'marta', { thread: own })).toMatchObject({ reason: 'say.tooWide' })
  const narrowOne = await village.open('ines', 22, `facilitators:${village.community}`)
  expect(await put('ines', 'marta', { thread: narrowOne, circle: 'facilitators' })).toMatchObject({
    reason: 'write.notHere',
  })
  expect((await put('ines', 'henk', { thread: narrowOne, circle: 'facilitators' })).ok).toBe(true)
})

test('nobody changes it; until her yes the writer takes it back without a trace, and the author always', async () => {
  const id = await written('rita', 'marta')
  const words = { text: 'Otherwise.', language: 'en' as const, version: 1 }
  for (const who of ['rita', 'marta'] as const)
    expect((await edit(village.house, village.scope(who), id, words)).ok).toBe(false)
  expect(await narrow(village.house, village.scope('marta'), id, 'me')).toMatchObject({ reason: 'change.written' })
  expect(await confirm(village.house, village.scope('rita'), id)).toMatchObject({ reason: 'change.notYoursToConfirm' })
  for (const who of ['joana', 'ines'] as const)
    expect(await withdraw(village.house, village.scope(who), id)).toMatchObject({ reason: 'change.notYours' })
  expect((await takeBack(village.house, village.scope('rita'), id)).ok).toBe(true)
  expect([await seen('marta', id), await facts(id)]).toEqual([undefined, []])
  expect(await confirm(village.house, village.scope('marta'), id)).toMatchObject({ reason: 'change.gone' })
  const another = await written('rita', 'marta')
  expect((await takeBack(village.house, village.scope('marta'), another)).ok).toBe(true)
  expect(await facts(another)).toEqual([])
})

test('a yes and a withdrawal at the same moment: one of them holds, and both are told what does', async () => {
  const id = await written('rita', 'marta')
  const [yes, away] = await Promise.all([
    confirm(village.house, village.scope('marta'), id),
    withdraw(village.house, village.scope('rita'), id),
  ])
  expect([yes.ok, away.ok].filter(Boolean)).toHaveLength(1)
  expect(await seen('joana', id)).toMatchObject({ confirmed: yes.ok, withdrawn: away.ok })
})

test('a community that said farewell takes no new words; what was written down may still be taken away', async () => {
  const id = await written('rita', 'marta')
  const stands = (stage: string) =>
    village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql`update community.community set stage = ${stage} where id = ${village.community}`),
    )
  await stands('closed')
  expect(await put('rita', 'marta')).toMatchObject({ ok: false, reason: 'write.farewell' })
  expect((await (await village.as('marta')).post(urls.confirmation({ slug, id }))).status).toBe(409)
  expect((await withdraw(village.house, village.scope('rita'), id)).ok).toBe(true)
  await stands('maturing')
})

test('the second wall: no forged pen, no forged yes, no other words', async () => {
  const id = await written('rita', 'marta')
  const tries = (who: VillagerName, work: ReturnType<typeof sql<unknown>>) =>
    village.house.db.write(village.scope(who), (tx) => tx.rows(work))
  const insert = (author: VillagerName, writer: VillagerName, audience: string) => sql<unknown>`
    insert into dialogue.contribution
      (thread_id, community_id, place_at, author_id, audience, language, text, html, said_at, written_by)
    values (${village.thread}, 1, now(), ${village.people[author]}, ${audience}, 'en', 'x', 'x', now(),
      ${village.people[writer]})`
  const all = `community:${village.community}`
  await expect(tries('rita', insert('rita', 'marta', all))).rejects.toThrow(/row-level security/)
  await expect(tries('rita', insert('marta', 'joana', all))).rejects.toThrow(/row-level security/)
  await expect(tries('tomas', insert('marta', 'tomas', all))).rejects.toThrow(/row-level security/)
  await expect(tries('rita', insert('marta', 'rita', `me:${village.people.marta}`))).rejects.toThrow(
    /row-level security/,
  )
  const set = (change: ReturnType<typeof sql<unknown>>) => sql<unknown>`
    update dialogue.contribution set ${change} where id = ${id} returning id`
  await expect(tries('rita', set(sql`confirmed_at = now()`))).rejects.toThrow()
  await expect(tries('marta', set(sql`text = 'forged', html = 'forged'`))).rejects.toThrow('not changed')
  expect(await tries('joana', set(sql`confirmed_at = now()`))).toEqual([])
})

test('in the browser: the form, its mistakes with what was typed, the same form twice, and the yes', async () => {
  const rita = await village.as('rita')
  const address = urls.write({ slug, id: village.thread })
  const page = await (await rita.get(address)).text()
  expect(page).toMatch(/<option value="\d+">Marta</)
  expect(page).not.toMatch(/value="(me|facilitators)"/)
  const typed = { who: '', text: 'Under the table.', language: 'en', audience: 'community' }
  const missing = await rita.post(address, typed)
  expect(missing.status).toBe(422)
  expect(await missing.text()).toMatch(/Choose who said it[\s\S]*Under the table/)
  const form = { ...typed, who: String(village.people.marta), once: 'written-down-only-once' }
  const [first, second] = [await rita.post(address, form), await rita.post(address, form)]
  expect([first.status, second.status]).toEqual([303, 303])
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  const id = Number(/voice-(\d+)/.exec(first.headers.get('location') ?? '')?.[1])
  const marta = await village.as('marta')
  expect((await rita.post(urls.confirmation({ slug, id }))).status).toBe(422)
  expect((await marta.post(urls.confirmation({ slug, id }))).status).toBe(303)
  expect((await seen('marta', id))?.confirmed).toBe(true)
  expect((await (await village.as('tomas')).get(address)).status).toBe(404)
  expect((await (await village.as('zuzana')).get(address)).status).toBe(404)
  const scope = village.scope('marta')
  const [rows] = await village.house.db.read(scope, contributionsOf(scope, village.subject, 1))
  expect(rows.filter((one) => one.html.includes('Under the table'))).toHaveLength(1)
  expect((await marta.get(dialogueUrls.words({ slug, id }))).status).toBe(404)
})
