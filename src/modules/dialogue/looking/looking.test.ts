// A student's words: the adults at once, everybody else after one adult's look, and never a word of it changed.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { recipientOf } from '../../people/public.ts'
import { edit, narrow, withdraw } from '../actions/amending.ts'
import { moveThread, openThread } from '../actions/threads.ts'
import { notices as answerNotices } from '../notices.ts'
import { writeDown } from '../scribe/actions.ts'
import { contributionById, historyOf } from '../store/contributions.ts'
import { threadOf } from '../store/threads.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { askFirst, openForAll, sayFine } from './actions.ts'
import { lookTasks } from './jobs.ts'
import { notices } from './notices.ts'
import { waitingIn } from './store.ts'
import { urls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const everybody = ['ines', 'henk', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana'] as const
const found = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0][0]
const hearing = async (id: number) => {
  const hear: VillagerName[] = []
  for (const who of everybody) if (await found(who, id)) hear.push(who)
  return hear
}
const look = (who: VillagerName, id: number, version = 1) => openForAll(village.house, village.scope(who), id, version)
const toldOf = (kind: string, id: number, sources = notices(village.house)) =>
  village.house.db.asSystem('facts', async (tx) => {
    const source = sources.find((one) => one.facts.includes(kind))
    const fact = { id: 1, at: tx.now, kind, subject: { kind: 'contribution', id }, community: village.community }
    return (await source?.audience(tx, { ...fact, actor: null } as never)) ?? []
  })

test('D5: the adults hear a student at once, everybody else after one look; no word is changed', async () => {
  const id = await village.say('tomas', 'We wisper too much abuot it.')
  expect(await hearing(id)).toEqual(['ines', 'henk', 'tomas'])
  const count = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), threadOf(village.scope(who), village.subject)))[0][0]
      ?.contributions
  expect([await count('ines'), await count('rita')]).toEqual([1, 0])
  expect(await look('ines', id)).toMatchObject({ ok: true })
  expect(await hearing(id)).toEqual([...everybody])
  expect((await found('rita', id))?.text).toBe('We wisper too much abuot it.')
  expect((await found('rita', id))?.waits).toBe(false)
})

test('D5: page, search, API of others hold nothing of what waits; the page of the adults does', async () => {
  const id = await village.say('tomas', 'The zebrafinch corner is mine.')
  const page = async (who: VillagerName, path: string) => (await (await village.as(who)).get(path)).text()
  const voice = dialogueUrls.voice({ slug, id })
  expect((await (await village.as('rita')).get(voice)).status).toBe(404)
  expect(await page('ines', urls.waiting({ slug }))).toContain('zebrafinch')
  expect((await (await village.as('rita')).get(urls.waiting({ slug }))).status).toBe(404)
  expect((await (await village.as('tomas')).get(urls.waiting({ slug }))).status).toBe(404)
  const ines = await village.as('ines')
  expect((await ines.post(`${urls.opening({ slug, id })}?from=waiting`, { version: '1' })).status).toBe(303)
  expect(await page('ines', urls.waiting({ slug }))).not.toContain('zebrafinch')
  expect((await (await village.as('rita')).get(voice)).status).toBe(303)
})

test('who may not look: the author, members who are not its adults, another community; nothing opens', async () => {
  const id = await village.say('tomas', 'Only the adults for now.')
  expect(await look('tomas', id)).toMatchObject({ ok: false, reason: 'look.notYours' })
  for (const who of ['rita', 'zuzana'] as const)
    expect(await look(who, id)).toMatchObject({ ok: false, reason: 'look.gone' })
  expect(await askFirst(village.house, village.scope('tomas'), id, 'name')).toMatchObject({ ok: false })
  expect(await hearing(id)).toEqual(['ines', 'henk', 'tomas'])
})

test('the database refuses as well: by no statement does a student, or a member, open what waits', async () => {
  const id = await village.say('tomas', 'Behind the second wall.')
  const tried = (who: VillagerName, statement: ReturnType<typeof sql>) =>
    village.house.db.write(village.scope(who), async (tx) => ({ ok: true as const, value: await tx.rows(statement) }))
  await expect(
    tried(
      'tomas',
      sql`update dialogue.contribution set audience = ${`community:${village.community}`} where id = ${id}`,
    ),
  ).rejects.toThrow(/never made wider/)
  await tried('rita', sql`select dialogue.open_words(${id}, 1)`)
  await tried('tomas', sql`select dialogue.open_words(${id}, 1)`)
  await expect(tried('tomas', sql`update dialogue.contribution set opens_to = null where id = ${id}`)).rejects.toThrow()
  expect(await hearing(id)).toEqual(['ines', 'henk', 'tomas'])
})

