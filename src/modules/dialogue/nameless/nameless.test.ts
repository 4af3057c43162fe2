// Without my name: nothing that anybody else can reach carries the name, and the words stay their author's.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Leaving } from '../../../platform/own-data/part.ts'
import { edit, narrow, withdraw } from '../actions/amending.ts'
import { readVoice } from '../actions/reading.ts'
import { say, takeBack } from '../actions/speaking.ts'
import { askFirst, openForAll, sayFine } from '../looking/actions.ts'
import { notices } from '../notices.ts'
import { leaveDialogue, ownContributions } from '../own-data/store.ts'
import { contributionById, contributionsOf, historyOf, participantsOf } from '../store/contributions.ts'
import { firstWordsUnanswered } from '../store/first-words.ts'
import { foundContributions, myContributions } from '../store/found.ts'
import { latestContributions } from '../store/latest.ts'
import { reportedVoice } from '../store/reported.ts'
import { urls } from '../urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const others = ['ines', 'henk', 'joana', 'marta', 'paulo', 'ana'] as const
const whisper = async (who: VillagerName, text: string, more: { replyTo?: number; circle?: 'facilitators' } = {}) => {
  const said = await say(village.house, village.scope(who), {
    thread: village.thread,
    community: village.community,
    text,
    language: 'en',
    circle: more.circle ?? 'community',
    replyTo: more.replyTo,
    withoutName: true,
  })
  if (!said.ok) throw new Error(said.reason)
  return said.value.id
}
const found = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0][0]
const asSystem = <T>(query: ReturnType<typeof sql<T>>) => village.house.db.asSystem('facts', (tx) => tx.rows(query))

test('D10: others are told “a member” and a day; no store, list or fact gives them the name', async () => {
  const id = await whisper('rita', 'The quokkas are tired on Mondays.')
  const { house, community, subject } = village
  for (const who of others) {
    const scope = village.scope(who)
    const hit = sql<never>`select 'contribution'::text as kind, ${id}::bigint as id, 1::float8 as rank`
    const [pages, latest, involved, mine, hits, first, reported] = await house.db.read(
      scope,
      contributionsOf(scope, subject, 1),
      latestContributions(scope, [community], 50),
      participantsOf(scope, subject),
      myContributions(scope, 1),
      foundContributions(scope, hit),
      firstWordsUnanswered(scope, community, new Date(0), 50),
      reportedVoice(scope, id),
    )
    const said = pages.find((one) => one.id === id)
    expect(said).toMatchObject({ author_id: 0, author: null, nameless: true, perspectives: null })
    expect(said?.said_at.toISOString()).toMatch(/T12:00:00.000Z$/)
    expect(latest.find((one) => one.id === id)).toMatchObject({ author_name: '' })
    expect(latest.find((one) => one.id === id)?.said_at.toISOString()).toMatch(/T12:00:00/)
    expect(involved.map((one) => one.person_id)).not.toContain(0)
    expect(mine.map((one) => one.id)).not.toContain(id)
    expect(JSON.stringify(hits)).not.toContain('Rita')
    expect(first.map((one) => one.id)).not.toContain(id)
    expect(reported[0]?.people).toEqual([])
  }
  const facts = await asSystem(sql<{ actor_id: number | null }>`
    select actor_id from platform.fact where subject_kind = 'contribution' and subject_id = ${id}`)
  expect(facts.map((one) => one.actor_id)).toEqual([null])
})

test('D10: no page says it, with the author’s own face least of all; only the author’s page says “yours”', async () => {
  const id = await whisper('rita', 'The axolotl never sleeps.')
  const page = async (who: VillagerName) => (await (await village.as(who)).get(urls.history({ slug, id }))).text()
  expect(await page('henk')).toContain('axolotl')
  expect(await page('henk')).not.toContain('Rita Vale')
  const reply = await (await (await village.as('henk')).get(urls.reply({ slug, id }))).text()
  expect(reply).toContain('Antwoorden aan Een lid')
  expect(reply).not.toContain('Rita Vale')
})

