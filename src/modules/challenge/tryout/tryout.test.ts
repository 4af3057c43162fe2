// The pure rules of a try-out: its way, its last day, which one is shown, who may say that it is safe.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scopeReaching } from '../../../../tests/village/village.ts'
import { trialStates } from '../contract.ts'
import { tell } from '../telling.ts'
import { hearersOf, mayAgree, mayCarry } from './access.ts'
import type { Tryout } from './store.ts'
import { afterTrial, currentOf, endings, isDue, movesToEnd, trialMoves } from './tryout.ts'

test('A try-out only ever goes forward, and ends once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...trialStates), fc.constantFrom(...trialMoves), (state, move) => {
      const next = afterTrial(state, move)
      if (next) expect(trialStates.indexOf(next)).toBeGreaterThan(trialStates.indexOf(state))
      if (['kept', 'adapted', 'stopped'].includes(state)) expect(next).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...trialStates), fc.constantFrom(...endings), (state, ending) => {
      let at = state
      for (const move of movesToEnd(state, ending) ?? []) {
        const next = afterTrial(at, move)
        expect(next).toBeDefined()
        if (next) at = next
      }
      expect(['kept', 'adapted', 'stopped'].includes(at)).toBe(
        ['running', 'reviewed', 'kept', 'adapted', 'stopped'].includes(state),
      )
    }),
  )
})

test('It waits for a human from its last day on, and only while it runs', () => {
  const ends_on = '2026-12-12'
  expect(isDue({ state: 'running', ends_on }, '2026-12-11')).toBe(false)
  expect(isDue({ state: 'running', ends_on }, '2026-12-12')).toBe(true)
  expect(isDue({ state: 'reviewed', ends_on }, '2027-01-01')).toBe(false)
})

test('Of several the running one is shown, then one on its way, then the newest', () => {
  const of = (...some: (typeof trialStates)[number][]) => currentOf(some.map((state) => ({ state })))?.state
  expect(of('kept', 'running', 'proposed')).toBe('running')
  expect(of('stopped', 'proposed', 'kept')).toBe('proposed')
  expect(of('stopped', 'kept')).toBe('kept')
  expect(of()).toBeUndefined()
})

const tryout = { community_id: 1, author_id: 2, asker_id: 3, owner_id: 2, audience: 'community:1' }
const members = [
  { person_id: 1, role: 'facilitator' },
  { person_id: 2, role: 'member' },
  { person_id: 3, role: 'member' },
]

test('Safe to try is said by another than the owner, where another hears it', () => {
  const agrees = (id: number, one = tryout, all = members) => mayAgree(scopeReaching(id, ['community:1']), one, all)
  expect(agrees(1)).toBe(true)
  expect(agrees(3)).toBe(true)
  expect(agrees(2)).toBe(false)
  expect(agrees(9)).toBe(false)
  const few = { ...tryout, audience: 'facilitators:1' }
  expect(hearersOf(few, members)).toEqual([1, 3])
  const alone = { ...tryout, audience: 'me:3', owner_id: 3, author_id: 3 }
  expect(agrees(3, alone)).toBe(true)
  expect(mayCarry(scopeReaching(2, ['community:1']), tryout)).toBe(true)
  expect(mayCarry(scopeReaching(4, ['community:1']), tryout)).toBe(false)
  expect(mayCarry(scopeReaching(4, ['community:1', 'facilitators:1']), tryout)).toBe(true)
})

test('A story begins with what was tried, seen and left open, a stopped try-out like a kept one', () => {
  const plan = {
    ...tryout,
    challenge_id: 1,
    owner: 'Rita',
    agreed: null,
    adapted_from: null,
    starts_on: null,
    ends_on: '2026-12-12',
    language: 'en',
    look_for: '',
  }
  const one = (id: number, state: Tryout['state'], reason: string | null): Tryout => ({
    ...plan,
    id,
    state,
    reason,
    title: `Plan ${id}`,
    expects: 'More joy.',
    stop_if: 'He asks to.',
  })
  const beginning = tell(
    {
      challenge: { question: 'How can we read together?' },
      outcomes: [{ known: 'Choice matters.', stays_open: 'And in maths?' }],
      unknowns: [
        { words: 'Is it the faces?', evidence: null },
        { words: 'Does he know the words?', evidence: 'Yes.' },
      ],
      differences: [{ words: 'I think it is the book.' }],
      tryouts: [one(1, 'stopped', 'Too loud.'), one(2, 'kept', 'It works.'), one(3, 'proposed', null)],
      changes: [
        { tryout_id: 1, happened: 'He was ill.', now_do: 'One week more.' },
        { tryout_id: 3, happened: 'x', now_do: 'y' },
      ],
      sightings: [{ tryout_id: 2, words: 'He began\nby himself.' }],
    },
    {
      stop: (said) => `Stop: ${said}`,
      change: (then, now) => `${then} → ${now}`,
      seen: 'Seen',
      open: 'Open',
      differently: 'Differently',
    },
  )
  expect(beginning.mattered).toBe('Choice matters.')
  expect(beginning.did).toContain('Plan 1\n\nMore joy.\n\nStop: He asks to.\n\nToo loud.')
  expect(beginning.did).toContain('Seen\n\n- He began by himself.')
  expect(beginning.did).not.toContain('Plan 3')
  expect(beginning.unsure).toBe(
    'Open\n\n- Is it the faces?\n- And in maths?\n\nHe was ill. → One week more.\n\nDifferently\n\n- I think it is the book.',
  )
  expect(beginning.provenance.tryouts).toEqual([
    { title: 'Plan 1', outcome: 'stopped' },
    { title: 'Plan 2', outcome: 'kept' },
  ])
})