test('two adults at once: one look, told twice that it is done; a look at other words than were seen opens nothing', async () => {
  const id = await village.say('tomas', 'First.')
  const both = await Promise.all([look('ines', id), look('henk', id)])
  expect(both.map((one) => one.ok)).toEqual([true, true])
  const facts = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`select id from platform.fact where kind = 'contribution.opened' and subject_id = ${id}`),
  )
  expect(facts).toHaveLength(1)

  const other = await village.say('tomas', 'Before.')
  const words = { text: 'After.', language: 'en' as const, version: 1 }
  expect(await edit(village.house, village.scope('tomas'), other, words)).toMatchObject({ ok: true })
  expect(await look('ines', other, 1)).toMatchObject({ ok: false, reason: 'look.meanwhile' })
  expect(await look('ines', other, 2)).toMatchObject({ ok: true })
})

test('other words wait again, with their history; a member’s do not', async () => {
  const id = await village.say('tomas', 'Opened once.')
  await look('ines', id)
  const words = { text: 'Now other words.', language: 'en' as const, version: 1 }
  expect(await edit(village.house, village.scope('tomas'), id, words)).toMatchObject({ ok: true })
  expect(await hearing(id)).toEqual(['ines', 'henk', 'tomas'])
  const history = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), historyOf(village.scope(who), id)))[0].length
  expect([await history('ines'), await history('rita')]).toEqual([1, 0])
  await look('henk', id, 2)
  expect([await history('rita'), (await hearing(id)).length]).toEqual([1, everybody.length])

  const ritas = await village.say('rita', 'An adult says.')
  await edit(village.house, village.scope('rita'), ritas, { text: 'An adult says more.', language: 'en', version: 1 })
  expect((await hearing(ritas)).length).toBe(everybody.length)
})

test('three things may be asked; the student says it is fine, or changes it, and the question is gone', async () => {
  const id = await village.say('tomas', 'Leo threw the chalk.')
  const { house, scope } = village
  expect(await askFirst(house, scope('ines'), id, 'name')).toMatchObject({ ok: true })
  expect(await toldOf('contribution.held', id)).toEqual([village.people.tomas])
  const page = async (who: VillagerName) => (await (await village.as(who)).get(dialogueUrls.voice({ slug, id }))).status
  expect(await page('tomas')).toBe(303)
  expect(await found('tomas', id)).toMatchObject({ look_about: 'name', look_fine: false })
  expect(await sayFine(house, scope('henk'), id)).toMatchObject({ ok: false, reason: 'look.notYours' })
  expect(await sayFine(house, scope('tomas'), id)).toMatchObject({ ok: true })
  expect(await sayFine(house, scope('tomas'), id)).toMatchObject({ ok: true })
  expect(await found('ines', id)).toMatchObject({ look_about: 'name', look_fine: true })
  await edit(house, scope('tomas'), id, { text: 'Somebody threw the chalk.', language: 'en', version: 1 })
  expect(await found('ines', id)).toMatchObject({ look_about: null })
  await look('ines', id, 2)
  const asked = await (await village.as('ines')).post(urls.question({ slug, id }), { about: 'spelling' })
  expect(asked.status).toBeGreaterThanOrEqual(400)
  expect(asked.status).toBeLessThan(500)
})

test('withdrawn while it waits: nothing to look at; narrowed to oneself: it opens to nobody', async () => {
  const { house, scope } = village
  const gone = await village.say('tomas', 'Never mind.')
  await withdraw(house, scope('tomas'), gone)
  expect(await look('ines', gone)).toMatchObject({ ok: false, reason: 'look.gone' })
  const kept = await village.say('tomas', 'For me.')
  expect(await narrow(house, scope('tomas'), kept, 'me')).toMatchObject({ ok: true })
  expect(await hearing(kept)).toEqual(['tomas'])
  const [waiting] = await house.db.read(scope('ines'), waitingIn(scope('ines'), village.community, 50))
  expect(waiting.map((one) => one.id)).not.toContain(kept)
  expect(waiting.map((one) => one.id)).not.toContain(gone)
})

test('a conversation that narrows takes along what waits in it: no look opens it wider', async () => {
  const { house, scope, community } = village
  const thread = await village.open('ines', 77, `community:${community}`)
  const id = await village.say('tomas', 'Before it narrowed.', { thread })
  const mine = await village.say('tomas', 'Mine.', { thread, circle: 'me' })
  const moved = { kind: 'question', id: 77 }
  await house.db.write(scope('ines'), (tx) => moveThread(tx, moved, `facilitators:${community}`))
  expect(await found('ines', id)).toMatchObject({ waits: false })
  expect(await look('ines', id)).toMatchObject({ ok: true })
  expect(await hearing(id)).toEqual(['ines', 'henk', 'tomas'])
  expect(await hearing(mine)).toEqual(['tomas'])
})

