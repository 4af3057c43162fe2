// A round in the village: everybody once, a pass is an answer, and nothing opens before its time, to anybody, anywhere.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { contributionsOf } from '../store/contributions.ts'
import { threadOf } from '../store/threads.ts'
import { closeRound, joinRound, keepHarvest, leaveRound, lookAtAnswer, openRound, takeTurn } from './actions.ts'
import { roundTasks } from './jobs.ts'
import { heardIn, roundById, roundsForMe, turnsIn } from './store.ts'
import type { Hiding, Order, Way } from './turns.ts'

let village: Asking
let here: Awaited<ReturnType<Asking['begin']>>
beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())
beforeEach(async () => {
  here = await village.begin()
})

const everybody = ['ines', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana', 'henk'] as const
const opens = async (
  who: VillagerName = 'rita',
  more: { hidden?: Hiding; order?: Order; ends?: Date; follows?: number; thread?: number } = {},
) => {
  const opened = await openRound(village.house, village.scope(who), {
    thread: here.thread,
    community: village.community,
    question: 'What surprised you?',
    language: 'en',
    hidden: 'until_all',
    order: 'free',
    ends: null,
    ...more,
  })
  return opened
}
const opened = async (...args: Parameters<typeof opens>): Promise<number> => {
  const outcome = await opens(...args)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}
const turn = (who: VillagerName, id: number, way: Way, text = '', more: { nameless?: boolean; seen?: number } = {}) =>
  takeTurn(village.house, village.scope(who), id, { way, text, language: 'en', nameless: false, seen: 0, ...more })
const says = (who: VillagerName, id: number, text = `${who} was surprised.`) => turn(who, id, 'said', text)
const seen = async (who: VillagerName, id: number) => {
  const scope = village.scope(who)
  const [[round], heard, turns] = await village.house.db.read(
    scope,
    roundById(scope, id),
    heardIn(scope, id),
    turnsIn(scope, id),
  )
  return { round, heard, turns }
}
const voicesIn = async (who: VillagerName) =>
  (await village.house.db.read(village.scope(who), contributionsOf(village.scope(who), here.subject, 1)))[0]
const facts = (id: number) =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ kind: string; actor_id: number | null }>`
      select kind, actor_id from platform.fact where subject_kind = 'round' and subject_id = ${id} order by id`),
  )

test('everybody who hears the conversation has a place; each sees only their own answer until the last one opens all', async () => {
  const id = await opened()
  expect((await seen('marta', id)).round).toMatchObject({ seats: 8, took: null, silent: null })
  expect((await seen('ines', id)).round?.silent).toBe(8)
  for (const who of everybody.filter((name) => name !== 'ana' && name !== 'tomas'))
    expect(await says(who, id)).toMatchObject({ ok: true })
  for (const who of ['ines', 'marta', 'ana', 'tomas', 'henk'] as const) {
    const { heard, turns, round } = await seen(who, id)
    expect([heard, turns, round?.closed_at]).toEqual([[], [], null])
    expect(await voicesIn(who)).toEqual([])
  }
  // Whoever guides it sees how many are silent, nobody sees who; no fact tells that anybody took a turn.
  expect((await seen('henk', id)).round?.silent).toBe(2)
  expect((await seen('rita', id)).round?.silent).toBe(2)
  expect((await seen('joana', id)).round?.silent).toBeNull()
  expect(await facts(id)).toEqual([{ kind: 'round.opened', actor_id: village.people.rita }])
  expect(await seen('zuzana', id)).toEqual({ round: undefined, heard: [], turns: [] })
  await turn('tomas', id, 'passed')
  await turn('ana', id, 'passed')
  const said = await voicesIn('ana')
  expect(said.map(({ author }) => author).sort()).toEqual(
    ['Henk de Vries', 'Inês Duarte', 'Joana Simões', 'Marta', 'Paulo Reis', 'Rita Vale'].sort(),
  )
  expect(new Set(said.map(({ said_at }) => said_at.getTime())).size).toBe(1)
  expect((await facts(id)).map(({ kind }) => kind)).toEqual(['round.opened', 'round.closed'])
  expect((await facts(id))[1]?.actor_id).toBeNull()
  // What was said is each one's own from then on, and the round holds it no more.
  const [kept] = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ n: number }>`select count(*) as n from dialogue.round_entry where round_id = ${id} and text <> ''`),
  )
  expect(kept?.n).toBe(0)
})

