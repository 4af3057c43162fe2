/** Who waits for a word back: by table, and whatever anybody said. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ended, type SaidOn, saidKinds, whoWaits } from './word-back.ts'

const [RITA, MARTA, TOMAS, INES, PETER] = [1, 2, 3, 4, 9]
const members = [
  { person_id: RITA, role: 'member' },
  { person_id: MARTA, role: 'member' },
  { person_id: TOMAS, role: 'member' },
  { person_id: INES, role: 'facilitator' },
]
const tryout: Ended = {
  audience: 'community:5',
  asker_id: MARTA,
  owner_id: RITA,
  tryout: { id: 7, began: '2026-11-10' },
}
const answer: Ended = { audience: 'community:5', asker_id: MARTA, owner_id: RITA }
const said = (person_id: number, more: Partial<SaidOn> = {}): SaidOn => ({
  person_id,
  kind: 'contribution',
  thing: 1,
  tryout_id: null,
  audience: 'community:5',
  at: new Date('2026-11-09T10:00:00Z'),
  ...more,
})
const late = new Date('2026-11-20T10:00:00Z')

test.each<[string, SaidOn[], Ended, number[]]>([
  ['who asked', [said(MARTA, { kind: 'challenge' })], tryout, [MARTA]],
  [
    'who spoke before it began, and on that day',
    [said(TOMAS, { at: new Date('2026-11-10T15:00:00Z') })],
    tryout,
    [TOMAS],
  ],
  ['not who spoke afterwards', [said(TOMAS, { at: late })], tryout, []],
  ['but who told what they saw of it', [said(TOMAS, { kind: 'sighting', tryout_id: 7, at: late })], tryout, [TOMAS]],
  ['not of another try-out', [said(TOMAS, { kind: 'sighting', tryout_id: 8, at: late })], tryout, []],
  ['who proposed it', [said(INES, { kind: 'tryout', tryout_id: 7 })], tryout, [INES]],
  ['not the owner', [said(RITA), said(RITA, { kind: 'sighting', tryout_id: 7 })], tryout, []],
  [
    'once, in the order they first spoke',
    [said(TOMAS), said(MARTA, { at: new Date('2026-11-01') }), said(TOMAS)],
    tryout,
    [MARTA, TOMAS],
  ],
  ['not who does not belong', [said(PETER)], tryout, []],
  ['not a note to oneself', [said(TOMAS, { audience: 'me:3' })], tryout, []],
  ['to an answer everybody who said anything', [said(TOMAS, { at: late }), said(MARTA)], answer, [MARTA, TOMAS]],
  ['only who still hears it', [said(TOMAS), said(INES)], { ...answer, audience: 'facilitators:5' }, [INES]],
  ['the asker hears it in any circle', [said(MARTA)], { ...answer, audience: 'facilitators:5' }, [MARTA]],
  ['nobody where only the asker hears it', [said(TOMAS), said(INES)], { ...answer, audience: 'me:2' }, []],
])('%s', (_, words, ended, expected) => {
  expect(whoWaits(words, ended, members).map((one) => one.person_id)).toEqual(expected)
})

test('Who spoke to the facilitators alone waits, and only they know; who spoke to all is known', () => {
  const aside = said(TOMAS, { audience: 'facilitators:5', thing: 4 })
  expect(whoWaits([aside], answer, members)).toEqual([
    { person_id: TOMAS, named: true, aside: true, said: { kind: 'contribution', id: 4 } },
  ])
  const open = said(TOMAS, { at: late, thing: 6 })
  expect(whoWaits([aside, open], answer, members)).toMatchObject([{ aside: false, said: { id: 6 } }])
})

test('Who spoke without a name is never named, unless they spoke by name to the same ears', () => {
  expect(whoWaits([said(TOMAS, { unnamed: true })], answer, members)).toMatchObject([{ named: false }])
  expect(whoWaits([said(TOMAS, { unnamed: true }), said(TOMAS)], answer, members)).toMatchObject([{ named: true }])
  const byName = said(TOMAS, { audience: 'facilitators:5' })
  expect(whoWaits([said(TOMAS, { unnamed: true }), byName], answer, members)).toMatchObject([{ named: false }])
})

test('Whatever was said: nobody twice, never the owner, nobody out of the circle, and nobody who spoke openly is forgotten', () => {
  const person = fc.integer({ min: 1, max: 9 })
  const circle = fc.oneof(
    fc.constantFrom('community:5', 'facilitators:5'),
    person.map((n) => `me:${n}`),
  )
  const anything = fc.record({
    person_id: person,
    kind: fc.constantFrom(...saidKinds),
    thing: fc.nat(50),
    tryout_id: fc.constantFrom(null, 7, 8),
    audience: circle,
    at: fc.date({ min: new Date('2026-10-01'), max: new Date('2026-12-01'), noInvalidDate: true }),
    unnamed: fc.boolean(),
  })
  const ending = fc.record({
    audience: circle,
    asker_id: fc.option(person),
    owner_id: fc.option(person),
    tryout: fc.constant({ id: 7, began: '2026-11-10' }),
  })
  const seats = fc.uniqueArray(fc.record({ person_id: person, role: fc.constantFrom('member', 'facilitator') }), {
    selector: (one) => one.person_id,
  })
  fc.assert(
    fc.property(
      fc.array(anything, { maxLength: 30 }),
      ending,
      seats,
      fc.boolean(),
      (words, whole, seated, answered) => {
        const { tryout: _, ...plain } = whole
        const ended: Ended = answered ? plain : whole
        const waiting = whoWaits(words, ended, seated)
        const people = waiting.map((one) => one.person_id)
        expect(new Set(people).size).toBe(people.length)
        expect(people).not.toContain(ended.owner_id)
        for (const one of people) {
          const seat = seated.find(({ person_id }) => person_id === one)
          expect(seat).toBeDefined()
          if (ended.audience.startsWith('facilitators'))
            expect(seat?.role === 'facilitator' || one === ended.asker_id).toBe(true)
          if (ended.audience.startsWith('me')) expect(one).toBe(ended.asker_id)
          expect(words.some(({ person_id }) => person_id === one)).toBe(true)
        }
        if (answered && ended.audience === 'community:5')
          for (const one of words.filter(({ audience }) => !audience.startsWith('me')))
            if (one.person_id !== ended.owner_id && seated.some(({ person_id }) => person_id === one.person_id))
              expect(people).toContain(one.person_id)
      },
    ),
  )
})
