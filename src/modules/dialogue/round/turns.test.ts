// The rules of turns: whatever people do, nobody twice before all were heard, it can always open, and nothing too early.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterTurn,
  drawn,
  type Hiding,
  hadTurn,
  hidings,
  isOpenTo,
  isWhole,
  mayTake,
  nextInCircle,
  type Order,
  orders,
  type SeatState,
  silent,
  type Way,
  ways,
} from './turns.ts'

type Doing =
  | { kind: 'join' }
  | { kind: 'leave'; who: number }
  | { kind: 'turn'; who: number; way: Way }
  | { kind: 'end' }

const who = fc.nat({ max: 11 })
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('turn' as const), who, way: fc.constantFrom(...ways) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'end' as const }) },
)

interface Play {
  readonly seats: SeatState[]
  readonly over: boolean
  readonly laters: number
}

const begin = (n: number): Play => ({
  seats: Array.from({ length: n }, (_, i) => ({ seat: i, place: i, gone: false, took: null, later: null })),
  over: false,
  laters: 0,
})

const change = (play: Play, seat: number, more: Partial<SeatState>): Play => ({
  ...play,
  seats: play.seats.map((one) => (one.seat === seat ? { ...one, ...more } : one)),
})

const step = (play: Play, order: Order, one: Doing): Play => {
  if (play.over) return play
  if (one.kind === 'end') return { ...play, over: true }
  const n = play.seats.length
  if (one.kind === 'join') {
    const fresh = { seat: n, place: n, gone: false, took: null, later: null }
    return n < 12 ? { ...play, seats: [...play.seats, fresh] } : play
  }
  const seat = play.seats[one.who]
  if (!seat) return play
  if (one.kind === 'leave') {
    const left = change(play, seat.seat, { gone: true })
    return { ...left, over: isWhole(left.seats) }
  }
  const next = nextInCircle(play.seats)?.seat === seat.seat
  if (mayTake({ over: play.over, order, took: seat.took, next }) !== 'yes') return play
  const took = afterTurn(seat.took, one.way)
  const laters = play.laters + 1
  const taken = { ...change(play, seat.seat, { took, gone: false, later: took === 'later' ? laters : null }), laters }
  return { ...taken, over: isWhole(taken.seats) }
}

const plays = fc.record({
  people: fc.integer({ min: 1, max: 8 }),
  order: fc.constantFrom<Order>(...orders),
  hidden: fc.constantFrom<Hiding>(...hidings),
  doings: fc.array(doing, { maxLength: 60 }),
})

test('nobody has two answers, and a turn that was had does not come back while others wait', () => {
  fc.assert(
    fc.property(plays, ({ people, order, doings }) => {
      let play = begin(people)
      for (const one of doings) {
        const before = play
        play = step(play, order, one)
        for (const seat of before.seats) {
          const now = play.seats[seat.seat]
          // One seat, one answer: changed or taken back, but never waiting again, and never a second one.
          if (hadTurn(seat.took)) expect(hadTurn(now?.took ?? null)).toBe(true)
        }
        expect(play.seats.filter(({ took }) => took === 'said').length).toBeLessThanOrEqual(play.seats.length)
        const next = nextInCircle(play.seats)
        if (next) expect(hadTurn(next.took) || next.gone).toBe(false)
      }
    }),
  )
})

test('around the circle each waits for their turn, and whoever passes for now comes after all who have not been asked', () => {
  fc.assert(
    fc.property(plays, ({ people, doings }) => {
      let play = begin(people)
      for (const one of doings) {
        const next = nextInCircle(play.seats)
        const before = play
        play = step(play, 'circle', one)
        if (one.kind !== 'turn' || before === play) continue
        const seat = before.seats[one.who]
        expect(seat && (hadTurn(seat.took) || seat.seat === next?.seat)).toBe(true)
        if (one.way !== 'later' || !seat || hadTurn(seat.took)) continue
        const unasked = silent(before.seats).filter(({ seat: other, took }) => other !== seat.seat && took === null)
        if (unasked.length > 0) expect(nextInCircle(play.seats)?.seat).not.toBe(seat.seat)
      }
    }),
  )
})

test('a round can always open: when everybody still here speaks or passes, in whatever order it allows', () => {
  fc.assert(
    fc.property(plays, ({ people, order, doings }) => {
      let play = doings.filter(({ kind }) => kind !== 'end').reduce((now, one) => step(now, order, one), begin(people))
      for (let i = 0; i < 40 && !play.over; i++) {
        const [next = silent(play.seats)[0]] = [nextInCircle(play.seats)]
        if (!next) break
        play = step(play, order, { kind: 'turn', who: next.seat, way: 'passed' })
      }
      // Where everybody had left without a word, it waits for its end, or for whoever guides it.
      expect(play.over || play.seats.every(({ gone, took }) => gone && !hadTurn(took))).toBe(true)
      expect(step({ ...play, over: false }, order, { kind: 'end' }).over).toBe(true)
    }),
  )
})

test('nothing hidden is open before its time, and the ring does not know more than its reader', () => {
  fc.assert(
    fc.property(plays, ({ people, order, hidden, doings }) => {
      let play = begin(people)
      for (const one of doings) {
        play = step(play, order, one)
        for (const seat of play.seats) {
          const open = isOpenTo({ over: play.over, hidden }, seat.took)
          if (hidden === 'until_all') expect(open).toBe(play.over)
          else expect(open).toBe(play.over || hadTurn(seat.took))
          const said = play.seats.filter(({ took }) => took === 'said').length
          const known = open ? said : seat.took === 'said' ? 1 : 0
          const ring = drawn({ over: play.over, seats: play.seats.length, known, mine: !hadTurn(seat.took) })
          expect(ring.filter((dot) => dot === 'heard')).toHaveLength(known)
          // Until it opens, a place where somebody passed and one that waits look alike.
          if (!play.over) expect(ring).not.toContain('passed')
        }
        expect(isOpenTo({ over: play.over, hidden }, null)).toBe(play.over)
      }
    }),
  )
})

test.each([
  ['open and free', { over: false, order: 'free', took: null, next: false }, 'yes'],
  ['not next around the circle', { over: false, order: 'circle', took: null, next: false }, 'turn.notNext'],
  ['next around the circle', { over: false, order: 'circle', took: 'later', next: true }, 'yes'],
  ['passed, and speaks after all', { over: false, order: 'circle', took: 'passed', next: false }, 'yes'],
  ['after it opened', { over: true, order: 'free', took: null, next: false }, 'turn.closed'],
] as const)('%s', (_, turning, answer) => {
  expect(mayTake(turning)).toBe(answer)
})
