// The database asks what the rules ask: for any sequence of turns and leavings both know when a round opens, and to whom.
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everybody, openRounds, type Rounds } from '../../../../tests/village/rounds.ts'
import { joinRound, leaveRound } from './actions.ts'
import { afterTurn, hidings, isOpenTo, isWhole, orders, type SeatState, type Way, ways } from './turns.ts'

let village: Rounds
beforeAll(async () => {
  village = await openRounds()
})
afterAll(() => village.close())

const doing = fc.record({
  who: fc.constantFrom(...everybody),
  what: fc.constantFrom(...ways, ...ways, 'leave' as const, 'join' as const),
})
const plays = fc.record({
  hidden: fc.constantFrom(...hidings),
  order: fc.constantFrom(...orders),
  doings: fc.array(doing, { minLength: 12, maxLength: 24 }),
})

test('any sequence: what the rules allow is taken, what they refuse is not, and nothing is heard too early', async () => {
  await fc.assert(
    fc.asyncProperty(plays, async ({ hidden, order, doings }) => {
      await village.begin()
      // No free turn of a day is used up by a test.
      const opener = order === 'free' ? 'ines' : 'henk'
      const outcome = await village.opens(opener, { hidden, order })
      if (!outcome.ok) return
      const { id } = outcome.value
      const seats = new Map<string, SeatState>(
        everybody.map((who, place) => [who, { seat: place, place, gone: false, took: null, later: null }]),
      )
      const over = () => isWhole([...seats.values()])
      for (const { who, what } of doings) {
        const before = seats.get(who)
        if (!before || over()) break
        const version = (await village.see(who, id)).round?.my_version ?? 0
        if (what === 'leave' || what === 'join') {
          await (what === 'leave' ? leaveRound : joinRound)(village.house, village.scope(who), id)
          seats.set(who, { ...before, gone: what === 'leave' })
        } else {
          const taken = await village.turn(who, id, what, `${who} said this.`, { seen: version })
          if (order === 'free') expect(taken.ok).toBe(true)
          if (taken.ok) seats.set(who, { ...before, gone: false, took: afterTurn(before.took, what as Way) })
        }
        for (const reader of ['rita', 'marta', 'joana'] as const) {
          const { round, heard } = await village.see(reader, id)
          expect(round?.closed_at !== null).toBe(over())
          if (!isOpenTo({ over: over(), hidden }, seats.get(reader)?.took ?? null)) expect(heard).toEqual([])
        }
      }
    }),
    { numRuns: 8 },
  )
})