test('the database refuses as well: nobody else reads whose it is, claims it, or writes nobody’s words by hand', async () => {
  const id = await whisper('rita', 'Behind the second wall.')
  const whose = (who: VillagerName) =>
    village.house.db.read(
      village.scope(who),
      sql<{ author_id: number }>`select author_id from dialogue.nameless_author where contribution_id = ${id}`,
    )
  for (const who of others) expect((await whose(who))[0]).toEqual([])
  expect((await whose('rita'))[0]).toHaveLength(1)
  const tries = [
    sql`insert into dialogue.nameless_author values (${id}, ${village.scope('henk').personId})`,
    sql`update dialogue.contribution set author_id = ${village.scope('henk').personId} where id = ${id}`,
    sql`insert into dialogue.contribution (thread_id, place_at, author_id, audience, language, text, html, said_at)
      values (${village.thread}, now(), 0, ${`community:${village.community}`}, 'en', 'a', 'a', now())`,
  ]
  for (const attempt of tries)
    await expect(village.house.db.write(village.scope('henk'), (tx) => tx.rows(attempt))).rejects.toThrow()
  const gone = sql`delete from dialogue.contribution where id = ${id} returning id`
  expect(await village.house.db.write(village.scope('henk'), (tx) => tx.rows(gone))).toEqual([])
})

test('its author edits, narrows and withdraws it, and is the only one who can', async () => {
  const id = await whisper('rita', 'Words that will change.')
  const { house } = village
  const better = { text: 'Words that changed.', language: 'en', version: 1 } as const
  expect(await edit(house, village.scope('ines'), id, better)).toMatchObject({ ok: false, reason: 'change.notYours' })
  expect(await edit(house, village.scope('rita'), id, better)).toMatchObject({ ok: true })
  const [earlier] = await house.db.read(village.scope('henk'), historyOf(village.scope('henk'), id))
  expect(earlier).toMatchObject([{ text: 'Words that will change.' }])
  expect(earlier[0]?.said_at.toISOString()).toMatch(/T12:00:00/)
  expect(await narrow(house, village.scope('rita'), id, 'me')).toMatchObject({ ok: false, reason: 'nameless.me' })
  expect(await narrow(house, village.scope('rita'), id, 'facilitators')).toMatchObject({ ok: true })
  // Out of the circle that hears it, it is still its author's.
  expect(await found('rita', id)).toMatchObject({ author_id: village.scope('rita').personId, nameless: true })
  expect(await found('marta', id)).toBeUndefined()
  expect(await withdraw(house, village.scope('ines'), id)).toMatchObject({ ok: false })
  expect(await withdraw(house, village.scope('rita'), id)).toMatchObject({ ok: true })
  expect(await found('ines', id)).toMatchObject({ withdrawn: true, author_id: 0, html: '' })
  const kept = await asSystem(sql`select from dialogue.earlier_words where contribution_id = ${id}`)
  expect(kept).toEqual([])
})

test('taken back within ten minutes nothing of it is left, also no fact', async () => {
  const id = await whisper('rita', 'Too quick.')
  expect(await takeBack(village.house, village.scope('ines'), id)).toMatchObject({ ok: false })
  expect(await takeBack(village.house, village.scope('rita'), id)).toMatchObject({ ok: true })
  for (const left of [
    sql`select from dialogue.nameless_author where contribution_id = ${id}`,
    sql`select from platform.fact where subject_kind = 'contribution' and subject_id = ${id}`,
    sql`select from platform.search_index where kind = 'contribution' and id = ${id}`,
  ])
    expect(await asSystem(left)).toEqual([])
})

test('“I read this” reaches the author, and its row does not say who that is', async () => {
  const id = await whisper('rita', 'Read me.')
  expect(await readVoice(village.house, village.scope('henk'), id, true)).toMatchObject({ ok: true })
  expect((await found('rita', id))?.readers).toEqual(['Henk de Vries'])
  expect((await found('ines', id))?.readers).toBeNull()
  const rows = await asSystem(sql<{ author_id: number }>`
    select author_id from dialogue.reading where subject_kind = 'contribution' and subject_id = ${id}`)
  expect(rows).toEqual([{ author_id: 0 }])
})

test('an answer is told to its author, who answers without a name themselves or not', async () => {
  const id = await whisper('rita', 'Who answers?')
  const told = (answer: number) =>
    village.house.db.asSystem('facts', async (tx) => {
      const source = notices(village.house).find((one) => one.facts.includes('contribution.said'))
      const subject = { kind: 'contribution', id: answer }
      return source?.audience(tx, { id: 1, at: tx.now, kind: 'contribution.said', subject, actor: null } as never)
    })
  expect(await told(await village.say('henk', 'I do.', { replyTo: id }))).toEqual([village.scope('rita').personId])
  expect(await told(await whisper('rita', 'I, too.', { replyTo: id }))).toEqual([])
})

