// Please say it for me: one adult says the words, all the adults see the request, and nothing a peer can reach says whose they are.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Leaving } from '../../../platform/own-data/part.ts'
import { edit, narrow } from '../actions/amending.ts'
import { takeBack } from '../actions/speaking.ts'
import { openThread } from '../actions/threads.ts'
import { leaveDialogue, ownCarried } from '../own-data/store.ts'
import { pause } from '../pacing/actions.ts'
import { contributionById } from '../store/contributions.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { declineWords, giveWords, sayForSomebody, takeWordsBack } from './actions.ts'
import { notices } from './notices.ts'
import { carriedById, carriedIn } from './store.ts'
import { urls } from './urls.ts'

let village: Conversation
let thread: number
let number = 700
const slug = 'reading-together'
const peers = ['rita', 'joana', 'marta', 'paulo', 'ana'] as const
beforeAll(async () => {
  village = await openConversation()
})
beforeEach(async () => {
  thread = await village.open('ines', number++, `community:${village.community}`)
})
afterAll(() => village.close())

const gives = (who: VillagerName, to: VillagerName, text: string, more: { replyTo?: number } = {}) =>
  giveWords(village.house, village.scope(who), {
    thread,
    community: village.community,
    carrier: village.people[to],
    text,
    language: 'en',
    ...more,
  })
const given = async (who: VillagerName, to: VillagerName, text: string, more: { replyTo?: number } = {}) => {
  const outcome = await gives(who, to, text, more)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}
const says = (who: VillagerName, id: number) => sayForSomebody(village.house, village.scope(who), id)
const saidBy = async (who: VillagerName, id: number) => {
  const outcome = await says(who, id)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}
const request = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), carriedById(village.scope(who), id)))[0][0]
const voice = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0][0]
const page = async (who: VillagerName, path: string) => (await (await village.as(who)).get(path)).text()
const toldOf = (kind: string, id: number) =>
  village.house.db.asSystem('facts', async (tx) => {
    const source = notices(village.house).find((one) => one.facts.includes(kind))
    const fact = { id: 1, at: tx.now, kind, subject: { kind: 'carried', id }, community: null }
    return [...((await source?.audience(tx, fact as never)) ?? [])]
  })

test('D10: a student’s words in an adult’s name, heard at once; the request is seen by both adults and by no peer', async () => {
  const id = await given('tomas', 'henk', 'We are afarid of the long corridor.')
  for (const who of ['tomas', 'henk', 'ines'] as const) expect(await request(who, id)).toMatchObject({ state: 'open' })
  for (const who of peers) {
    const scope = village.scope(who)
    expect(await request(who, id)).toBeUndefined()
    const [rows] = await village.house.db.read(
      scope,
      sql<{ id: number }>`select id from dialogue.carried where id = ${id}`,
    )
    expect(rows).toEqual([])
    expect(await page(who, urls.all({ slug }))).not.toContain('corridor')
    expect((await (await village.as(who)).get(urls.one({ slug, id }))).status).toBe(404)
  }
  expect(await toldOf('carried.asked', id)).toEqual(
    [village.people.ines, village.people.henk].toSorted((a, b) => a - b),
  )
  const said = await saidBy('henk', id)
  expect(await voice('rita', said)).toMatchObject({
    author: 'Henk de Vries',
    manner: 'carried',
    text: 'We are afarid of the long corridor.',
    waits: false,
  })
  const html = await page('rita', dialogueUrls.reply({ slug, id: said }))
  expect(html).toContain('corridor')
  expect(html).not.toContain('Tom')
  expect(await request('tomas', id)).toMatchObject({ state: 'said', contribution_id: said })
  expect(await toldOf('carried.said', id)).toEqual([village.people.tomas])
  const facts = await village.house.db.asSystem('facts', (tx) =>
    tx.rows(
      sql`select actor_id, community_id from platform.fact where subject_kind = 'carried' and subject_id = ${id}`,
    ),
  )
  expect(facts).toEqual([
    { actor_id: null, community_id: null },
    { actor_id: null, community_id: null },
  ])
})

test('whoever asked: a peer reads the same bytes of what was said', async () => {
  const shown = async (who: VillagerName) => {
    thread = await village.open('ines', number++, `community:${village.community}`)
    const said = await saidBy('henk', await given(who, 'henk', 'Somebody is lonely.'))
    const row = await voice('joana', said)
    return JSON.stringify({ ...row, id: 0, thread_id: 0 })
  }
  expect(await shown('tomas')).toBe(await shown('marta'))
})

