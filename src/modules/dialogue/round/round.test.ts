// A round in the village: everybody once, a pass is an answer, and nothing opens before its time, to anybody, anywhere.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { everybody, openRounds, type Rounds } from '../../../../tests/village/rounds.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { pause } from '../pacing/actions.ts'
import { threadOf } from '../store/threads.ts'
import { closeRound, joinRound, keepHarvest, leaveRound } from './actions.ts'
import { roundTasks } from './jobs.ts'
import { roundsForMe } from './store.ts'

let village: Rounds
beforeAll(async () => {
  village = await openRounds()
})
afterAll(() => village.close())
beforeEach(async () => {
  await village.begin()
})

test('everybody who hears the conversation has a place; each sees only their own answer until the last one opens all', async () => {
  const id = await village.opened()
  expect((await village.see('marta', id)).round).toMatchObject({ seats: 8, took: null, silent: null })
  expect((await village.see('ines', id)).round?.silent).toBe(8)
  for (const who of everybody.filter((name) => name !== 'ana' && name !== 'tomas'))
    expect(await village.says(who, id)).toMatchObject({ ok: true })
  for (const who of ['ines', 'marta', 'ana', 'tomas', 'henk'] as const) {
    const { heard, turns, round } = await village.see(who, id)
    expect([heard, turns, round?.closed_at]).toEqual([[], [], null])
    expect(await village.voicesIn(who)).toEqual([])
  }
  // Whoever guides it sees how many are silent, nobody sees who; no fact tells that anybody took a turn.
  expect((await village.see('henk', id)).round?.silent).toBe(2)
  expect((await village.see('rita', id)).round?.silent).toBe(2)
  expect((await village.see('joana', id)).round?.silent).toBeNull()
  expect(await village.factsOf(id)).toEqual([{ kind: 'round.opened', actor_id: village.people.rita }])
  expect(await village.see('zuzana', id)).toEqual({ round: undefined, heard: [], turns: [] })
  await village.turn('tomas', id, 'passed')
  await village.turn('ana', id, 'passed')
  const said = await village.voicesIn('ana')
  expect(said.map(({ author }) => author).sort()).toEqual(
    ['Henk de Vries', 'Inês Duarte', 'Joana Simões', 'Marta', 'Paulo Reis', 'Rita Vale'].sort(),
  )
  expect(new Set(said.map(({ said_at }) => said_at.getTime())).size).toBe(1)
  expect((await village.factsOf(id)).map(({ kind }) => kind)).toEqual(['round.opened', 'round.closed'])
  expect((await village.factsOf(id))[1]?.actor_id).toBeNull()
  // What was said is each one's own from then on, and the round holds it no more.
  const [kept] = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ n: number }>`select count(*) as n from dialogue.round_entry where round_id = ${id} and text <> ''`),
  )
  expect(kept?.n).toBe(0)
})

test('until one’s own: the others are heard after one has spoken or passed, not after a pass for now', async () => {
  const id = await village.opened('rita', { hidden: 'until_own' })
  await village.says('rita', id)
  await village.says('joana', id)
  expect((await village.see('marta', id)).heard).toEqual([])
  await village.turn('marta', id, 'later')
  expect((await village.see('marta', id)).heard).toEqual([])
  await village.turn('marta', id, 'passed')
  expect((await village.see('marta', id)).heard.map(({ author }) => author).sort()).toEqual([
    'Joana Simões',
    'Rita Vale',
  ])
  expect((await village.see('rita', id)).heard.map(({ author }) => author)).toEqual(['Joana Simões'])
  // In the conversation nobody hears it before all do.
  expect(await village.voicesIn('marta')).toEqual([])
  // Whoever passed may speak after all, once.
  expect(await village.turn('marta', id, 'said', 'After all.', { seen: 2 })).toMatchObject({ ok: true })
  expect((await village.see('rita', id)).heard.map(({ author }) => author).sort()).toEqual(['Joana Simões', 'Marta'])
  expect((await village.factsOf(id)).every(({ kind, actor_id }) => kind === 'round.opened' || actor_id === null)).toBe(
    true,
  )
})

