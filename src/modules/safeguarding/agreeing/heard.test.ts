// Who may be heard: a no wins over everything, a yes ends with its day, and nobody is asked where they answer alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countries } from '../numbers.ts'
import { agesByDefault, agesIn, agesTyped } from './ages.ts'
import {
  type Answers,
  bands,
  isUnder,
  mayBeHeard,
  needsGuardian,
  schoolYearEnds,
  type Use,
  untilOf,
  uses,
} from './heard.ts'

const today = '2026-12-01'
const ages = agesByDefault.pt
const part: Use = { what: 'words', circle: 'community' }
const story: Use = { what: 'words', circle: 'public' }
const photo: Use = { what: 'photo', circle: 'school' }
const nothing: Answers = { asks: false, country: 'pt', band: null, own: [], guardians: [] }
const guardian = (use: Use, yes: boolean, until: string | null = null, id = 1) => ({ ...use, yes, until, id })
const own = (use: Use, yes: boolean) => ({ ...use, yes })
const verdict = (use: Use, answers: Partial<Answers>, day = today) => {
  const heard = mayBeHeard(use, { ...nothing, ...answers }, ages, day)
  return heard.may ? 'yes' : heard.why
}

test.each<[string, Use, Partial<Answers>, string]>([
  ['the school stands on another basis', part, {}, 'yes'],
  ['the community asks, and nobody answered', part, { asks: true }, 'guardian-missing'],
  ['the community asks, and somebody answered', part, { asks: true, guardians: [guardian(part, true)] }, 'yes'],
  ['an age that answers alone', part, { asks: true, band: '13' }, 'yes'],
  ['an age not known counts as the youngest', part, { asks: true, band: null }, 'guardian-missing'],
  ['D19: a guardian’s no counts, whatever the basis', part, { guardians: [guardian(part, false)] }, 'guardian-no'],
  ['a guardian’s no to somebody who answers alone', part, { band: '14-15', guardians: [guardian(part, false)] }, 'yes'],
  ['one’s own no', part, { band: '18', own: [own(part, false)] }, 'own-no'],
  [
    'one’s own no beside a guardian’s yes',
    part,
    { own: [own(part, false)], guardians: [guardian(part, true)] },
    'own-no',
  ],
  [
    'two guardians who differ',
    story,
    { own: [own(story, true)], guardians: [guardian(story, true), guardian(story, false, null, 2)] },
    'guardian-no',
  ],
  [
    'a guardian who thought again',
    story,
    { own: [own(story, true)], guardians: [guardian(story, false), guardian(story, true)] },
    'yes',
  ],
  [
    'a child who thought again',
    story,
    { own: [own(story, false), own(story, true)], guardians: [guardian(story, true)] },
    'yes',
  ],
  ['a story with a guardian’s yes alone', story, { guardians: [guardian(story, true)] }, 'own-missing'],
  ['a story with the child’s yes alone', story, { own: [own(story, true)] }, 'guardian-missing'],
  [
    'D18: a picture on the last day',
    photo,
    { own: [own(photo, true)], guardians: [guardian(photo, true, today)] },
    'yes',
  ],
  [
    'D18: a picture the day after',
    photo,
    { own: [own(photo, true)], guardians: [guardian(photo, true, '2026-11-30')] },
    'guardian-over',
  ],
  [
    'D18: a yes to another use is no yes',
    photo,
    { own: [own(photo, true)], guardians: [guardian(story, true)] },
    'guardian-missing',
  ],
  ['a grown-up in a picture', photo, { band: '18', own: [own(photo, true)] }, 'yes'],
])('%s', (_, use, answers, said) => {
  expect(verdict(use, answers)).toBe(said)
})

const use = fc.constantFrom(...uses)
const day = fc.constantFrom('2026-07-31', '2026-11-30', '2026-12-01', '2027-07-31')
const answersOf = fc.record({
  asks: fc.boolean(),
  country: fc.constantFrom(...countries, null),
  band: fc.constantFrom(...bands, null),
  own: fc.array(
    fc.record({ what: use.map((one) => one.what), circle: use.map((one) => one.circle), yes: fc.boolean() }),
    { maxLength: 8 },
  ),
  guardians: fc.array(
    fc.record({
      what: use.map((one) => one.what),
      circle: use.map((one) => one.circle),
      yes: fc.boolean(),
      until: fc.option(day),
      id: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 8 },
  ),
})

test('dissent always wins: after one’s own no nothing that others said or say makes a yes', () => {
  fc.assert(
    fc.property(use, answersOf, day, (asked, answers, now) => {
      const refused = { ...answers, own: [...answers.own, own(asked, false)] }
      expect(mayBeHeard(asked, refused, ages, now)).toEqual({ may: false, why: 'own-no' })
    }),
  )
})

test('a guardian’s last no wins while guardians have a say', () => {
  fc.assert(
    fc.property(use, answersOf, day, fc.integer({ min: 1, max: 3 }), (asked, answers, now, id) => {
      const refused = { ...answers, band: null, guardians: [...answers.guardians, guardian(asked, false, null, id)] }
      expect(mayBeHeard(asked, refused, ages, now).may).toBe(false)
    }),
  )
})

test('a yes that is over is no yes, and answers to other uses change nothing', () => {
  fc.assert(
    fc.property(use, answersOf, (asked, answers) => {
      const late = mayBeHeard(
        asked,
        { ...answers, guardians: answers.guardians.map((one) => ({ ...one, until: '2026-01-01' })) },
        ages,
        today,
      )
      if (needsGuardian(asked, answers, ages)) expect(late.may).toBe(false)
      const only = (list: readonly Use[]) =>
        list.filter((one) => one.what === asked.what && one.circle === asked.circle)
      const alone = { ...answers, own: only(answers.own) as never, guardians: only(answers.guardians) as never }
      expect(mayBeHeard(asked, alone, ages, today)).toEqual(mayBeHeard(asked, answers, ages, today))
    }),
  )
})

test('D20: ages by country and purpose are settings; what is missing or odd stands at its default', () => {
  expect(countries.map((one) => agesByDefault[one].participation)).toEqual([13, 13, 16, 14, 16, 16, 16])
  expect(agesIn(undefined)).toEqual(agesByDefault)
  expect(agesIn({ pt: { participation: 3 } })).toEqual(agesByDefault)
  expect(agesIn({ pt: { participation: 15 } }).pt).toEqual({ participation: 15, publication: 18, image: 18 })
  expect(agesTyped({ 'sk-image': 16 }).sk).toEqual({ participation: 16, publication: 18, image: 16 })
  expect([isUnder('14-15', 14), isUnder('14-15', 15), isUnder(null, 13), isUnder('18', 18)]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('D18: a yes to pictures and recordings ends with the school year; to words it stays', () => {
  expect([schoolYearEnds('2026-12-01'), schoolYearEnds('2026-07-31'), schoolYearEnds('2026-08-01')]).toEqual([
    '2027-07-31',
    '2026-07-31',
    '2027-07-31',
  ])
  expect([untilOf(photo, true, today), untilOf(photo, false, today), untilOf(story, true, today)]).toEqual([
    '2027-07-31',
    null,
    null,
  ])
})