test('nobody changes the words, on either side of the wall; undone, they wait again', async () => {
  const id = await given('rita', 'ines', 'As I said it.')
  const said = await saidBy('ines', id)
  expect(
    await edit(village.house, village.scope('ines'), said, { text: 'Nicer.', language: 'en', version: 1 }),
  ).toMatchObject({ reason: 'change.carried' })
  expect(await narrow(village.house, village.scope('ines'), said, 'me')).toMatchObject({ reason: 'change.carried' })
  const byHand = village.house.db.write(village.scope('ines'), (tx) =>
    tx.rows(sql`update dialogue.contribution set text = 'Nicer.' where id = ${said}`),
  )
  await expect(byHand).rejects.toThrow(/not changed/)
  expect(await takeBack(village.house, village.scope('ines'), said)).toMatchObject({ ok: true })
  expect(await request('rita', id)).toMatchObject({ state: 'open', contribution_id: null })
  expect((await says('ines', id)).ok).toBe(true)
})

test('its author takes it back: unsaid, it never is; said, it is taken down with its words', async () => {
  const unsaid = await given('tomas', 'ines', 'Not this.')
  expect(await takeWordsBack(village.house, village.scope('tomas'), unsaid)).toMatchObject({ ok: true })
  expect(await says('ines', unsaid)).toMatchObject({ ok: false, reason: 'carry.closed' })
  expect(await request('ines', unsaid)).toMatchObject({ state: 'taken-back', text: '' })
  const id = await given('tomas', 'ines', 'But this.')
  const said = await saidBy('ines', id)
  expect(await takeWordsBack(village.house, village.scope('rita'), id)).toMatchObject({ reason: 'carry.gone' })
  expect(await takeWordsBack(village.house, village.scope('ines'), id)).toMatchObject({ reason: 'carry.notYours' })
  for (const _ of [1, 2])
    expect(await takeWordsBack(village.house, village.scope('tomas'), id)).toMatchObject({ ok: true })
  expect(await voice('rita', said)).toMatchObject({ withdrawn: true, text: '' })
})

test('the adult gives it back with a kind sentence, which its author and the adults read', async () => {
  const id = await given('marta', 'henk', 'The teacher is too loud.')
  const no = (sentence: string, who: VillagerName = 'henk') =>
    declineWords(village.house, village.scope(who), id, sentence)
  expect(await no(' ')).toMatchObject({ reason: 'no.empty' })
  expect(await no('x'.repeat(601))).toMatchObject({ reason: 'no.long' })
  expect(await no('Not mine.', 'ines')).toMatchObject({ reason: 'carry.notYours' })
  expect(await no('Shall we tell her together?')).toMatchObject({ ok: true })
  expect(await request('marta', id)).toMatchObject({ state: 'declined', answer: 'Shall we tell her together?' })
  expect(await page('marta', urls.one({ slug, id }))).toContain('Shall we tell her together?')
  expect(await toldOf('carried.declined', id)).toEqual([village.people.marta])
})

test('at once: said twice it is said once; said and taken back, one of them holds', async () => {
  const id = await given('rita', 'henk', 'Once.')
  const twice = await Promise.all([says('henk', id), says('henk', id)])
  expect(twice.filter((one) => one.ok)).toHaveLength(1)
  const other = await given('rita', 'henk', 'Either.')
  await Promise.all([says('henk', other), takeWordsBack(village.house, village.scope('rita'), other)])
  const now = await request('rita', other)
  expect(now).toMatchObject({ state: 'taken-back', text: '' })
  if (now?.contribution_id) expect(await voice('joana', now.contribution_id)).toMatchObject({ withdrawn: true })
})

test('only an adult of the conversation carries, never oneself, never where one adult is alone, and not while it rests', async () => {
  expect(await gives('tomas', 'rita', 'No.')).toMatchObject({ reason: 'carry.notHere' })
  expect(await gives('tomas', 'zuzana', 'No.')).toMatchObject({ reason: 'carry.notHere' })
  expect(await gives('henk', 'henk', 'No.')).toMatchObject({ reason: 'carry.self' })
  expect(await gives('zuzana', 'henk', 'No.')).toMatchObject({ reason: 'carry.noThread' })
  expect(await gives('rita', 'henk', 'No.', { replyTo: 999_999 })).toMatchObject({ reason: 'carry.noVoice' })
  const id = await given('rita', 'henk', 'Later.')
  expect(await says('ines', id)).toMatchObject({ reason: 'carry.notYours' })
  await pause(village.house, village.scope('ines'), thread, { why: 'A night.', language: 'en' })
  expect(await says('henk', id)).toMatchObject({ reason: 'pace.paused' })
  expect(await request('rita', id)).toMatchObject({ state: 'open' })
  const { id: community } = village.communities.quiet
  const zuzana = village.scope('zuzana')
  const quiet = await village.house.db.write(zuzana, (tx) =>
    openThread(tx, zuzana, {
      community,
      subject: null,
      audience: `community:${community}`,
      language: 'sk',
      title: 'Kút',
    }),
  )
  expect(
    await giveWords(village.house, village.scope('eva'), {
      thread: quiet,
      community,
      carrier: village.people.zuzana,
      text: 'No.',
      language: 'sk',
    }),
  ).toMatchObject({ reason: 'carry.two' })
  const byHand = village.house.db.write(village.scope('rita'), (tx) =>
    tx.rows(sql`insert into dialogue.carried (thread_id, community_id, adults, author_id, carrier_id, text, language, asked_at)
      values (${thread}, ${village.community}, ${`adults:${village.community}`}, ${village.people.rita}, ${village.people.joana}, 'x', 'en', now())`),
  )
  await expect(byHand).rejects.toThrow(/row-level security/)
})

