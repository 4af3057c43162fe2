// The pure rules of a question: what asks, which moves are lawful, what is shown, who is missing, what a story begins with.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scopeReaching } from '../../../tests/village/village.ts'
import { perspectives } from '../community/contract.ts'
import { mayMove, mayReach } from './access.ts'
import { type State, states, steps, type TrialState } from './contract.ts'
import { askedOf, listingOf } from './listing.ts'
import { notHeardYet, together } from './perspective.ts'
import { after, moves, movesFrom, stepOf, untilExploring } from './state.ts'
import { isQuestion } from './wording.ts'

test.each([
  ['How can Tomás take part?', true],
  ['“Why does nobody ask him?”', true],
  ['  And when it is too loud?  ', true],
  ['Really?!', true],
  ['这样可以吗？', true],
  ['كيف نقرأ معا؟', true],
  ['Πώς διαβάζουμε μαζί;', true],
  ['Πώς διαβάζουμε μαζί\u037e', true],
  ['Ինչպե՞ս', true],
  ['We read aloud.', false],
  ['Read in pairs; then stop;', false],
  ['Why? Because.', false],
  ['?', false],
  ['…', false],
  ['', false],
])('%j is a question: %s', (text, asks) => {
  expect(isQuestion(text)).toBe(asks)
})

test('Any text at all is taken; a question mark at its end makes words a question, whatever quotes close it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof isQuestion(text) === 'boolean'))
  fc.assert(
    fc.property(
      fc.constantFrom('?', '？', '؟'),
      fc.constantFrom('', '”', '»', ' ', ')'),
      fc.stringMatching(/^[a-zé ]{0,20}[a-z]$/),
      (mark, close, said) => {
        expect(isQuestion(said + mark + close)).toBe(true)
        expect(isQuestion(said)).toBe(false)
      },
    ),
  )
})

const standings = fc.constantFrom<State>(...states).chain((state) =>
  fc.record({
    state: fc.constant(state),
    parked_from:
      state === 'parked'
        ? fc.constantFrom('raised' as const, 'chosen' as const, 'exploring' as const, 'answered' as const)
        : fc.constant(null),
  }),
)

test('Whatever is done to a question, it stands where the product says it can, and parking comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves)), (done) => {
      let at: { state: State; parked_from: Exclude<State, 'parked'> | null } = { state: 'raised', parked_from: null }
      for (const move of done) {
        const next = after(at, move)
        expect(movesFrom(at).includes(move)).toBe(next !== undefined)
        if (!next) continue
        expect((next.state === 'parked') === (next.parked_from !== null)).toBe(true)
        if (move === 'answer') expect(at.state).toBe('exploring')
        at = next
      }
      const parked = after(at, 'park')
      if (parked) expect(after(parked, 'reopen')).toEqual(at)
    }),
  )
})

test('The way to exploring is lawful at each of its moves', () => {
  fc.assert(
    fc.property(standings, (start) => {
      let at = start
      for (const move of untilExploring(start)) {
        const next = after(at, move)
        expect(next).toBeDefined()
        if (next) at = next
      }
      if (['raised', 'chosen', 'exploring'].includes(start.state)) expect(at.state).toBe('exploring')
      else expect(at).toEqual(start)
    }),
  )
})

test.each<[State, TrialState[], string]>([
  ['raised', [], 'notice'],
  ['chosen', ['proposed'], 'notice'],
  ['exploring', [], 'understand'],
  ['exploring', ['safe'], 'understand'],
  ['exploring', ['running'], 'try'],
  ['exploring', ['stopped', 'running'], 'try'],
  ['exploring', ['reviewed'], 'look-back'],
  ['exploring', ['adapted', 'proposed'], 'understand'],
  ['answered', ['running'], 'look-back'],
])('%s with try-outs %j is at %s', (state, trials, step) => {
  expect(stepOf({ state, parked_from: null, trials })).toBe(step)
  if (state !== 'parked') expect(stepOf({ state: 'parked', parked_from: state, trials })).toBe(step)
})

test('A perspective is missing when somebody here brings it and nobody heard does; never both', () => {
  const bringers = fc.array(
    fc.record({ person_id: fc.integer({ min: 1, max: 6 }), perspectives: fc.subarray([...perspectives]) }),
  )
  fc.assert(
    fc.property(bringers, fc.array(fc.integer({ min: 1, max: 6 })), (members, heard) => {
      const missing = notHeardYet(members, heard)
      for (const one of perspectives) {
        const here = members.some((member) => member.perspectives.includes(one))
        const spoken = members.some((member) => heard.includes(member.person_id) && member.perspectives.includes(one))
        expect(missing.includes(one)).toBe(here && !spoken)
      }
    }),
  )
  expect(together(['families', 'students'], 'de')).toBe('families und students')
})

test('The asker and the facilitators carry a question on; a circle only widens while nobody else wrote', () => {
  const asked = { author_id: 5, community_id: 1, audience: 'community:1' }
  expect(mayMove(scopeReaching(5, ['community:1']), asked)).toBe(true)
  expect(mayMove(scopeReaching(6, ['community:1', 'facilitators:1']), asked)).toBe(true)
  expect(mayMove(scopeReaching(7, ['community:1']), asked)).toBe(false)
  expect(mayMove(scopeReaching(8, ['community:2', 'facilitators:2']), asked)).toBe(false)
  const few = { ...asked, audience: 'facilitators:1' }
  expect(mayReach(few, 'me:5', true)).toBe(true)
  expect(mayReach(few, 'community:1', true)).toBe(false)
  expect(mayReach(few, 'community:1', false)).toBe(true)
})

test('A list is filtered by step and own, parks aside, and takes any page number', () => {
  const challenge = (id: number, state: State, author_id: number) => ({
    ...{
      id,
      state,
      author_id,
      community_id: 1,
      audience: 'community:1',
      question: 'Why?',
      language: 'en',
      about_child: 'no' as const,
    },
    ...{
      help: [],
      parked_from: state === 'parked' ? ('raised' as const) : null,
      raised_at: new Date(0),
      changed_at: new Date(0),
    },
    ...{ trials: [], asker: 'Rita', slug: 'r' },
  })
  const all = [challenge(1, 'raised', 5), challenge(2, 'exploring', 6), challenge(3, 'parked', 5)]
  const ids = (some: readonly { challenge: { id: number } }[]) => some.map((one) => one.challenge.id)
  const listed = (step?: string, whose?: string, page = 1) => listingOf(all, new Map(), askedOf(step, whose), 5, page)
  expect(ids(listed().shown)).toEqual([1, 2])
  expect(ids(listed().parked)).toEqual([3])
  expect(ids(listed('understand').shown)).toEqual([2])
  expect(ids(listed(undefined, 'mine').shown)).toEqual([1])
  expect(ids(listed('nonsense', 'nonsense', 99).shown)).toEqual([1, 2])
  expect(listed('try').shown).toEqual([])
  expect(steps.map((step) => listed(step).all)).toEqual([3, 3, 3, 3])
  const many = Array.from({ length: 45 }, (_, i) => challenge(i + 1, 'raised', 5))
  expect(listingOf(many, new Map(), {}, 5, 3)).toMatchObject({ page: 3, pages: 3, shown: { length: 5 } })
})
