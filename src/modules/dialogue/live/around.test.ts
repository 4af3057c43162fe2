// What stands around the voices comes to open pages as a reload shows it, and tells nobody of what is not theirs.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ear, listen, openTwo } from '../../../../tests/village/listening.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { say } from '../actions/speaking.ts'
import { openThread } from '../actions/threads.ts'
import { ask } from '../asking/actions.ts'
import { giveWords, takeWordsBack } from '../carrying/actions.ts'
import { goSlowly, pause, resume } from '../pacing/actions.ts'
import { closeRound, openRound } from '../round/actions.ts'
import { summarise } from '../summary/actions.ts'
import { urls } from '../urls.ts'
import { aboveAnchor, aroundName, paceAnchor } from './place.ts'

const slug = 'reading-together'
let village: Awaited<ReturnType<typeof openTwo>>
let community: number
const open: Ear[] = []
beforeAll(async () => {
  village = await openTwo()
  community = village.communities.reading.id
})
afterAll(async () => {
  for (const ear of open) await ear.hangUp()
  await village.close()
})

const scopeOf = (who: VillagerName) => village.scope(who)
const room = async (): Promise<number> => {
  const thread = await village.house.db.write(scopeOf('ines'), (tx) =>
    openThread(tx, scopeOf('ines'), {
      community,
      subject: null,
      audience: `community:${community}`,
      language: 'en',
      title: 'Rain',
    }),
  )
  const saying = { thread, community, text: 'The rain was loud.', language: 'en', circle: 'community' } as const
  for (let i = 0; i < 8; i++) expect((await say(village.house, scopeOf('rita'), saying)).ok).toBe(true)
  return thread
}
const pageOf = async (who: VillagerName, thread: number) =>
  (await (await village.as(who)).get(urls.thread({ slug, id: thread }))).text()
const people = ['rita', 'henk', 'tomas'] as const
/** Their ears, each with the marks that their page has, in two processes. */
const earsAt = async (thread: number) => {
  const ears = new Map<(typeof people)[number], Ear>()
  for (const [i, who] of people.entries()) {
    const marks = [...(await pageOf(who, thread)).matchAll(/id="((?:above|pace)-\d+)"[^>]*data-mark="([a-z0-9]+)"/g)]
    expect(marks).toHaveLength(2)
    const place = `${aroundName(thread)}~${marks.map(([, id, mark]) => `${id}.${mark}`).join(',')}`
    const ear = await listen(i % 2 ? village.one : village.other, await village.session(who), [place])
    open.push(ear)
    await ear.hears(({ event }) => event === 'hello')
    ears.set(who, ear)
  }
  const told = (who: (typeof people)[number]) => ears.get(who)?.told.filter(({ event }) => event === 'news') ?? []
  /** The last that was told of an element, once it is what the page has. */
  const hears = async (who: (typeof people)[number], anchor: string, words: string) => {
    const page = await pageOf(who, thread)
    const from = page.indexOf(`<div id="${anchor}"`)
    const last = () =>
      told(who)
        .flatMap(({ parts }) => parts)
        .findLast(({ id }) => id === anchor)?.html ?? ''
    await expect.poll(last, { timeout: 5000, interval: 20 }).toContain(words)
    await expect.poll(() => page.startsWith(last(), from), { timeout: 5000, interval: 20 }).toBe(true)
  }
  return { told, hears }
}

test('a summary, a pause, a slow conversation, and on again: each as a reload shows it, in two processes', async () => {
  const thread = await room()
  const { hears } = await earsAt(thread)
  const summing = { community, text: 'It rains on Mondays.', language: 'en', version: 0 } as const
  expect((await summarise(village.house, scopeOf('rita'), thread, summing)).ok).toBe(true)
  for (const who of people) await hears(who, aboveAnchor(thread), 'It rains on Mondays.')
  expect((await pause(village.house, scopeOf('ines'), thread, { why: 'Let us sleep.', language: 'en' })).ok).toBe(true)
  for (const who of people) await hears(who, paceAnchor(thread), 'Let us sleep.')
  expect((await resume(village.house, scopeOf('ines'), thread)).ok).toBe(true)
  for (const who of people) await hears(who, paceAnchor(thread), 'around')
  expect((await goSlowly(village.house, scopeOf('ines'), thread, 720)).ok).toBe(true)
  for (const who of people) await hears(who, paceAnchor(thread), '12')
})

test('a round that opens here and its end; a question to a person; words for an adult to say: to whom each concerns alone', async () => {
  const thread = await room()
  const { told, hears } = await earsAt(thread)
  const round = { thread, community, question: 'What surprised you?', language: 'en', ends: null } as const
  const opened = await openRound(village.house, scopeOf('ines'), { ...round, hidden: 'until_all', order: 'free' })
  for (const who of people) await hears(who, aboveAnchor(thread), 'What surprised you?')
  if (opened.ok) await closeRound(village.house, scopeOf('ines'), opened.value.id)
  for (const who of people) await hears(who, aboveAnchor(thread), 'rounds-heard')

  const asking = { thread, community, to: [village.people.rita], question: 'How loud?', language: 'en' } as const
  const before = told('tomas').length
  expect((await ask(village.house, scopeOf('ines'), asking)).ok).toBe(true)
  await hears('rita', aboveAnchor(thread), 'How loud?')
  const giving = { thread, community, carrier: village.people.henk, text: 'I was afraid.', language: 'en' } as const
  const given = await giveWords(village.house, scopeOf('tomas'), giving)
  await hears('henk', aboveAnchor(thread), 'notice human')
  await hears('tomas', aboveAnchor(thread), 'Henk')
  if (given.ok) await takeWordsBack(village.house, scopeOf('tomas'), given.value.id)
  await hears('henk', aboveAnchor(thread), 'rounds-heard')
  // Whom it does not concern was told nothing, not even that there was something.
  expect(told('tomas').length - before).toBeLessThanOrEqual(2)
  expect(JSON.stringify(told('tomas'))).not.toContain('How loud?')
  expect(JSON.stringify(told('rita'))).not.toContain('I was afraid.')
  expect(told('rita').filter(({ parts }) => JSON.stringify(parts).includes('How loud?'))).toHaveLength(1)
})
