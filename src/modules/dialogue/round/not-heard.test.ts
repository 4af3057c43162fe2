// A no holds in a round as well: whoever said it passes, also after they have spoken, and speaks again after their own yes.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import { must } from '../../../../tests/village/questions.ts'
import { addGuardian, sayMyself } from '../../safeguarding/agreeing/actions.ts'
import { giveWords, sayForSomebody } from '../carrying/actions.ts'
import { writeDown } from '../scribe/actions.ts'
import { closeRound, openRound, takeTurn } from './actions.ts'
import { passInRounds } from './dissent.ts'
import { takeTurnFor } from './room/actions.ts'
import { heardIn, roundById, seatsIn } from './store.ts'

let village: Asking
beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())

test('a student who said no to being heard passes, and speaks again after their own yes', async () => {
  const { thread } = await village.begin()
  const { community, house, scope } = village
  const round = { thread, community, question: 'What surprised you?', language: 'en' as const, ends: null }
  const { id } = await must(openRound(house, scope('rita'), { ...round, hidden: 'until_all', order: 'free' }))
  const turn = (way: 'said' | 'later', text = '') =>
    takeTurn(house, scope('tomas'), id, { way, text, language: 'en', nameless: false, seen: 0 })
  const own = (yes: boolean) =>
    sayMyself(house, scope('tomas'), { id: community }, { what: 'words', circle: 'community', yes })
  await own(false)
  expect(await turn('said', 'The octopus.')).toMatchObject({ ok: false, reason: 'turn.notHeard' })
  const [seats] = await house.db.read(scope('ines'), seatsIn(scope('ines'), id))
  const seat = seats.find(({ person_id }) => person_id === village.people.tomas)?.id ?? 0
  const written = { way: 'said', text: 'The octopus.', language: 'en', seen: 0 } as const
  expect(await takeTurnFor(house, scope('ines'), id, seat, written)).toMatchObject({ reason: 'room.notHeard' })
  expect((await turn('later')).ok).toBe(true)
  await own(true)
  expect((await turn('said', 'The octopus.')).ok).toBe(true)
})

/** A round in which Tomás and Rita have spoken. */
const spokenIn = async (hidden: 'until_all' | 'until_own') => {
  const { thread } = await village.begin()
  const { community, house, scope } = village
  const round = { thread, community, question: 'What surprised you?', language: 'en' as const, ends: null }
  const { id } = await must(openRound(house, scope('rita'), { ...round, hidden, order: 'free' }))
  const turn = (who: 'tomas' | 'rita', text: string, seen = 0) =>
    takeTurn(house, scope(who), id, { way: 'said', text, language: 'en', nameless: false, seen })
  await must(turn('tomas', 'The octopus.'))
  await must(turn('rita', 'The silence.'))
  return { id, turn }
}
const own = (yes: boolean, follows: boolean) =>
  sayMyself(
    village.house,
    village.scope('tomas'),
    { id: village.community },
    { what: 'words', circle: 'community', yes },
    follows ? passInRounds : undefined,
  )
const opened = async (id: number) => {
  await must(closeRound(village.house, village.scope('rita'), id))
  const rows = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ text: string }>`select text from dialogue.contribution where round_id = ${id} order by id`),
  )
  return rows.map(({ text }) => text)
}
const stateOf = async (id: number) =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.one(sql<{ state: string; text: string }>`
      select state, text from dialogue.round_entry where round_id = ${id} and person_id = ${village.people.tomas}`),
  )

test('a no after speaking: the answer is a pass like any other, and is not heard when all open', async () => {
  const { id, turn } = await spokenIn('until_all')
  await must(own(false, true))
  expect(await stateOf(id)).toEqual({ state: 'passed', text: '' })
  // Again it changes nothing; after their own yes they may speak anew.
  await must(own(false, true))
  await must(own(true, true))
  const [[mine]] = await village.house.db.read(village.scope('tomas'), roundById(village.scope('tomas'), id))
  expect((await turn('tomas', 'The octopus, after all.', mine?.my_version ?? 0)).ok).toBe(true)
  await must(own(false, true))
  expect(await opened(id)).toEqual(['The silence.'])
  await must(own(true, true))
})

test('where one’s own is enough, whoever had heard it hears it no more; nothing else is told', async () => {
  const { id } = await spokenIn('until_own')
  const heard = async () =>
    (await village.house.db.read(village.scope('ines'), heardIn(village.scope('ines'), id)))[0].map(({ html }) => html)
  expect((await heard()).join()).toContain('octopus')
  await must(own(false, true))
  expect((await heard()).join()).not.toContain('octopus')
  await must(own(true, true))
})

test('the database keeps the no by itself, whoever forgot to follow it', async () => {
  const { id } = await spokenIn('until_all')
  await must(own(false, false))
  expect(await stateOf(id)).toMatchObject({ state: 'said' })
  const [heard] = await village.house.db.read(village.scope('ines'), heardIn(village.scope('ines'), id))
  expect(heard.filter(({ html }) => html.includes('octopus'))).toEqual([])
  expect(await opened(id)).toEqual(['The silence.'])
  await must(own(true, false))
})

test('in another’s hand a no holds as well: nobody writes their words down, no adult says them', async () => {
  const { thread } = await village.begin()
  const { community, house, scope, people } = village
  const giving = { thread, community, carrier: people.ines, text: 'Please be slow.', language: 'en' as const }
  const { id } = await must(giveWords(house, scope('tomas'), giving))
  await must(own(false, true))
  const words = { thread, community, text: 'The octopus.', language: 'en' as const, circle: 'community' as const }
  const written = await writeDown(house, scope('henk'), { ...words, who: people.tomas })
  expect(written).toMatchObject({ ok: false, reason: 'write.notHeard' })
  // Whoever forgets to ask is declined by the database.
  const put = sql`
    insert into dialogue.contribution (thread_id, place_at, author_id, written_by, audience, language, text, html, said_at)
    values (${thread}, now(), ${people.tomas}, ${people.henk}, ${`community:${community}`}, 'en', 'x', 'x', now())`
  await expect(house.db.write(scope('henk'), (tx) => tx.rows(put))).rejects.toThrow('not-heard')
  expect(await sayForSomebody(house, scope('ines'), id)).toMatchObject({ reason: 'carry.notHeard' })
  await must(own(true, true))
  expect((await sayForSomebody(house, scope('ines'), id)).ok).toBe(true)
})

test('a family’s no holds in the hand of a plain member who guides the round', async () => {
  const { thread } = await village.begin()
  const { community, house, scope, people } = village
  const { id } = await must(
    openRound(house, scope('rita'), {
      thread,
      community,
      question: 'What surprised you?',
      language: 'en',
      ends: null,
      hidden: 'until_all',
      order: 'free',
    }),
  )
  const guardian = await must(
    addGuardian(house, scope('ines'), { id: community }, { student: people.tomas, name: 'His mother', language: 'pt' }),
  )
  await house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`
      insert into safeguarding.consent (community_id, guardian_id, student_id, what, circle, yes, way, recorded_by, at)
      values (${community}, ${guardian.id}, ${people.tomas}, 'words', 'community', false, 'paper', ${people.ines}, ${tx.now})`),
  )
  const [seats] = await house.db.read(scope('rita'), seatsIn(scope('rita'), id))
  const seat = seats.find(({ person_id }) => person_id === people.tomas)?.id ?? 0
  const written = { way: 'said', text: 'The octopus.', language: 'en', seen: 0 } as const
  expect(await takeTurnFor(house, scope('rita'), id, seat, written)).toMatchObject({ reason: 'room.notHeard' })
})
