/** The release gate: each way it can be held, told as a table, and what holds for every story there could be. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Consent, circleEnds, consents, type GateView, gateOf, gateOpen, mayAskCircle, mayBeFree } from './gate.ts'

const asked = new Date('2026-11-24T10:00:00Z')
const day = 24 * 3600 * 1000
const later = (days: number) => new Date(asked.getTime() + days * day)

const core = [
  { id: 1, name: 'Inês' },
  { id: 2, name: 'Rita' },
]
const allYes = core.map(({ id }) => ({ person: id, answer: 'yes' as const }))
const theo = (consent: Consent, child = true) => ({ label: 'Theo', child, consent })

const sound: GateView = {
  ready: true,
  depicted: [theo('guardian')],
  checked: true,
  openNames: [],
  circleSince: asked,
  core,
  answers: allYes,
  licence: 'read-and-print',
  alreadyFree: false,
}

const unmet = (view: Partial<GateView>, now = later(1)) =>
  gateOf({ ...sound, ...view }, now)
    .filter((one) => !one.met)
    .map((one) => one.why)

test('a sound story passes', () => {
  expect(unmet({})).toEqual([])
  expect(gateOpen(gateOf(sound, later(1)))).toBe(true)
})

test.each<[string, Partial<GateView>, string]>([
  ['its authors have not said that it is ready', { ready: false }, 'gate.ready.not'],
  ['somebody depicted was not asked', { depicted: [theo('both'), theo('not-asked', false)] }, 'gate.depicted.notAsked'],
  ['somebody depicted said no', { depicted: [theo('both'), theo('no')] }, 'gate.depicted.no'],
  ['a child said yes without a guardian', { depicted: [theo('self')] }, 'gate.depicted.childAlone'],
  ['nobody looked for a recognisable child', { checked: false }, 'gate.child.unchecked'],
  ['a member’s name stands in it', { openNames: ['Rita'] }, 'gate.child.names'],
  ['the circle was not asked', { circleSince: null, answers: [] }, 'gate.circle.notAsked'],
  ['one of the circle is silent on the second day', { answers: allYes.slice(0, 1) }, 'gate.circle.waiting'],
  [
    'one of the circle said no',
    {
      answers: [
        { person: 1, answer: 'yes' },
        { person: 2, answer: 'no' },
      ],
    },
    'gate.circle.no',
  ],
  ['CC BY for a child who was not asked', { licence: 'cc-by-4.0' }, 'gate.licence.child'],
  ['CC BY cannot be taken back', { alreadyFree: true }, 'gate.licence.kept'],
])('%s: it is held', (_story, view, why) => {
  expect(unmet(view)).toEqual([why])
})

test('a story that shows nobody needs nobody’s consent', () => {
  expect(unmet({ depicted: [] })).toEqual([])
})

test('an adult’s own yes is enough, a child and a guardian together allow CC BY', () => {
  expect(unmet({ depicted: [theo('self', false)] })).toEqual([])
  expect(unmet({ depicted: [theo('both')], licence: 'cc-by-4.0' })).toEqual([])
})

test('silence is a yes after seven days, not a minute before', () => {
  expect(unmet({ answers: [] }, new Date(circleEnds(asked).getTime() - 60_000))).toEqual(['gate.circle.waiting'])
  expect(unmet({ answers: [] }, later(7))).toEqual([])
})

test('the silent ones are listed by name', () => {
  const circle = gateOf({ ...sound, answers: allYes.slice(0, 1) }, later(1)).find((one) => one.name === 'circle')
  expect(circle?.values.who).toBe('Rita')
})

test('the answer of somebody who is no longer of the core does not count', () => {
  expect(unmet({ answers: [...allYes, { person: 99, answer: 'no' }] })).toEqual([])
})

test('the circle is asked last', () => {
  expect(mayAskCircle({ ...sound, circleSince: null, answers: [] })).toBe(true)
  expect(mayAskCircle({ ...sound, circleSince: null, answers: [], checked: false })).toBe(false)
  expect(mayAskCircle({ ...sound, circleSince: null, answers: [], depicted: [theo('not-asked')] })).toBe(false)
})

const anyDepicted = fc.record({
  label: fc.string({ minLength: 1 }),
  child: fc.boolean(),
  consent: fc.constantFrom(...consents),
})
const anyView: fc.Arbitrary<GateView> = fc.record({
  ready: fc.boolean(),
  depicted: fc.array(anyDepicted, { maxLength: 4 }),
  checked: fc.boolean(),
  openNames: fc.array(fc.string({ minLength: 1 }), { maxLength: 2 }),
  circleSince: fc.option(fc.constant(asked)),
  core: fc.uniqueArray(fc.record({ id: fc.nat(5), name: fc.string() }), { selector: (one) => one.id, maxLength: 5 }),
  answers: fc.uniqueArray(fc.record({ person: fc.nat(5), answer: fc.constantFrom('yes' as const, 'no' as const) }), {
    selector: (one) => one.person,
    maxLength: 6,
  }),
  licence: fc.constantFrom('read-and-print' as const, 'cc-by-4.0' as const),
  alreadyFree: fc.boolean(),
})
const anyTime = fc.integer({ min: -2 * day, max: 30 * day }).map((ms) => new Date(asked.getTime() + ms))

describe('whatever the story', () => {
  test('an open gate means that nobody said no, nobody was left unasked, and no name stands open', () => {
    fc.assert(
      fc.property(anyView, anyTime, (view, now) => {
        if (!gateOpen(gateOf(view, now))) return
        expect(view.depicted.some((one) => one.consent === 'no' || one.consent === 'not-asked')).toBe(false)
        expect(view.depicted.some((one) => one.child && one.consent === 'self')).toBe(false)
        expect(view.answers.some((one) => one.answer === 'no' && view.core.some(({ id }) => id === one.person))).toBe(
          false,
        )
        expect(view.openNames).toEqual([])
        expect(view.ready && view.checked).toBe(true)
        if (view.licence === 'cc-by-4.0') expect(mayBeFree(view.depicted)).toBe(true)
      }),
    )
  })

  test('before seven days only a yes from everybody opens it', () => {
    fc.assert(
      fc.property(anyView, anyTime, (view, now) => {
        if (!gateOpen(gateOf(view, now)) || now >= circleEnds(asked)) return
        for (const { id } of view.core) expect(view.answers).toContainEqual({ person: id, answer: 'yes' })
      }),
    )
  })

  test('time alone never closes an open gate', () => {
    fc.assert(
      fc.property(anyView, anyTime, fc.nat(60 * day), (view, now, more) => {
        if (gateOpen(gateOf(view, now))) expect(gateOpen(gateOf(view, new Date(now.getTime() + more)))).toBe(true)
      }),
    )
  })

  test('every condition is shown, met or not', () => {
    fc.assert(
      fc.property(anyView, anyTime, (view, now) => {
        expect(gateOf(view, now).map((one) => one.name)).toEqual(['ready', 'depicted', 'child', 'circle', 'licence'])
      }),
    )
  })
})