test('until one’s own: the others are heard after one has spoken or passed, not after a pass for now', async () => {
  const id = await opened('rita', { hidden: 'until_own' })
  await says('rita', id)
  await says('joana', id)
  expect((await seen('marta', id)).heard).toEqual([])
  await turn('marta', id, 'later')
  expect((await seen('marta', id)).heard).toEqual([])
  await turn('marta', id, 'passed')
  expect((await seen('marta', id)).heard.map(({ author }) => author).sort()).toEqual(['Joana Simões', 'Rita Vale'])
  expect((await seen('rita', id)).heard.map(({ author }) => author)).toEqual(['Joana Simões'])
  // In the conversation nobody hears it before all do.
  expect(await voicesIn('marta')).toEqual([])
  // Whoever passed may speak after all, once.
  expect(await turn('marta', id, 'said', 'After all.', { seen: 2 })).toMatchObject({ ok: true })
  expect((await seen('rita', id)).heard.map(({ author }) => author).sort()).toEqual(['Joana Simões', 'Marta'])
  expect((await facts(id)).every(({ kind, actor_id }) => kind === 'round.opened' || actor_id === null)).toBe(true)
})

test('two tabs, and a pass and an answer at once: one is taken, the other told so, and nothing is said twice', async () => {
  const id = await opened()
  const both = await Promise.all([says('marta', id, 'One.'), says('marta', id, 'Two.')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'turn.had' })
  const mixed = await Promise.all([turn('ana', id, 'passed'), says('ana', id)])
  expect(mixed.filter(({ ok }) => ok)).toHaveLength(1)
  // Changed where one saw it, and taken back: a pass.
  expect(await turn('marta', id, 'said', 'Three.', { seen: 1 })).toMatchObject({ ok: true })
  expect((await seen('marta', id)).round).toMatchObject({ my_text: 'Three.', my_version: 2 })
  expect(await turn('marta', id, 'passed', '', { seen: 2 })).toMatchObject({ ok: true })
  expect((await seen('marta', id)).round).toMatchObject({ my_text: '', took: 'passed' })
  expect(await says('henk', id, '   ')).toMatchObject({ ok: false, reason: 'turn.empty', field: 'text' })
})

test('an answer after the end is not lost and not taken; the round opens when its time has come, once', async () => {
  const id = await opened('ines', { ends: new Date(village.clock.at.getTime() + 3_600_000) })
  await says('rita', id)
  await village.later(3_600_000, async () => {
    expect(await says('joana', id)).toMatchObject({ ok: false, reason: 'turn.closed' })
    const tasks = roundTasks(village.house)
    await Promise.all([tasks['dialogue:open-rounds']?.({}), tasks['dialogue:open-rounds']?.({})])
    expect((await voicesIn('joana')).map(({ author }) => author)).toEqual(['Rita Vale'])
  })
  expect((await facts(id)).filter(({ kind }) => kind === 'round.closed')).toHaveLength(1)
})

test('whoever guides it opens it earlier; nobody else does, and a closing twice is one', async () => {
  const id = await opened('joana')
  await says('marta', id)
  expect(await closeRound(village.house, village.scope('marta'), id)).toMatchObject({
    ok: false,
    reason: 'close.notYours',
  })
  expect(await closeRound(village.house, village.scope('zuzana'), id)).toMatchObject({ ok: false, reason: 'turn.gone' })
  const both = await Promise.all(
    ['joana' as const, 'henk' as const].map((who) => closeRound(village.house, village.scope(who), id)),
  )
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await voicesIn('ana')).toHaveLength(1)
  expect(await says('ana', id)).toMatchObject({ ok: false, reason: 'turn.closed' })
})

