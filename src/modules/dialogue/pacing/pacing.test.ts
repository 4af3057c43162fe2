// D13 in the village: slowly and paused hold for everybody, at once and by every door, and nobody loses what they typed.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Circle } from '../../community/contract.ts'
import { say, takeBack } from '../actions/speaking.ts'
import { answer, ask } from '../asking/actions.ts'
import { contributionsOf } from '../store/contributions.ts'
import { threadOf } from '../store/threads.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { goSlowly, pause, resume } from './actions.ts'
import { urls } from './urls.ts'

let village: Conversation
let thread: number
let number = 500
const slug = 'reading-together'
const why = { why: 'We all need a night.', language: 'en' } as const
beforeAll(async () => {
  village = await openConversation()
})
beforeEach(async () => {
  thread = await village.open('ines', number++, `community:${village.community}`)
})
afterAll(() => village.close())

const says = (who: VillagerName, text: string, more: { circle?: Circle; withoutName?: boolean } = {}) =>
  say(village.house, village.scope(who), {
    thread,
    community: village.community,
    text,
    language: 'en',
    circle: 'community',
    ...more,
  })
const later = (minutes: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + minutes * 60_000)
}
const slowly = (minutes: number | null, who: VillagerName = 'ines') =>
  goSlowly(village.house, village.scope(who), thread, minutes)
const pauses = (who: VillagerName = 'ines') => pause(village.house, village.scope(who), thread, why)
const here = async (who: VillagerName) => {
  const subject = { kind: 'question', id: number - 1 }
  return (await village.house.db.read(village.scope(who), threadOf(village.scope(who), subject)))[0][0]
}

test('D13: slowly: once in the span for each alike, the facilitator too; taken back it was no turn, and notes to oneself are none', async () => {
  expect(await slowly(60)).toMatchObject({ ok: true })
  const first = await says('rita', 'Once.')
  expect(first.ok).toBe(true)
  expect(await says('rita', 'Twice.')).toMatchObject({ ok: false, reason: 'pace.slow' })
  expect(await says('rita', 'Unnamed.', { withoutName: true })).toMatchObject({ reason: 'pace.slow' })
  expect((await says('rita', 'For me.', { circle: 'me' })).ok).toBe(true)
  expect((await says('henk', 'Mine.')).ok).toBe(true)
  expect(await says('henk', 'Mine again.')).toMatchObject({ reason: 'pace.slow' })
  if (first.ok) await takeBack(village.house, village.scope('rita'), first.value.id)
  expect((await says('rita', 'Better words.', { withoutName: true })).ok).toBe(true)
  expect(await says('rita', 'Named.')).toMatchObject({ reason: 'pace.slow' })
  later(60)
  expect((await says('rita', 'An hour later.')).ok).toBe(true)
  expect(await slowly(null)).toMatchObject({ ok: true })
  expect((await says('rita', 'As I like.')).ok).toBe(true)
})

test('two at once by one person: one is heard', async () => {
  await slowly(360)
  const both = await Promise.all([says('joana', 'Here.'), says('joana', 'And there.'), says('joana', 'Everywhere.')])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
})

test('D13: a pause says why and until when, holds for everybody, keeps words for oneself, and ends by itself', async () => {
  expect(await pauses()).toMatchObject({ ok: true })
  const seen = await here('marta')
  expect(seen).toMatchObject({ pause_why: why.why })
  expect(seen?.paused_until?.getTime()).toBe(village.clock.at.getTime() + 24 * 3600_000)
  for (const who of ['marta', 'tomas', 'ines'] as const)
    expect(await says(who, 'Now!')).toMatchObject({ reason: 'pace.paused' })
  expect((await says('marta', 'For later.', { circle: 'me' })).ok).toBe(true)
  expect(await pauses('henk')).toMatchObject({ ok: false, reason: 'pace.already' })
  later(24 * 60)
  expect((await says('marta', 'Now.')).ok).toBe(true)
  expect(await pauses('henk')).toMatchObject({ ok: true })
  expect(await resume(village.house, village.scope('ines'), thread)).toMatchObject({ ok: true })
  expect(await resume(village.house, village.scope('ines'), thread)).toMatchObject({ ok: true })
  expect((await says('rita', 'On.')).ok).toBe(true)
})

