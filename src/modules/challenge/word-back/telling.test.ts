// Telling people what came of their words: who waits, who may tell, twice, at once, and what each of them reads.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, openQuestions, type Questions } from '../../../../tests/village/questions.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Circle } from '../../community/contract.ts'
import { withdraw } from '../../dialogue/actions/amending.ts'
import { say } from '../../dialogue/actions/speaking.ts'
import { openForAll } from '../../dialogue/looking/actions.ts'
import { threadOf } from '../../dialogue/public.ts'
import { addUnknown, answer } from '../actions/carry.ts'
import { reword } from '../actions/raise.ts'
import { conclude } from '../tryout/actions.ts'
import { urls } from '../urls.ts'
import { tell } from './actions.ts'
import { notices } from './notices.ts'
import { cameOfIt, endingsOf, waitersOf, wordsAwaited } from './store/ending.ts'
import { toldMe } from './store/told.ts'

let village: Questions
let slug: string
beforeAll(async () => {
  village = await openQuestions()
  slug = village.place.slug
})
afterAll(() => village.close())

const speak = async (who: VillagerName, id: number, text: string, circle: Circle = 'community') => {
  const { house, scope, place, clock } = village
  clock.at = new Date(clock.at.getTime() + 60_000)
  const [[thread]] = await house.db.read(scope(who), threadOf(scope(who), { kind: 'challenge', id }))
  const saying = {
    thread: thread?.id ?? 0,
    community: place.id,
    text,
    language: 'en' as const,
    circle,
    replyTo: undefined,
  }
  const said = await must(say(house, scope(who), saying))
  if (who === 'tomas') await must(openForAll(house, scope('ines'), said.id, 1))
  return said.id
}

/** Marta asks; Tomás and Joana speak, Paulo to the facilitators alone; Rita tries it and ends it. */
const ended = async (question: string) => {
  const { house, scope } = village
  const id = await village.raise('marta', question)
  const toms = await speak('tomas', id, 'I can read. I dislike the faces.')
  await speak('paulo', id, 'I counted ahead to my line.', 'facilitators')
  await speak('henk', id, 'For me alone.', 'me')
  village.clock.at = new Date(village.clock.at.getTime() + 60_000)
  await must(addUnknown(house, scope('joana'), id, { words: 'Who listens?', language: 'en' }))
  const tryout = await village.running(id)
  await must(conclude(house, scope('rita'), id, tryout, { ending: 'stop', reason: 'It was too loud.' }))
  const [[ending]] = await house.db.read(scope('rita'), endingsOf(scope('rita'), id))
  if (!ending) throw new Error('Nobody waits')
  return { id, ending: ending.id, tryout, toms, where: { slug, id, ending: ending.id } }
}
const waiting = async (who: VillagerName, ending: number) => {
  const scope = village.scope(who)
  const [rows] = await village.house.db.read(scope, waitersOf(scope, ending))
  return rows.map((one) => `${one.name}${one.told_at ? ' told' : ''}`)
}
const read = async (who: VillagerName, path: string) => {
  const answered = await (await village.as(who)).get(path)
  return { status: answered.status, html: await answered.text() }
}
const line = (everyone: string, apart: [number, string][] = []) => ({
  everyone,
  apart: new Map(apart),
  language: 'en' as const,
})

test('When a try-out ends, its owner reads who waits; who spoke to the facilitators alone is known to them alone', async () => {
  const { ending, where, id } = await ended('Who waits?')
  expect(await waiting('rita', ending)).toEqual(['Marta', 'Tomás', 'Joana Simões'])
  expect(await waiting('ines', ending)).toEqual(['Marta', 'Tomás', 'Paulo Reis', 'Joana Simões'])
  expect(await waiting('tomas', ending)).toEqual([])
  expect((await read('rita', urls.challenge({ slug, id }))).html).toContain('3 people’s words began this')
  expect((await read('tomas', urls.challenge({ slug, id }))).html).not.toContain('words began this')
  const page = await read('rita', urls.word(where))
  expect(page.html).toContain('It was too loud.')
  expect(page.html).not.toContain('Paulo Reis')
  for (const who of ['tomas', 'marta', 'zuzana'] as const) {
    expect((await read(who, urls.word(where))).status).toBe(404)
    expect((await read(who, urls.cards(where))).status).toBe(404)
  }
})

test('The end of a try-out leads its owner there', async () => {
  const id = await village.raise('marta', 'Where does it lead?')
  const tryout = await village.running(id)
  const rita = await village.as('rita')
  const sent = await rita.post(urls.conclude({ slug, id, tryout }), { ending: 'stop', reason: 'Enough.' })
  expect(sent.headers.get('location')).toContain('#came-of-it')
  expect((await read('rita', urls.challenge({ slug, id }))).html).toContain('One person’s words began this')
})