test('it answers what it was given for, and never wider than that is heard', async () => {
  const narrowOne = await village.say('henk', 'Among us.', { thread, circle: 'facilitators' })
  const id = await given('ines', 'henk', 'Say this here.', { replyTo: narrowOne })
  const said = await saidBy('henk', id)
  expect(await voice('ines', said)).toMatchObject({
    reply_to: narrowOne,
    audience: `facilitators:${village.community}`,
  })
  expect(await voice('rita', said)).toBeUndefined()
})

test('an adult who does not hear the conversation sees nothing of what is to be said there, and is told nothing', async () => {
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`insert into platform.seat (person_id, audience)
      values (${village.people.ana}, ${`adults:${village.community}`}) on conflict do nothing`),
  )
  thread = await village.open('ines', number++, `facilitators:${village.community}`)
  expect(await gives('ines', 'ana', 'No.')).toMatchObject({ reason: 'carry.notHere' })
  const id = await given('ines', 'henk', 'Among us.')
  expect(await toldOf('carried.asked', id)).toEqual([village.people.henk])
  const ana = village.scope('ana')
  const scope = { ...ana, reach: [...ana.reach, `adults:${village.community}`] } as typeof ana
  const [one, rows] = await village.house.db.read(
    scope,
    carriedById(scope, id),
    sql`select from dialogue.carried where id = ${id}`,
  )
  expect([one, rows]).toEqual([[], []])
})

test('the pages: mistakes keep what was typed, and each sees what concerns them', async () => {
  const [tomas, henk, ines] = await Promise.all([village.as('tomas'), village.as('henk'), village.as('ines')])
  const give = urls.give({ slug, id: thread })
  const form = await (await tomas.get(give)).text()
  expect(form).toContain('Henk de Vries')
  expect(form).not.toContain('Rita Vale')
  const wrong = await tomas.post(give, { text: 'Please tell them.', language: 'en', carrier: 'nobody' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Please tell them.</textarea>')
  const once = village.house.secret(18)
  const sent = { once, text: 'Please tell them.', language: 'en', carrier: String(village.people.henk) }
  const first = await tomas.post(give, sent)
  const second = await tomas.post(give, sent)
  expect([first.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
  const one = first.headers.get('location') ?? ''
  const id = Number(one.split('/').at(-1))
  expect(await (await henk.get(one)).text()).toContain(urls.saying({ slug, id }))
  const other = await (await ines.get(one)).text()
  expect(other).toContain('Please tell them.')
  expect(other).not.toContain(urls.saying({ slug, id }))
  expect((await ines.post(urls.saying({ slug, id }), {})).status).toBe(422)
  expect((await henk.post(urls.no({ slug, id }), { answer: '' })).status).toBe(422)
  expect((await henk.post(urls.saying({ slug, id }), {})).status).toBe(303)
  expect((await tomas.post(urls.withdrawal({ slug, id }), {})).status).toBe(303)
  for (const address of [urls.saying, urls.no, urls.withdrawal])
    expect((await tomas.get(address({ slug, id }))).headers.get('location')).toBe(one)
  const scope = village.scope('tomas')
  const [mine] = await village.house.db.read(scope, carriedIn(scope, village.community, 99))
  expect(mine.map((row) => row.id)).not.toContain(id)
})

test('their copy holds what is theirs; leaving, what was said for them goes or stays as they choose', async () => {
  const id = await given('paulo', 'ines', 'Take me along.')
  const said = await saidBy('ines', id)
  const copy = (who: VillagerName) =>
    village.house.db.asSystem('command-line', (tx) => tx.rows(ownCarried(village.people[who])))
  expect((await copy('paulo')).at(-1)).toMatchObject({ text: 'Take me along.', mine: true })
  expect((await copy('ines')).find((row) => row.id === id)).toMatchObject({ text: null, mine: false })
  const leaving = { person: village.people.paulo, former: 1, formerWriter: 1, withdrawn: '', choice: 'withdraw' }
  await village.house.db.asSystem('command-line', async (tx) => {
    for (const step of leaveDialogue(leaving as unknown as Leaving, tx.now)) await tx.rows(step)
  })
  expect(await voice('rita', said)).toMatchObject({ withdrawn: true })
  expect(await request('ines', id)).toBeUndefined()
})

test('to a student it speaks as one speaks to a student, to an adult as to an adult', async () => {
  const asks = (who: VillagerName) => page(who, urls.give({ slug, id: thread }))
  expect(await asks('tomas')).toContain('as tuas palavras')
  expect(await asks('marta')).toContain('as suas palavras')
})