test('a student’s answer: the adults at once, the others with all others after one look; unlooked, it waits as ever', async () => {
  const first = await opened('rita', { hidden: 'until_own' })
  await says('rita', first)
  await says('tomas', first, 'I was tierd.')
  expect((await seen('rita', first)).heard).toEqual([])
  // The facilitator has not spoken and hears the student all the same, and nobody else.
  const [waiting] = (await seen('ines', first)).heard
  expect(waiting).toMatchObject({ author: 'Tomás', waits: true })
  expect(await lookAtAnswer(village.house, village.scope('rita'), first, waiting?.sign ?? '')).toMatchObject({
    ok: false,
  })
  expect(await lookAtAnswer(village.house, village.scope('ines'), first, 'other words')).toMatchObject({
    ok: false,
    reason: 'look.meanwhile',
  })
  expect(await lookAtAnswer(village.house, village.scope('ines'), first, waiting?.sign ?? '')).toMatchObject({
    ok: true,
  })
  expect((await seen('ines', first)).heard).toEqual([])
  expect((await seen('rita', first)).heard.map(({ author }) => author)).toEqual(['Tomás'])
  // Other words wait again.
  await turn('tomas', first, 'said', 'I was very tierd.', { seen: 1 })
  expect((await seen('rita', first)).heard).toEqual([])
  const [again] = (await seen('henk', first)).heard
  await lookAtAnswer(village.house, village.scope('henk'), first, again?.sign ?? '')
  await closeRound(village.house, village.scope('ines'), first)
  expect((await voicesIn('marta')).map(({ author }) => author).sort()).toEqual(['Rita Vale', 'Tomás'])

  here = await village.begin()
  const second = await opened()
  await says('tomas', second)
  await closeRound(village.house, village.scope('ines'), second)
  expect(await voicesIn('marta')).toEqual([])
  expect(await voicesIn('henk')).toMatchObject([{ author: 'Tomás', waits: true }])
  expect(await opens('tomas')).toMatchObject({ ok: false, reason: 'open.student' })
})

test('without a name: nobody learns whose it is, not before and not after, and its author finds it', async () => {
  const id = await opened('rita', { hidden: 'until_own' })
  await turn('marta', id, 'said', 'I felt small.', { nameless: true })
  await says('rita', id)
  const heard = (await seen('rita', id)).heard
  expect(heard).toMatchObject([{ author: null, person_id: 0, nameless: true }])
  expect(JSON.stringify(heard)).not.toContain('Marta')
  await closeRound(village.house, village.scope('ines'), id)
  const [unnamed] = (await voicesIn('ines')).filter(({ nameless }) => nameless)
  expect(unnamed).toMatchObject({ author: null, author_id: 0 })
  expect((await voicesIn('marta')).find(({ nameless }) => nameless)?.author_id).toBe(village.people.marta)
  const told = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ actor_id: number | null }>`
      select actor_id from platform.fact where kind = 'contribution.said' and subject_id = ${unnamed?.id ?? 0}`),
  )
  expect(told).toEqual([{ actor_id: null }])
})

test('around the circle: one after the other, a pass for now comes back, late comers sit down, leavers are not waited for', async () => {
  const id = await opened('ines', { order: 'circle' })
  const order = (await seen('ines', id)).turns.map(({ person_id }) => person_id)
  const nameOf = (person: number | null) => everybody.find((name) => village.people[name] === person) as VillagerName
  const [first, second, third] = order.map(nameOf) as [VillagerName, VillagerName, VillagerName]
  expect(await says(second, id)).toMatchObject({ ok: false, reason: 'turn.notNext' })
  expect(await turn(first, id, 'later')).toMatchObject({ ok: true })
  expect(await says(second, id)).toMatchObject({ ok: true })
  expect(await leaveRound(village.house, village.scope(third), id)).toMatchObject({ ok: true })
  for (const person of order.slice(3)) expect(await turn(nameOf(person), id, 'passed')).toMatchObject({ ok: true })
  // Only the first is left, and comes back to it; whoever left may sit down again before.
  expect(await joinRound(village.house, village.scope(third), id)).toMatchObject({ ok: true })
  expect(await turn(third, id, 'passed')).toMatchObject({ ok: true })
  expect((await seen('ines', id)).round?.closed_at).toBeNull()
  expect(await says(first, id)).toMatchObject({ ok: true })
  expect((await seen('ines', id)).round?.closed_at).not.toBeNull()
  expect(await voicesIn('ines')).toHaveLength(2)
})