test('two tabs, and a pass and an answer at once: one is taken, the other told so, and nothing is said twice', async () => {
  const id = await village.opened()
  const both = await Promise.all([village.says('marta', id, 'One.'), village.says('marta', id, 'Two.')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'turn.had' })
  const mixed = await Promise.all([village.turn('ana', id, 'passed'), village.says('ana', id)])
  expect(mixed.filter(({ ok }) => ok)).toHaveLength(1)
  // Changed where one saw it, and taken back: a pass.
  expect(await village.turn('marta', id, 'said', 'Three.', { seen: 1 })).toMatchObject({ ok: true })
  expect((await village.see('marta', id)).round).toMatchObject({ my_text: 'Three.', my_version: 2 })
  expect(await village.turn('marta', id, 'passed', '', { seen: 2 })).toMatchObject({ ok: true })
  expect((await village.see('marta', id)).round).toMatchObject({ my_text: '', took: 'passed' })
  expect(await village.says('henk', id, '   ')).toMatchObject({ ok: false, reason: 'turn.empty', field: 'text' })
})

test('an answer after the end is not lost and not taken; the round opens when its time has come, once', async () => {
  const id = await village.opened('ines', { ends: new Date(village.clock.at.getTime() + 3_600_000) })
  await village.says('rita', id)
  await village.later(3_600_000, async () => {
    expect(await village.says('joana', id)).toMatchObject({ ok: false, reason: 'turn.closed' })
    const tasks = roundTasks(village.house)
    await Promise.all([tasks['dialogue:open-rounds']?.({}), tasks['dialogue:open-rounds']?.({})])
    expect((await village.voicesIn('joana')).map(({ author }) => author)).toEqual(['Rita Vale'])
  })
  expect((await village.factsOf(id)).filter(({ kind }) => kind === 'round.closed')).toHaveLength(1)
})

test('whoever guides it opens it earlier; nobody else does, and a closing twice is one', async () => {
  const id = await village.opened('joana')
  await village.says('marta', id)
  expect(await closeRound(village.house, village.scope('marta'), id)).toMatchObject({
    ok: false,
    reason: 'close.notYours',
  })
  expect(await closeRound(village.house, village.scope('zuzana'), id)).toMatchObject({ ok: false, reason: 'turn.gone' })
  const both = await Promise.all(
    ['joana' as const, 'henk' as const].map((who) => closeRound(village.house, village.scope(who), id)),
  )
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await village.voicesIn('ana')).toHaveLength(1)
  expect(await village.says('ana', id)).toMatchObject({ ok: false, reason: 'turn.closed' })
})

test('around the circle: one after the other, a pass for now comes back, late comers sit down, leavers are not waited for', async () => {
  const id = await village.opened('ines', { order: 'circle' })
  const order = (await village.see('ines', id)).turns.map(({ person_id }) => person_id)
  const nameOf = (person: number | null) => everybody.find((name) => village.people[name] === person) as VillagerName
  const [first, second, third] = order.map(nameOf) as [VillagerName, VillagerName, VillagerName]
  expect(await village.says(second, id)).toMatchObject({ ok: false, reason: 'turn.notNext' })
  expect(await village.turn(first, id, 'later')).toMatchObject({ ok: true })
  expect(await village.says(second, id)).toMatchObject({ ok: true })
  expect(await leaveRound(village.house, village.scope(third), id)).toMatchObject({ ok: true })
  for (const person of order.slice(3))
    expect(await village.turn(nameOf(person), id, 'passed')).toMatchObject({ ok: true })
  // Only the first is left, and comes back to it; whoever left may sit down again before.
  expect(await joinRound(village.house, village.scope(third), id)).toMatchObject({ ok: true })
  expect(await village.turn(third, id, 'passed')).toMatchObject({ ok: true })
  expect((await village.see('ines', id)).round?.closed_at).toBeNull()
  expect(await village.says(first, id)).toMatchObject({ ok: true })
  expect((await village.see('ines', id)).round?.closed_at).not.toBeNull()
  expect(await village.voicesIn('ines')).toHaveLength(2)
})

