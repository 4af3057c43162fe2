// Voices: one is heard at once by those it is for, and can be changed, narrowed, withdrawn and taken back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import { edit, narrow, withdraw } from './actions/amending.ts'
import { readVoice, tellRead } from './actions/reading.ts'
import { say, takeBack } from './actions/speaking.ts'
import { contributionById, contributionsOf, historyOf } from './store/contributions.ts'
import { readersOf } from './store/saying.ts'
import { threadOf } from './store/threads.ts'

let village: Conversation
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const heard = async (who: Parameters<Conversation['scope']>[0], subject = village.subject) => {
  const scope = village.scope(who)
  const [rows, threads] = await village.house.db.read(
    scope,
    contributionsOf(scope, subject, 1),
    threadOf(scope, subject),
  )
  return { rows, thread: threads[0], texts: rows.map(({ html }) => html.replace(/<[^>]+>/g, '').trim()) }
}
const traces = (id: number) =>
  village.house.db.asSystem('command-line', async (tx) => {
    const { sql } = await import('kysely')
    const found: string[] = []
    for (const [table, column] of [
      ['dialogue.contribution', 'id'],
      ['dialogue.earlier_words', 'contribution_id'],
    ] as const)
      if (await tx.one(sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id}`)) found.push(table)
    for (const [table, kind, column] of [
      ['platform.search_index', 'kind', 'id'],
      ['platform.fact', 'subject_kind', 'subject_id'],
      ['dialogue.reading', 'subject_kind', 'subject_id'],
    ] as const)
      if (
        await tx.one(
          sql`select 1 from ${sql.table(table)} where ${sql.ref(kind)} = 'contribution' and ${sql.ref(column)} = ${id}`,
        )
      )
        found.push(table)
    return found
  })

test('Rita is heard at once by everybody in the community, and by nobody outside', async () => {
  const id = await village.say('rita', 'He began before I had **finished** asking.')
  const joana = await heard('joana')
  expect(joana.rows[0]).toMatchObject({
    id,
    author: 'Rita Vale',
    perspectives: ['teacher'],
    withdrawn: false,
    read_by_me: false,
    ask_id: null,
    asked_by: null,
  })
  expect(joana.rows[0]?.html).toContain('<strong>finished</strong>')
  expect((await heard('zuzana')).rows).toEqual([])
  expect((await heard('zuzana')).thread).toBeUndefined()
})

test('What Marta says to the facilitators is not counted for others either', async () => {
  const before = (await heard('rita')).thread?.contributions ?? 0
  await village.say('marta', 'He is afraid of being laughed at.', { circle: 'facilitators' })
  const [rita, ines, marta] = await Promise.all([heard('rita'), heard('ines'), heard('marta')])
  expect(rita.texts).not.toContain('He is afraid of being laughed at.')
  expect(rita.thread?.contributions).toBe(before)
  expect(ines.texts).toContain('He is afraid of being laughed at.')
  expect(marta.texts).toContain('He is afraid of being laughed at.')
  expect(ines.thread?.contributions).toBe(before + 1)
})

test('An answer stands below what it answers, one level deep, and is never wider', async () => {
  const first = await village.say('joana', 'Who chooses the page?')
  await village.say('ana', 'Something else came in between.')
  const answer = await village.say('rita', 'He does.', { replyTo: first })
  const deeper = await village.say('joana', 'Every time?', { replyTo: answer })
  const { rows } = await heard('ines')
  const order = rows.map(({ id }) => id)
  expect(order.indexOf(answer)).toBe(order.indexOf(first) + 1)
  expect(order.indexOf(deeper)).toBe(order.indexOf(first) + 2)
  expect(rows.find(({ id }) => id === deeper)?.reply_to).toBe(first)
  const narrowFirst = await village.say('joana', 'Between us.', { circle: 'facilitators' })
  await expect(village.say('ines', 'To all.', { replyTo: narrowFirst, circle: 'community' })).rejects.toThrow(
    'say.tooWide',
  )
  await expect(village.say('rita', 'I guess', { replyTo: narrowFirst })).rejects.toThrow('say.noVoice')
})

test('Within ten minutes it is taken back without a trace, even when it was edited, read and answered', async () => {
  const { house, scope } = village
  const id = await village.say('rita', 'Too fast.')
  await edit(house, scope('rita'), id, { text: 'Much too fast.', language: 'en', version: 1 })
  await readVoice(house, scope('joana'), id, true)
  const answer = await village.say('joana', 'What do you mean?', { replyTo: id })
  expect(await traces(id)).toHaveLength(5)
  village.clock.at = new Date(village.clock.at.getTime() + 9 * 60_000)
  expect(await takeBack(house, scope('rita'), id)).toMatchObject({ ok: true })
  expect(await traces(id)).toEqual([])
  const left = (await heard('ines')).rows.find((said) => said.id === answer)
  expect(left).toMatchObject({ reply_to: null })
})

test('After ten minutes it can only be withdrawn: words, history and search entry go, the place stays', async () => {
  const { house, scope } = village
  const id = await village.say('rita', 'The partner read too loud.')
  await edit(house, scope('rita'), id, { text: 'The partner reads loudly.', language: 'en', version: 1 })
  await readVoice(house, scope('joana'), id, true)
  village.clock.at = new Date(village.clock.at.getTime() + 10 * 60_000)
  expect(await takeBack(house, scope('rita'), id)).toMatchObject({ ok: false, reason: 'undo.late' })
  expect(await withdraw(house, scope('rita'), id)).toMatchObject({ ok: true })
  expect(await withdraw(house, scope('rita'), id)).toMatchObject({ ok: true })
  expect(await traces(id)).toEqual(['dialogue.contribution', 'platform.fact'])
  const row = (await heard('joana')).rows.find((said) => said.id === id)
  expect(row).toMatchObject({ withdrawn: true, html: '' })
  const joana = scope('joana')
  const [history] = await house.db.read(joana, historyOf(joana, id))
  expect(history).toEqual([])
})

test('Nobody but the author changes anything, a facilitator neither', async () => {
  const { house, scope } = village
  const id = await village.say('rita', 'Mine.')
  const words = { text: 'Better words.', language: 'en', version: 1 } as const
  for (const who of ['ines', 'joana'] as const) {
    expect(await edit(house, scope(who), id, words)).toMatchObject({ ok: false, reason: 'change.notYours' })
    expect(await narrow(house, scope(who), id, 'me')).toMatchObject({ ok: false, reason: 'change.notYours' })
    expect(await withdraw(house, scope(who), id)).toMatchObject({ ok: false, reason: 'change.notYours' })
    expect(await takeBack(house, scope(who), id)).toMatchObject({ ok: false, reason: 'change.notYours' })
  }
  for (const scopeOf of [scope('zuzana'), village.visitorScope])
    expect(await edit(house, scopeOf, id, words)).toMatchObject({ ok: false, reason: 'change.gone' })
  expect((await heard('ana')).texts).toContain('Mine.')
})

test('History is heard by those who hear the contribution, and narrows with it', async () => {
  const { house, scope } = village
  const id = await village.say('rita', 'First.')
  await edit(house, scope('rita'), id, { text: 'Second.', language: 'en', version: 1 })
  const of = async (who: 'joana' | 'ines' | 'rita' | 'zuzana') =>
    (await house.db.read(scope(who), historyOf(scope(who), id)))[0].map(({ text }) => text)
  expect(await of('joana')).toEqual(['First.'])
  expect(await of('zuzana')).toEqual([])
  expect(await narrow(house, scope('rita'), id, 'facilitators')).toMatchObject({ ok: true })
  expect(await of('joana')).toEqual([])
  expect(await of('ines')).toEqual(['First.'])
  expect(await narrow(house, scope('rita'), id, 'community')).toMatchObject({ ok: false, reason: 'narrow.wider' })
  expect(await narrow(house, scope('rita'), id, 'me')).toMatchObject({ ok: true })
  expect(await of('ines')).toEqual([])
  expect(await of('rita')).toEqual(['First.'])
})

test('Two edits at once: the second is told of the first and loses no word', async () => {
  const { house, scope } = village
  const id = await village.say('rita', 'One.')
  const edits = await Promise.all(
    ['Two.', 'Three.'].map((text) => edit(house, scope('rita'), id, { text, language: 'en', version: 1 })),
  )
  expect(edits.filter((one) => one.ok)).toHaveLength(1)
  expect(edits.find((one) => !one.ok)).toMatchObject({ reason: 'edit.meanwhile', field: 'text' })
})

test('The same form sent twice, or at once, says it once', async () => {
  const { house, scope, thread, community } = village
  const saying = { thread, community, text: 'Once only.', language: 'en', circle: 'community' } as const
  const token = house.secret(18)
  const both = await Promise.all([1, 2].map(() => say(house, scope('ana'), saying, token)))
  const again = await say(house, scope('ana'), saying, token)
  expect(new Set([...both, again].map((one) => (one.ok ? one.value.id : one.reason))).size).toBe(1)
  expect((await heard('ana')).texts.filter((text) => text === 'Once only.')).toHaveLength(1)
})

test('“I read this” is seen by the author alone, told once, and can be taken back', async () => {
  const { house, scope } = village
  const id = await village.say('marta', 'He practised twice.')
  await readVoice(house, scope('rita'), id, true)
  await readVoice(house, scope('rita'), id, true)
  expect(await readVoice(house, scope('marta'), id, true)).toMatchObject({ ok: false, reason: 'read.own' })
  expect(await readVoice(house, scope('zuzana'), id, true)).toMatchObject({ ok: false, reason: 'change.gone' })
  const told = async (who: 'marta' | 'ines') => (await heard(who)).rows.find((said) => said.id === id)?.readers
  expect(await told('marta')).toEqual(['Rita Vale'])
  expect(await told('ines')).toBeNull()
  expect((await heard('rita')).rows.find((said) => said.id === id)?.read_by_me).toBe(true)
  await readVoice(house, scope('rita'), id, false)
  expect(await told('marta')).toBeNull()
})

test('When a subject becomes narrower, so does all that was said about it; the writers keep their own words', async () => {
  const { house, scope, community } = village
  const subject = { kind: 'question', id: 7 }
  const { moveThread } = await import('./actions/threads.ts')
  const thread = await village.open('ines', 7, `community:${community}`)
  const id = await village.say('rita', 'Said to all.', { thread })
  await house.db.write(scope('joana'), (tx) => moveThread(tx, subject, 'public'))
  expect((await heard('ines', subject)).thread?.audience).toBe(`community:${community}`)
  await house.db.write(scope('ines'), (tx) => moveThread(tx, subject, `facilitators:${community}`))
  expect((await heard('joana', subject)).rows).toEqual([])
  expect((await heard('rita', subject)).rows).toEqual([])
  expect((await heard('henk', subject)).texts).toEqual(['Said to all.'])
  const [own] = await house.db.read(scope('rita'), contributionById(scope('rita'), id))
  expect(own[0]?.text).toBe('Said to all.')
  expect(await withdraw(house, scope('rita'), id)).toMatchObject({ ok: true })
})

test('“I read this” serves any subject, such as a story, and stays between the two', async () => {
  const { house, scope, people } = village
  const story = { kind: 'story', id: 12 }
  const told = async (who: 'marta' | 'rita' | 'ines') =>
    (await house.db.read(scope(who), readersOf(scope(who), story)))[0].map(({ name }) => name)
  await house.db.write(scope('rita'), (tx) => tellRead(tx, scope('rita'), story, people.marta, true))
  await house.db.write(scope('marta'), (tx) => tellRead(tx, scope('marta'), story, people.marta, true))
  expect([await told('marta'), await told('rita'), await told('ines')]).toEqual([['Rita Vale'], ['Rita Vale'], []])
  const forged = house.db.write(village.visitorScope, (tx) => tellRead(tx, scope('rita'), story, people.ines, true))
  await expect(forged).rejects.toThrow('row-level security')
  await house.db.write(scope('rita'), (tx) => tellRead(tx, scope('rita'), story, people.marta, false))
  expect(await told('marta')).toEqual([])
})
