// An asked question answered aloud or on paper, written down by whoever asked: the words are the asked person's, the question closes.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import { must } from '../../../../tests/village/questions.ts'
import { answer, ask, reopen } from '../asking/actions.ts'
import { askById } from '../asking/store.ts'
import { urls as askUrls } from '../asking/urls.ts'
import { contributionById } from '../store/contributions.ts'
import { writeDown } from './actions.ts'
import { urls } from './urls.ts'

const slug = 'reading-together'
let village: Asking
beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())

/** Rita has asked Marta; the question's number and its conversation. */
const asked = async () => {
  const { thread } = await village.begin()
  const asking = { thread, community: village.community, to: [village.people.marta], question: 'How?', language: 'en' }
  const { ids } = await must(ask(village.house, village.scope('rita'), asking))
  return { thread, id: ids[0] ?? 0 }
}
type Who = 'rita' | 'ines' | 'joana'
const writes = (who: Who, { thread, id }: { thread: number; id: number }, more: { who?: number } = {}) =>
  writeDown(village.house, village.scope(who), {
    thread,
    community: village.community,
    text: 'Aloud, for the dog.',
    language: 'en',
    circle: 'community',
    who: village.people.marta,
    ask: id,
    ...more,
  })
const seen = async (id: number) =>
  (await village.house.db.read(village.scope('marta'), askById(village.scope('marta'), id)))[0][0]

test('Rita writes down what Marta told her at the gate: Marta’s words, and the question is answered', async () => {
  const question = await asked()
  const rita = await village.as('rita')
  const page = await (await rita.get(askUrls.ask({ slug, id: question.id }))).text()
  const to = urls.write({ slug, id: question.thread }, { ask: String(question.id) })
  expect(page).toContain(`href="${to.replaceAll('&', '&amp;')}"`)
  const form = await (await rita.get(to)).text()
  expect(form).toContain(`name="ask" value="${question.id}"`)
  expect(form).toMatch(new RegExp(`<option value="${village.people.marta}" selected`))
  const typed = { who: String(village.people.marta), text: '', language: 'en', audience: 'community' }
  const empty = await rita.post(urls.write({ slug, id: question.thread }), { ...typed, ask: String(question.id) })
  expect([empty.status, await empty.text()]).toEqual([
    422,
    expect.stringContaining(`name="ask" value="${question.id}"`),
  ])
  const said = { ...typed, text: 'Aloud, for the dog.', ask: String(question.id) }
  expect((await rita.post(urls.write({ slug, id: question.thread }), said)).status).toBe(303)
  const ended = await seen(question.id)
  expect(ended).toMatchObject({ state: 'answered' })
  const scope = village.scope('joana')
  const [[voice]] = await village.house.db.read(scope, contributionById(scope, ended?.contribution_id ?? 0))
  expect(voice).toMatchObject({ author: 'Marta', writer: 'Rita Vale', confirmed: false })
  // The letter's link, and Marta's own answer, come too late and are told so.
  const late = { text: 'Myself!', language: 'en', circle: 'community' } as const
  expect(await answer(village.house, village.scope('marta'), question.id, late)).toMatchObject({ ok: false })
  expect(await writes('rita', question)).toMatchObject({ reason: 'write.askClosed' })
  expect((await reopen(village.house, village.scope('marta'), question.id)).ok).toBe(true)
  expect(await seen(question.id)).toMatchObject({ state: 'open' })
})

test('nobody else closes it so: not another asker, not for another person, not in another conversation; two at once, once', async () => {
  const question = await asked()
  expect(await writes('ines', question)).toMatchObject({ reason: 'write.noAsk' })
  expect(await writes('rita', question, { who: village.people.joana })).toMatchObject({ reason: 'write.noAsk' })
  const { thread } = await village.begin()
  expect(await writes('rita', { ...question, thread })).toMatchObject({ reason: 'write.noAsk' })
  const both = await Promise.all([writes('rita', question), writes('rita', question)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the database lets an asker close with nothing but words of the asked person’s, written down by themselves', async () => {
  const question = await asked()
  const { house, scope, people } = village
  const own = await must(
    writeDown(house, scope('ines'), {
      thread: question.thread,
      community: village.community,
      text: 'From another pen.',
      language: 'en',
      circle: 'community',
      who: people.marta,
    }),
  )
  const close = sql`
    update dialogue.ask set state = 'answered', closed_at = now(), contribution_id = ${own.id} where id = ${question.id}`
  await expect(house.db.write(scope('rita'), (tx) => tx.rows(close))).rejects.toThrow('not closed so')
})
