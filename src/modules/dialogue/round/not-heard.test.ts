// A no holds in a round as well: whoever said it passes, and speaks again after their own yes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import { must } from '../../../../tests/village/questions.ts'
import { sayMyself } from '../../safeguarding/agreeing/actions.ts'
import { openRound, takeTurn } from './actions.ts'
import { takeTurnFor } from './room/actions.ts'
import { seatsIn } from './store.ts'

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