test('a student who speaks to the facilitators, or to oneself, waits for nobody', async () => {
  const facilitators = await village.say('tomas', 'Only you two.', { circle: 'facilitators' })
  expect(await found('ines', facilitators)).toMatchObject({ waits: false })
  expect(await hearing(await village.say('tomas', 'Mine.', { circle: 'me' }))).toEqual(['tomas'])
})

test('nobody answers what waits, so that nothing is said behind it', async () => {
  const id = await village.say('tomas', 'An answer would give it away.')
  await expect(village.say('ines', 'Good!', { replyTo: id })).rejects.toThrow('say.waits')
  await look('ines', id)
  expect(await village.say('ines', 'Good!', { replyTo: id })).toBeGreaterThan(id)
})

test('what one of the adults wrote down for a student has been looked at; others do not write for students', async () => {
  const write = (who: VillagerName) =>
    writeDown(village.house, village.scope(who), {
      thread: village.thread,
      community: village.community,
      text: 'He said: more time.',
      language: 'en',
      circle: 'community',
      who: village.people.tomas,
    })
  const written = await write('ines')
  if (!written.ok) throw new Error(written.reason)
  expect((await hearing(written.value.id)).length).toBe(everybody.length)
  expect(await write('rita')).toMatchObject({ ok: false, reason: 'write.notHere', field: 'who' })
})

test('the adults are told once while something waits, all again when the school day is over, and then no more', async () => {
  const { house, scope, people, clock } = village
  for (const { id } of (await house.db.read(scope('ines'), waitingIn(scope('ines'), village.community, 50)))[0])
    await look('ines', id, (await found('ines', id))?.version)
  const first = await village.say('tomas', 'One.')
  clock.at = new Date(clock.at.getTime() + 60_000)
  const second = await village.say('tomas', 'Two.')
  expect(await toldOf('contribution.waits', first)).toEqual([people.ines, people.henk])
  expect(await toldOf('contribution.waits', second)).toEqual([])
  const [source] = notices(house)
  const to = await house.db.asSystem('job', (tx) => recipientOf(tx, people.henk))
  const says = async () =>
    to &&
    source?.say(
      { scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' },
      { kind: 'contribution.waits', subject: { kind: 'contribution', id: first }, community: village.community },
    )
  const letter = await says()
  expect(letter?.subject).toBe('A student’s words wait for your look')
  expect(JSON.stringify(letter)).not.toMatch(/Tom|One\./)

  const call = async () => {
    await lookTasks(house)['dialogue:call-another-adult']?.({})
    return (
      await house.db.asSystem('command-line', (tx) =>
        tx.rows<{ subject_id: number }>(
          sql`select subject_id from platform.fact where kind = 'contribution.overdue' order by id`,
        ),
      )
    ).map((one) => one.subject_id)
  }
  expect(await call()).toEqual([])
  clock.at = new Date('2026-11-25T17:30:00Z')
  expect(await call()).toEqual([first, second])
  expect(await call()).toEqual([first, second])
  expect(await toldOf('contribution.overdue', second)).toEqual([people.ines, people.henk])
  await look('henk', first)
  expect(await says()).toBeUndefined()
})

test('who is answered by a student hears of it when it opens, not before', async () => {
  const asked = await village.say('marta', 'What helps you?')
  const answer = await village.say('tomas', 'Quiet helps.', { replyTo: asked })
  const sources = answerNotices(village.house)
  expect(await toldOf('contribution.said', answer, sources)).toEqual([])
  await look('ines', answer)
  expect(await toldOf('contribution.opened', answer, sources)).toEqual([village.people.marta])
})

test('the page tells the student who reads first, and offers the adults one press; a member sees neither', async () => {
  const { house, scope } = village
  const thread = await house.db.write(scope('ines'), (tx) =>
    openThread(tx, scope('ines'), {
      community: village.community,
      subject: null,
      title: 'What helps?',
      audience: `community:${village.community}`,
      language: 'en',
    }),
  )
  const id = await village.say('tomas', 'A soft chair.', { thread })
  const page = async (who: VillagerName) =>
    (await (await village.as(who)).get(dialogueUrls.thread({ slug, id: thread }))).text()
  const words = async (who: VillagerName) => {
    const html = await page(who)
    return ['A soft chair', urls.opening({ slug, id }), 'class="look'].map((one) => html.includes(one))
  }
  expect(await words('ines')).toEqual([true, true, true])
  expect(await words('tomas')).toEqual([true, false, false])
  expect(await words('rita')).toEqual([false, false, false])
  await askFirst(house, scope('ines'), id, 'hurt')
  expect(await page('tomas')).toContain(urls.fine({ slug, id }))
  await look('henk', id)
  expect(await words('rita')).toEqual([true, false, false])
})
