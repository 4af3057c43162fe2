// The summary of a conversation: everybody who hears it writes on it, and two at once lose nothing.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { Diverted } from '../../../platform/http/diverted.ts'
import { waitingActs } from '../../../waiting-acts.ts'
import { heldStore } from '../../community/public.ts'
import { withdraw } from '../actions/amending.ts'
import { openHeld } from '../looking/held/actions.ts'
import { threadOf } from '../store/threads.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { summarise } from './actions.ts'
import { notices } from './notices.ts'
import { latestSummary, versionsOfSummary } from './store.ts'
import { urls } from './urls.ts'

let village: Conversation
let thread: number
let number = 900
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
beforeEach(async () => {
  thread = await village.open('ines', number++, `community:${village.community}`)
})
afterAll(() => village.close())

const writes = (who: VillagerName, text: string, version: number, where = thread) =>
  summarise(village.house, village.scope(who), where, { community: village.community, text, language: 'en', version })
const latest = async (who: VillagerName, where = thread) =>
  (await village.house.db.read(village.scope(who), latestSummary(village.scope(who), where)))[0][0]?.summary

test('anybody who hears the conversation goes on from what they saw; who wrote which version stays', async () => {
  expect(await writes('rita', 'We *begin* in pairs.', 0)).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await writes('marta', 'We begin in pairs; he chooses.', 1)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await latest('paulo')).toMatchObject({ text: 'We begin in pairs; he chooses.', author: 'Marta', version: 2 })
  const [versions] = await village.house.db.read(village.scope('ana'), versionsOfSummary(village.scope('ana'), thread))
  expect(versions.map((one) => [one.version, one.author])).toEqual([
    [2, 'Marta'],
    [1, 'Rita Vale'],
  ])
  const subject = { kind: 'question', id: number - 1 }
  const [[here]] = await village.house.db.read(village.scope('henk'), threadOf(village.scope('henk'), subject))
  expect(here?.summary?.html).toContain('he chooses')
  expect(await writes('rita', '', 2)).toMatchObject({ ok: true })
  expect((await latest('henk'))?.text).toBe('')
  expect(await writes('rita', ' ', 3)).toMatchObject({ ok: false, reason: 'summary.empty' })
})

test('two at once: one is kept, the other is told, and sent twice it stands once', async () => {
  const both = await Promise.all([writes('rita', 'Mine.', 0), writes('henk', 'Mine.', 0), writes('ana', 'Ours.', 0)])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  for (const one of both) if (!one.ok) expect(one.reason).toBe('summary.meanwhile')
  expect((await latest('rita'))?.version).toBe(1)
  expect(await writes('joana', 'From long ago.', 0)).toMatchObject({ reason: 'summary.meanwhile' })
  expect(await writes('joana', 'From the future.', 9)).toMatchObject({ reason: 'summary.meanwhile' })
  expect(await writes('joana', 'x'.repeat(3_001), 1)).toMatchObject({ reason: 'summary.long' })
})

test('a student’s version waits for one adult’s look', async () => {
  await expect(writes('tomas', 'I decide the page.', 0)).rejects.toBeInstanceOf(Diverted)
  expect(await latest('rita')).toBeNull()
  const ines = village.scope('ines')
  const [waiting] = await village.house.db.read(ines, heldStore.heldIn(ines, village.community, 50))
  const held = waiting.find((one) => one.words.includes('I decide the page.'))
  expect(await openHeld(village.house, ines, waitingActs, held?.id ?? 0)).toMatchObject({ ok: true })
  expect(await latest('rita')).toMatchObject({ text: 'I decide the page.', author: 'Tomás' })
})

test('who does not hear the conversation neither reads nor writes it, nor by hand', async () => {
  const narrow = await village.open('ines', number++, `facilitators:${village.community}`)
  await writes('ines', 'Among facilitators.', 0, narrow)
  for (const who of ['rita', 'tomas', 'zuzana'] as const) {
    expect(await writes(who, 'No.', 1, narrow)).toMatchObject({ ok: false, reason: 'summary.gone' })
    expect(await latest(who, narrow)).toBeUndefined()
    const [rows] = await village.house.db.read(
      village.scope(who),
      sql`select from dialogue.summary where thread_id = ${narrow}`,
    )
    expect(rows).toEqual([])
  }
  const forged = village.house.db.write(village.scope('rita'), (tx) =>
    tx.rows(sql`insert into dialogue.summary (thread_id, version, community_id, audience, author_id, language, text, html, written_at)
      values (${thread}, 7, ${village.community}, 'public', ${village.people.rita}, 'en', 'x', 'x', now())`),
  )
  await expect(forged).rejects.toThrow(/latest version/)
})

test('the page: both texts stand there when somebody was quicker; what was typed is kept', async () => {
  const [rita, henk, zuzana] = await Promise.all([village.as('rita'), village.as('henk'), village.as('zuzana')])
  const at = { slug, id: thread }
  expect((await zuzana.get(urls.summary(at))).status).toBe(404)
  expect((await rita.get(urls.summary(at))).status).toBe(200)
  const sent = { text: 'What Rita saw.', language: 'en', version: '0' }
  expect((await rita.post(urls.summary(at), sent)).headers.get('location')).toBe(dialogueUrls.say(at))
  const late = await henk.post(urls.summary(at), { ...sent, text: 'What Henk saw.' })
  expect(late.status).toBe(422)
  const page = await late.text()
  expect(page).toContain('What Henk saw.</textarea>')
  expect(page).toContain('<p>What Rita saw.</p>')
  expect(page).toContain('name="version" value="1"')
  expect((await henk.post(urls.summary(at), { ...sent, text: 'Both.', version: '1' })).status).toBe(303)
  expect(await (await rita.get(urls.versions(at))).text()).toContain('What Rita saw.')
  expect((await henk.post(urls.summary(at), { text: 'x'.repeat(3_001), language: 'en', version: '2' })).status).toBe(
    422,
  )
})

test('D14: words that are withdrawn beside a summary go to those who facilitate, to look at it', async () => {
  const id = await village.say('rita', 'Soon gone.', { thread })
  await writes('marta', 'Rita said: soon gone.', 0)
  await withdraw(village.house, village.scope('rita'), id)
  const told = await village.house.db.asSystem('facts', async (tx) => {
    const fact = { id: 1, at: tx.now, kind: 'contribution.withdrawn', subject: { kind: 'contribution', id } }
    return [...((await notices(village.house)[0]?.audience(tx, fact as never)) ?? [])]
  })
  expect(told.toSorted()).toEqual([village.people.ines, village.people.henk].toSorted())
  const to = { scope: village.scope('henk'), lang: 'en', zone: 'UTC', on: 'page' } as const
  const said = await notices(village.house)[0]?.say(to, {
    kind: 'contribution.withdrawn',
    subject: { kind: 'contribution', id },
    community: village.community,
  })
  expect(said?.button.href).toBe(urls.summary({ slug, id: thread }))
})