test('One line for everyone and another for one: each reads theirs, all read the line for everyone', async () => {
  const { id, ending, where } = await ended('What do they read?')
  const scope = village.scope('rita')
  const [rows] = await village.house.db.read(scope, waitersOf(scope, ending))
  const toms = rows.find((one) => one.name === 'Tomás')?.id ?? 0
  const rita = await village.as('rita')
  const nothing = await rita.post(urls.word(where), { everyone: ' ' })
  expect(nothing.status).toBe(422)
  const long = await rita.post(urls.word(where), { everyone: 'Quieter now.', [`for-${toms}`]: 'x'.repeat(401) })
  expect(long.status).toBe(422)
  const again = await long.text()
  expect(again).toContain(`href="#for-${toms}"`)
  expect(again).toContain('Quieter now.')
  const once = 'once-and-not-twice-1'
  const fields = { everyone: 'Quieter now.', [`for-${toms}`]: 'You were right about the faces.', once }
  for (const _ of [1, 2]) expect((await rita.post(urls.word(where), fields)).status).toBe(303)
  expect(await waiting('rita', ending)).toEqual(['Marta told', 'Tomás told', 'Joana Simões told'])
  expect((await read('rita', urls.word(where))).html).toContain('knows what came of it')
  const mine = (await read('tomas', urls.cameOfIt())).html
  expect(mine).toContain('You were right about the faces.')
  expect(mine).toContain('I can read. I dislike the faces.')
  expect((await read('marta', urls.cameOfIt())).html).toContain('Quieter now.')
  expect((await read('marta', urls.cameOfIt())).html).not.toContain('right about the faces')
  const question = (await read('henk', urls.challenge({ slug, id }))).html
  expect(question).toContain('Quieter now.')
  expect(question).not.toContain('right about the faces')
  // Paulo spoke to the facilitators alone, so they tell him; he is still without a word.
  expect(await waiting('ines', ending)).toContain('Paulo Reis')
  await must(tell(village.house, village.scope('ines'), id, ending, line('Thank you for telling us.')))
  expect((await read('paulo', urls.cameOfIt())).html).toContain('Thank you for telling us.')
  expect((await read('paulo', urls.challenge({ slug, id }))).html).toContain('Quieter now.')
})

test('Who may not, what is not there, and what is no word of this ending', async () => {
  const { id, ending } = await ended('Who may?')
  const { house } = village
  expect(await tell(house, village.scope('tomas'), id, ending, line('No.'))).toMatchObject({ reason: 'notYours' })
  expect(await tell(house, village.scope('zuzana'), id, ending, line('No.'))).toMatchObject({ reason: 'gone' })
  expect(await tell(house, village.scope('rita'), id, 999_999, line('No.'))).toMatchObject({ reason: 'gone' })
  expect(await tell(house, village.scope('rita'), id, ending, line(''))).toMatchObject({ reason: 'empty' })
  const stray = line('', [[999_999, 'To nobody.']])
  expect(await tell(house, village.scope('rita'), id, ending, stray)).toMatchObject({ reason: 'meanwhile' })
  expect(await waiting('rita', ending)).toEqual(['Marta', 'Tomás', 'Joana Simões'])
})

test('Of two who tell at once one does, and the other keeps what was typed', async () => {
  const { id, ending, where } = await ended('Who is first?')
  const { house } = village
  const both = await Promise.all(
    (['rita', 'ines'] as const).map((who) => tell(house, village.scope(who), id, ending, line(`By ${who}.`))),
  )
  expect(both.filter((one) => one.ok).length).toBeGreaterThanOrEqual(1)
  expect(await waiting('rita', ending)).toEqual(['Marta told', 'Tomás told', 'Joana Simões told'])
  const rows = await house.db.asSystem('command-line', (tx) =>
    tx.rows<{ n: number }>(sql`select count(*) as n from platform.fact where kind = 'word-back.told'
      and subject_id in (select id from challenge.word_back where ending_id = ${ending})`),
  )
  expect(rows[0]?.n).toBe((await waiting('ines', ending)).filter((one) => one.endsWith('told')).length)
  const late = await (await village.as('rita')).post(urls.word(where), { everyone: 'Too late.' })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Somebody has just told them')
})

