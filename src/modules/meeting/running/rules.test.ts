/** The rules of a meeting on its way: everyone once, a pass counts, whoever left is not waited for, nothing blocks. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { meetingKinds, stations } from '../contract.ts'
import { type InCircle, isWhole, mayMend, offered, standings, type Turn, waiting } from './round.ts'
import { hasPart, partOf, placeAfter, stationAt } from './station.ts'

const one = (id: number, left = false): InCircle => ({
  id,
  person_id: id % 3 === 0 ? null : id * 10,
  left_at: left ? new Date('2026-12-01T16:00:00Z') : null,
})

describe('stations', () => {
  it.each(meetingKinds)('of a %s meeting lead on to the last and back to the first', (kind) => {
    const last = stations[kind].length - 1
    for (let place = 0; place < last; place++) {
      expect(placeAfter(kind, place, 'next')).toBe(place + 1)
      expect(placeAfter(kind, place + 1, 'back')).toBe(place)
    }
    expect(placeAfter(kind, last, 'next')).toBeUndefined()
    expect(placeAfter(kind, 0, 'back')).toBeUndefined()
    expect(stationAt(kind, 99)).toBe('minutes')
    expect(stationAt(kind, -1)).toBe('check-in')
  })

  it('know which of them are rounds', () => {
    expect(partOf('care')).toBe('care')
    expect(partOf('last')).toBeUndefined()
    expect([hasPart('usual', 'round'), hasPart('usual', 'care'), hasPart('first', 'how')]).toEqual([true, false, true])
  })
})

test('whatever people do (come, leave, speak, pass), nobody has a second turn, and a round can always be ended', () => {
  const deed = fc.record({ what: fc.constantFrom('come', 'leave', 'say', 'pass'), who: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      let circle: InCircle[] = []
      const turns: Turn[] = []
      for (const { what, who } of deeds) {
        if (what === 'come' && !circle.some(({ id }) => id === who)) circle = [...circle, one(who)]
        if (what === 'leave') circle = circle.map((each) => (each.id === who ? one(who, true) : each))
        const open = waiting(circle, turns)
        const mine = offered(circle, turns, who * 10)
        expect(mine === undefined).toBe(open.length === 0)
        if (mine) expect(open).toContain(mine)
        if ((what === 'say' || what === 'pass') && open.some(({ id }) => id === who))
          turns.push({ present_id: who, passed: what === 'pass' })
        expect(new Set(turns.map((turn) => turn.present_id)).size).toBe(turns.length)
        for (const stood of standings(circle, turns))
          if (turns.some((turn) => turn.present_id === stood.one.id)) expect(stood.stands).toMatch(/heard|passed/)
          else expect(stood.stands).toBe(stood.one.left_at ? 'left' : 'waiting')
      }
      for (const open of waiting(circle, turns)) turns.push({ present_id: open.id, passed: true })
      expect(isWhole(circle, turns)).toBe(true)
    }),
  )
})

test('the turn is offered to whoever asks and waits, otherwise around the circle', () => {
  const circle = [one(1), one(2), one(4)]
  expect(offered(circle, [], 20)?.id).toBe(2)
  expect(offered(circle, [{ present_id: 2, passed: false }], 20)?.id).toBe(1)
  expect(offered(circle, [], null)?.id).toBe(1)
  expect(offered([], [], 20)).toBeUndefined()
})

test.each([
  [10, { person_id: 10, written_by: 20 }, true],
  [20, { person_id: 10, written_by: 20 }, true],
  [30, { person_id: 10, written_by: 20 }, false],
  [20, { person_id: null, written_by: 20 }, true],
  [null, { person_id: null, written_by: null }, false],
])('%s mends %j: %s', (me, entry, may) => {
  expect(mayMend(me, entry)).toBe(may)
})