test('somebody taken out of the community in the middle is not waited for, and what they said is heard', async () => {
  const id = await opened('ines')
  for (const who of everybody.filter((name) => name !== 'paulo')) await turn(who, id, 'passed')
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(
      sql`delete from community.membership where person_id = ${village.people.paulo} and community_id = ${village.community}`,
    ),
  )
  await roundTasks(village.house)['dialogue:open-rounds']?.({})
  expect((await seen('ines', id)).round?.closed_at).not.toBeNull()
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`insert into community.membership (community_id, person_id, role, perspectives, joined_at)
      values (${village.community}, ${village.people.paulo}, 'member', '{leader}', now())`),
  )
})

test('it is never heard wider than it was promised, nor wider than the conversation is by then', async () => {
  const few = await village.begin('ines', `facilitators:${village.community}`)
  here = few
  const id = await opened('henk')
  expect((await seen('henk', id)).round?.seats).toBe(2)
  expect(await seen('rita', id)).toMatchObject({ round: undefined, heard: [] })
  await says('henk', id)
  await says('ines', id)
  expect(await voicesIn('ines')).toHaveLength(2)
  expect(await voicesIn('rita')).toHaveLength(0)
})

test('it waits with whoever has neither spoken nor passed, stands in its conversation, and its harvest with it', async () => {
  const id = await opened()
  const waits = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), roundsForMe(village.scope(who), village.clock.at)))[0].map(
      (one) => one.id,
    )
  const inThread = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), threadOf(village.scope(who), here.subject)))[0][0]?.rounds
  expect(await waits('marta')).toContain(id)
  expect(await inThread('marta')).toMatchObject([{ id, closed: false, waits: true }])
  await turn('marta', id, 'later')
  expect(await waits('marta')).toContain(id)
  await turn('marta', id, 'passed', '')
  expect(await waits('marta')).not.toContain(id)
  const harvest = (who: VillagerName, text: string, seenVersion = 0) =>
    keepHarvest(village.house, village.scope(who), id, { text, language: 'en', seen: seenVersion })
  expect(await harvest('rita', 'Quiet helps.')).toMatchObject({ ok: false, reason: 'harvest.early' })
  await closeRound(village.house, village.scope('rita'), id)
  expect(await harvest('tomas', 'Quiet helps.')).toMatchObject({ ok: false, reason: 'harvest.notYours' })
  expect(await harvest('marta', 'Quiet helps.')).toMatchObject({ ok: true })
  expect(await harvest('ana', 'Noise does not.')).toMatchObject({ ok: false, reason: 'harvest.meanwhile' })
  expect(await inThread('ana')).toMatchObject([{ id, closed: true, waits: false, harvest: '<p>Quiet helps.</p>\n' }])
  const next = await opened('ines', { follows: id })
  expect((await seen('marta', next)).round).toMatchObject({ circle: 2, follows_id: id })
  expect(await opens('ines', { follows: next })).toMatchObject({ ok: false, reason: 'open.notYet' })
})

test('another community’s people, an end that is over, oneself alone: refused with a sentence', async () => {
  expect(await opens('zuzana')).toMatchObject({ ok: false, reason: 'open.gone' })
  expect(await opens('rita', { ends: village.clock.at })).toMatchObject({
    ok: false,
    reason: 'open.past',
    field: 'ends',
  })
  const alone = await village.begin('rita', `me:${village.people.rita}`)
  expect(await opens('rita', { thread: alone.thread })).toMatchObject({ ok: false, reason: 'open.alone' })
  const id = await opened()
  expect(await says('zuzana', id)).toMatchObject({ ok: false, reason: 'turn.gone' })
})