test('a student’s words without a name wait for a look; the adults may ask, and are not told who', async () => {
  const id = await whisper('tomas', 'Somebody pushes me.')
  expect(await found('ines', id)).toMatchObject({ author: null, author_id: 0, waits: true })
  expect(await found('rita', id)).toBeUndefined()
  expect(await found('tomas', id)).toMatchObject({ author_id: village.scope('tomas').personId, waits: true })
  expect(await askFirst(village.house, village.scope('ines'), id, 'hurt')).toMatchObject({ ok: true })
  expect(await found('tomas', id)).toMatchObject({ look_about: 'hurt', look_fine: false })
  const [asked] = await asSystem(sql<{ author_id: number }>`
    select author_id from dialogue.look_question where contribution_id = ${id}`)
  expect(asked).toEqual({ author_id: 0 })
  expect(await sayFine(village.house, village.scope('tomas'), id)).toMatchObject({ ok: true })
  expect(await found('ines', id)).toMatchObject({ look_fine: true })
  expect(await openForAll(village.house, village.scope('ines'), id, 1)).toMatchObject({ ok: true })
  expect(await found('rita', id)).toMatchObject({ author: null, waits: false })
  const facts = await asSystem(sql<{ actor_id: number | null }>`
    select distinct actor_id from platform.fact where subject_kind = 'contribution' and subject_id = ${id}
      and kind in ('contribution.said', 'contribution.waits', 'contribution.fine')`)
  expect(facts).toEqual([{ actor_id: null }])
})

test('the form and the door for programs say it without a name, too', async () => {
  const rita = await village.as('rita')
  const form = { once: village.house.secret(18), text: 'By the form.', language: 'en', audience: 'community' }
  const sent = await rita.post(urls.say({ slug, id: village.thread }), { ...form, nameless: 'yes' })
  expect(sent.status).toBe(303)
  const refused = await rita.post(urls.say({ slug, id: village.thread }), {
    ...form,
    once: village.house.secret(18),
    audience: 'me',
    nameless: 'yes',
  })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  // What was typed and chosen is still there.
  expect(page).toContain('By the form.')
  expect(page).toMatch(/value="yes"[^>]*checked/)
  const [said] = await asSystem(sql<{ author_id: number; perspective: string | null }>`
    select author_id, perspective from dialogue.contribution where text = 'By the form.'`)
  // The village is small: no perspective is held by five.
  expect(said).toEqual({ author_id: 0, perspective: null })
})

test('whoever leaves and keeps their words leaves them nobody’s for ever', async () => {
  const id = await whisper('joana', 'It stays without me.')
  const person = village.scope('joana').personId ?? 0
  const copied = await village.house.db.asSystem('command-line', (tx) => tx.rows(ownContributions(person)))
  expect(copied.find((one) => one.id === id)).toMatchObject({ text: 'It stays without me.', without_my_name: true })
  const anothers = village.scope('henk').personId ?? 0
  const foreign = await village.house.db.asSystem('command-line', (tx) => tx.rows(ownContributions(anothers)))
  expect(foreign.map((one) => one.id)).not.toContain(id)
  const former = { former: anothers, formerWriter: anothers, withdrawn: 'gone', choice: 'keep' } as const
  await village.house.db.asSystem('command-line', async (tx) => {
    for (const step of leaveDialogue({ person, ...former } as Leaving, tx.now)) await tx.rows(step)
  })
  expect(await found('henk', id)).toMatchObject({ author_id: 0, author: null })
  expect(await asSystem(sql`select from dialogue.nameless_author where author_id = ${person}`)).toEqual([])
})

test('only a room one is in, and never for oneself alone', async () => {
  const { house, thread, community } = village
  const saying = { thread, community, text: 'No.', language: 'en', withoutName: true } as const
  expect(await say(house, village.scope('rita'), { ...saying, circle: 'me' })).toMatchObject({ reason: 'nameless.me' })
  expect(await say(house, village.scope('zuzana'), { ...saying, circle: 'community' })).toMatchObject({ ok: false })
})

test('D10: a perspective is told only when each group that this makes is five people or more', async () => {
  const { community } = village
  const told = async (who: VillagerName) =>
    (
      await asSystem(sql<{ told: string | null }>`
        select dialogue.perspective_of_five(${village.scope(who).personId}, ${community}) as told`)
    )[0]?.told
  const hold = (perspectives: string, which: ReturnType<typeof sql<boolean>>) =>
    village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql`update community.membership set perspectives = ${perspectives}::text[]
        where community_id = ${community} and ${which}`),
    )
  await hold('{teacher}', sql<boolean>`true`)
  expect(await told('rita')).toBe('teacher')
  // One mother among many teachers: if teachers were named as such, who is not named would be her.
  await hold('{family}', sql<boolean>`person_id = ${village.scope('marta').personId}`)
  expect(await told('marta')).toBeNull()
  expect(await told('rita')).toBeNull()
})