test('somebody taken out of the community in the middle is not waited for, and what they said is heard', async () => {
  const id = await village.opened('ines')
  const gone = ['paulo', 'ana'] as const
  for (const who of everybody.filter((name) => name !== 'paulo' && name !== 'ana'))
    await village.turn(who, id, 'passed')
  await village.says('paulo', id, 'The heron came.')
  const people = gone.map((who) => village.people[who])
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`
      delete from community.membership where person_id = any(${people}::bigint[]) and community_id = ${village.community}`),
  )
  await roundTasks(village.house)['dialogue:open-rounds']?.({})
  expect((await village.see('ines', id)).round?.closed_at).not.toBeNull()
  const said = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ text: string }>`select text from dialogue.contribution where round_id = ${id}`),
  )
  expect(said).toEqual([{ text: 'The heron came.' }])
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`insert into community.membership (community_id, person_id, role, perspectives, joined_at)
      select ${village.community}, p, 'member', '{leader}', now() from unnest(${people}::bigint[]) p`),
  )
})

test('it is never heard wider than it was promised, nor wider than the conversation is by then', async () => {
  await village.begin('ines', `facilitators:${village.community}`)
  const id = await village.opened('henk')
  expect((await village.see('henk', id)).round?.seats).toBe(2)
  expect(await village.see('rita', id)).toMatchObject({ round: undefined, heard: [] })
  await village.says('henk', id)
  await village.says('ines', id)
  expect(await village.voicesIn('ines')).toHaveLength(2)
  expect(await village.voicesIn('rita')).toHaveLength(0)
})

test('it waits with whoever has neither spoken nor passed, stands in its conversation, and its harvest with it', async () => {
  const id = await village.opened()
  const waits = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), roundsForMe(village.scope(who), village.clock.at)))[0].map(
      (one) => one.id,
    )
  const inThread = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), threadOf(village.scope(who), village.here().subject)))[0][0]
      ?.rounds
  expect(await waits('marta')).toContain(id)
  expect(await inThread('marta')).toMatchObject([{ id, closed: false, waits: true }])
  await village.turn('marta', id, 'later')
  expect(await waits('marta')).toContain(id)
  await village.turn('marta', id, 'passed', '')
  expect(await waits('marta')).not.toContain(id)
  const harvest = (who: VillagerName, text: string, seenVersion = 0) =>
    keepHarvest(village.house, village.scope(who), id, { text, language: 'en', seen: seenVersion })
  expect(await harvest('rita', 'Quiet helps.')).toMatchObject({ ok: false, reason: 'harvest.early' })
  await closeRound(village.house, village.scope('rita'), id)
  expect(await harvest('tomas', 'Quiet helps.')).toMatchObject({ ok: false, reason: 'harvest.notYours' })
  expect(await harvest('marta', 'Quiet helps.')).toMatchObject({ ok: true })
  expect(await harvest('ana', 'Noise does not.')).toMatchObject({ ok: false, reason: 'harvest.meanwhile' })
  expect(await inThread('ana')).toMatchObject([{ id, closed: true, waits: false, harvest: '<p>Quiet helps.</p>\n' }])
  const next = await village.opened('ines', { follows: id })
  expect((await village.see('marta', next)).round).toMatchObject({ circle: 2, follows_id: id })
  expect(await village.opens('ines', { follows: next })).toMatchObject({ ok: false, reason: 'open.notYet' })
})

test('another community’s people, an end that is over, oneself alone: refused with a sentence', async () => {
  expect(await village.opens('zuzana')).toMatchObject({ ok: false, reason: 'open.gone' })
  expect(await village.opens('rita', { ends: village.clock.at })).toMatchObject({
    ok: false,
    reason: 'open.past',
    field: 'ends',
  })
  await pause(village.house, village.scope('ines'), village.here().thread, { why: 'We sleep over it.', language: 'en' })
  expect(await village.opens('rita')).toMatchObject({ ok: false, reason: 'open.paused' })
  const alone = await village.begin('rita', `me:${village.people.rita}`)
  expect(await village.opens('rita', { thread: alone.thread })).toMatchObject({ ok: false, reason: 'open.alone' })
  await village.begin()
  const id = await village.opened()
  expect(await village.says('zuzana', id)).toMatchObject({ ok: false, reason: 'turn.gone' })
})