test('whoever was asked by name answers in a slow conversation, and not in one that rests', async () => {
  await slowly(1440)
  await says('marta', 'My turn.')
  const asked = await ask(village.house, village.scope('rita'), {
    thread,
    community: village.community,
    to: [village.people.marta],
    question: 'And then?',
    language: 'en',
  })
  if (!asked.ok) throw new Error(asked.reason)
  const answers = () =>
    answer(village.house, village.scope('marta'), asked.value.ids[0] ?? 0, {
      text: 'Then we slept.',
      language: 'en',
      circle: 'community',
    })
  await pauses()
  expect(await answers()).toMatchObject({ ok: false, reason: 'pace.paused' })
  await resume(village.house, village.scope('ines'), thread)
  expect((await answers()).ok).toBe(true)
})

test('who may not: members, and those who do not hear it; nothing by hand either', async () => {
  expect(await slowly(60, 'rita')).toMatchObject({ ok: false, reason: 'pace.notYours' })
  expect(await pauses('marta')).toMatchObject({ ok: false, reason: 'pace.notYours' })
  expect(await pauses('zuzana')).toMatchObject({ ok: false, reason: 'pace.gone' })
  expect(await slowly(61)).toMatchObject({ ok: false, reason: 'pace.span' })
  expect(await pause(village.house, village.scope('ines'), thread, { ...why, why: ' ' })).toMatchObject({
    reason: 'pace.why',
  })
  await pauses()
  for (const who of ['rita', 'zuzana'] as const) {
    const changed = await village.house.db.write(village.scope(who), (tx) =>
      tx.rows(sql<{ id: number }>`update dialogue.pace set paused_until = null, why = null, language = null
        where thread_id = ${thread} returning thread_id as id`),
    )
    expect(changed).toEqual([])
  }
  const [seen] = await village.house.db.read(village.scope('zuzana'), sql`select from dialogue.pace`)
  expect(seen).toEqual([])
})

test('the pages: the pause stands where one would write; what was typed comes back and can be kept; afterwards it is said', async () => {
  const [ines, marta, rita] = await Promise.all([village.as('ines'), village.as('marta'), village.as('rita')])
  const at = { slug, id: thread }
  expect([(await ines.get(urls.pace(at))).status, (await rita.get(urls.pace(at))).status]).toEqual([200, 404])
  expect((await ines.post(urls.pause(at), { why: '' })).status).toBe(422)
  expect((await ines.post(urls.pace(at), { slow: 'never' })).status).toBe(422)
  expect((await ines.post(urls.pause(at), { why: why.why })).status).toBe(303)
  expect(await (await ines.get(urls.pace(at))).text()).toContain(why.why)
  const sent = { text: 'I am so angry.', language: 'en', audience: 'community' }
  const early = await marta.post(dialogueUrls.say(at), sent)
  expect(early.status).toBe(422)
  const page = await early.text()
  expect(page).toContain('I am so angry.')
  expect(page).toContain(why.why)
  expect(page).toMatch(/value="me" checked/)
  expect(page).not.toContain('value="community"')
  expect((await marta.post(dialogueUrls.say(at), { ...sent, audience: 'me' })).status).toBe(303)
  const rows = async (who: VillagerName) =>
    (
      await village.house.db.read(
        village.scope(who),
        contributionsOf(village.scope(who), { kind: 'question', id: number - 1 }, 1),
      )
    )[0]
  const kept = (await rows('marta'))[0]?.id ?? 0
  expect(await rows('ines')).toEqual([])
  expect((await rita.get(urls.others({ slug, id: kept }))).status).toBe(404)
  expect((await ines.post(urls.pauseEnd(at), {})).status).toBe(303)
  const again = await (await marta.get(urls.others({ slug, id: kept }))).text()
  expect(again).toContain('I am so angry.</textarea>')
  expect(again).toContain('value="community"')
  for (const address of [urls.pause(at), urls.pauseEnd(at)]) expect((await ines.get(address)).status).toBe(303)
})