test('An answer for now is told by whoever wrote it; the asker waits, too', async () => {
  const { house, scope } = village
  const id = await village.raise('marta', 'What do we know?')
  await speak('tomas', id, 'A lot.')
  await must(answer(house, scope('ines'), id, { known: 'Enough.', staysOpen: '', language: 'en' }))
  const [awaited] = await house.db.read(scope('ines'), wordsAwaited(scope('ines'), [village.place.id]))
  const ending = awaited.find((one) => one.challenge_id === id)
  expect(ending).toMatchObject({ title: 'What do we know?', because: 'Enough.', waiting: 2 })
  const [mine] = await house.db.read(scope('tomas'), wordsAwaited(scope('tomas'), [village.place.id]))
  expect(mine).toEqual([])
  await must(tell(house, scope('ines'), id, ending?.id ?? 0, line('We know enough.')))
  const [came] = await house.db.read(scope('rita'), cameOfIt(scope('rita'), [village.place.id], 1))
  expect(came[0]).toMatchObject({ words: 'We know enough.', challenge_id: id })
})

test('Who still waits for a word on a question does not wait twice when it is answered', async () => {
  const { house, scope } = village
  const { id, ending } = await ended('Who waits once?')
  await must(answer(house, scope('ines'), id, { known: 'A little.', staysOpen: '', language: 'en' }))
  const [endings] = await house.db.read(scope('ines'), endingsOf(scope('ines'), id))
  const later = endings.find((one) => one.id !== ending)
  // Rita looked after the try-out; of the answer she is told like anybody.
  expect(later ? await waiting('henk', later.id) : []).toEqual(['Rita Vale'])
  expect(await waiting('rita', ending)).toEqual(['Marta', 'Tomás', 'Joana Simões'])
})

test('Cards carry the words of whom they are for, one each, and only what the one who prints them hears', async () => {
  const { id, ending, where, toms } = await ended('Who gets a card?')
  expect((await read('rita', urls.cards(where))).html).toContain('Nobody was told yet')
  await must(tell(village.house, village.scope('rita'), id, ending, line('Here you are.')))
  await must(tell(village.house, village.scope('ines'), id, ending, line('Here you are.')))
  const hers = (await read('rita', urls.cards(where))).html
  expect(hers.match(/class="give"/g)).toHaveLength(3)
  expect(hers).toContain('I dislike the faces')
  expect(hers).not.toContain('counted ahead')
  const theirs = (await read('ines', urls.cards(where))).html
  expect(theirs.match(/class="give"/g)).toHaveLength(4)
  expect(theirs).toContain('counted ahead')
  await must(withdraw(village.house, village.scope('tomas'), toms))
  expect((await read('rita', urls.cards(where))).html).not.toContain('I dislike the faces')
  const mine = (await read('tomas', urls.cameOfIt())).html
  const word = mine.split('<li ').find((one) => one.includes('Here you are.'))
  expect(word).toBeDefined()
  expect(word).not.toContain('I dislike the faces')
})

test('A notice says it to the one it is for, without names in its subject, and to nobody else', async () => {
  const { id, ending } = await ended('What does the letter say?')
  const { house, scope } = village
  await must(tell(house, scope('rita'), id, ending, line('We moved the chairs.')))
  const [told] = await house.db.read(scope('tomas'), toldMe(scope('tomas'), 1))
  const [source] = notices(house)
  const fact = {
    id: 1,
    at: new Date(),
    kind: 'word-back.told',
    subject: { kind: 'word-back', id: told[0]?.id ?? 0 },
    community: village.place.id,
  }
  const people = await house.db.asSystem('facts', async (tx) => source?.audience(tx, fact))
  expect(people).toEqual([village.people.tomas])
  const to = { scope: scope('tomas'), lang: 'pt' as const, zone: 'Europe/Lisbon', on: 'page' as const }
  expect(await source?.say(to, fact)).toMatchObject({
    subject: 'O que resultou do que disse',
    quote: { words: 'We moved the chairs.', lang: 'en' },
    button: { href: `${urls.cameOfIt()}#word-${told[0]?.id}` },
  })
  expect(await source?.say({ ...to, scope: scope('marta') }, fact)).toBeUndefined()
})

test('When the question narrows, who no longer hears it waits no more; what was told stays with whom it was told', async () => {
  const { id, ending } = await ended('Who hears it later?')
  const { house, scope } = village
  const [rows] = await house.db.read(scope('rita'), waitersOf(scope('rita'), ending))
  const toms = rows.find((one) => one.name === 'Tomás')?.id ?? 0
  await must(tell(house, scope('rita'), id, ending, line('', [[toms, 'For you alone.']])))
  const wording = { question: 'Who hears it later?', language: 'en', aboutChild: 'no', help: [] } as const
  await must(reword(house, scope('marta'), id, { ...wording, circle: 'facilitators' }))
  expect(await waiting('rita', ending)).toEqual([])
  expect(await waiting('ines', ending)).toEqual(['Marta', 'Tomás told'])
  const mine = (await read('tomas', urls.cameOfIt())).html
  expect(mine).toContain('For you alone.')
  expect(mine).not.toContain('Who hears it later?')
})
