/** The rules of planning: who may, who is told, who comes. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { scopeReaching } from '../../../tests/village/village.ts'
import { mayAnswerFor, mayChange, mayPlan } from './access.ts'
import { answers, byAnswer } from './coming.ts'
import { worthSaying } from './notices.ts'
import { whenOf } from './pages/when.tsx'

describe('who may', () => {
  const member = scopeReaching(7, ['community:1'])
  const guide = scopeReaching(8, ['community:1', 'facilitators:1'])
  const stranger = scopeReaching(9, ['community:2', 'facilitators:2'])
  const visitor = scopeReaching(null, [])
  test.each([
    ['a member', member, true, true, false],
    ['a facilitator', guide, true, true, true],
    ['a facilitator elsewhere', stranger, false, false, false],
    ['a visitor', visitor, false, false, false],
  ])('%s', (_, scope, plans, changesOwn, changesOthers) => {
    expect(mayPlan(scope, 1)).toBe(plans)
    expect(mayChange(scope, { community_id: 1, planned_by: scope.personId })).toBe(changesOwn)
    expect(mayChange(scope, { community_id: 1, planned_by: 4 })).toBe(changesOthers)
    expect(mayAnswerFor(scope, 1, 4)).toBe(changesOthers)
    expect(mayAnswerFor(scope, 1, scope.personId ?? 0)).toBe(plans)
  })
  it('nobody changes by having planned nothing', () => {
    expect(mayChange(visitor, { community_id: 1, planned_by: null })).toBe(false)
  })
})

test.each([
  ['meeting.planned', 'planned', 0, true],
  ['meeting.planned', 'planned', 1, false],
  ['meeting.planned', 'cancelled', 1, false],
  ['meeting.moved', 'planned', 2, true],
  ['meeting.moved', 'cancelled', 2, false],
  ['meeting.cancelled', 'cancelled', 1, true],
  ['meeting.planned', 'running', 0, false],
] as const)('%s of a meeting that is %s, changed %i times', (kind, state, sequence, worth) => {
  expect(worthSaying(kind, { state, sequence, day: '2026-12-03' }, '2026-12-03')).toBe(worth)
  expect(worthSaying(kind, { state, sequence, day: '2026-12-03' }, '2026-12-04')).toBe(false)
})

test('everybody who answered stands once, in the order of the answers; nobody else does', () => {
  const one = fc.record({ person_id: fc.integer(), answer: fc.constantFrom(...answers) })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ person_id }) => person_id }), (coming) => {
      const groups = byAnswer(coming)
      expect(groups.flatMap(({ people }) => people).toSorted((a, b) => a.person_id - b.person_id)).toEqual(
        coming.toSorted((a, b) => a.person_id - b.person_id),
      )
      const order = groups.map(({ answer }) => answers.indexOf(answer))
      expect(order).toEqual(order.toSorted())
    }),
  )
})

test('a day and a time read the same whatever the zone of the machine, also when clocks change', () => {
  expect(whenOf({ day: '2026-10-25', at: '01:30' }, 'en')).toBe('Sunday 25 October, 01:30')
  expect(whenOf({ day: '2027-03-28', at: null }, 'de')).toBe('Sonntag, 28. März')
})
