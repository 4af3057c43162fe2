// The rules of a question to a person, as tables and as any run of deeds: it is closed once, by whoever may, and a pass is final.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scopeReaching } from '../../../../tests/village/village.ts'
import { mayAnswer, mayReopen, mayTakeBack } from './access.ts'
import { type AskState, answerCircles, askerHears, canBeAskedIn, endOfAsk, standing, states, worded } from './ask.ts'
import { hashOf, isToken, linkEnds, undoToken } from './link.ts'

const NOW = new Date('2026-11-24T10:00:00Z')
const marta = scopeReaching(2, ['community:7'])
const rita = scopeReaching(1, ['community:7'])
const ask = (more: Partial<Parameters<typeof mayAnswer>[1]> = {}) => ({
  author_id: 1,
  asked_id: 2,
  community_id: 7,
  state: 'open' as AskState,
  ends_at: endOfAsk(NOW),
  closed_at: null,
  ...more,
})
const reason = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? 'may' : outcome.reason)

test.each([
  ['the person asked', marta, ask(), 'may'],
  ['the asker', rita, ask(), 'answer.notYours'],
  ['a visitor', scopeReaching(null, []), ask(), 'answer.notYours'],
  ['who has left', scopeReaching(2, []), ask(), 'answer.left'],
  ['after the answer', marta, ask({ state: 'answered', closed_at: NOW }), 'answer.closed'],
  ['after it was taken back', marta, ask({ state: 'taken-back', closed_at: NOW }), 'answer.closed'],
  ['after its time', marta, ask({ ends_at: NOW }), 'answer.closed'],
] as const)('may answer: %s', (_, scope, of, expected) => {
  expect(reason(mayAnswer(scope, of, NOW))).toBe(expected)
})

test.each([
  [rita, ask(), 'may'],
  [marta, ask(), 'back.notYours'],
  [rita, ask({ state: 'passed', closed_at: NOW }), 'back.closed'],
  [rita, ask({ ends_at: NOW }), 'back.closed'],
] as const)('may take back %#', (scope, of, expected) => {
  expect(reason(mayTakeBack(scope, of, NOW))).toBe(expected)
})

test.each([
  [marta, ask({ state: 'answered', closed_at: NOW }), 'may'],
  [marta, ask({ state: 'declined', closed_at: new Date(NOW.getTime() - 599_999) }), 'may'],
  [marta, ask({ state: 'passed', closed_at: new Date(NOW.getTime() - 600_000) }), 'undo.late'],
  [marta, ask(), 'undo.gone'],
  [marta, ask({ state: 'taken-back', closed_at: NOW }), 'undo.gone'],
  [rita, ask({ state: 'answered', closed_at: NOW }), 'answer.notYours'],
] as const)('may undo %#', (scope, of, expected) => {
  expect(reason(mayReopen(scope, of, NOW))).toBe(expected)
})

test('whatever people do, one of the two closes it, and nothing but the asked person’s own undo opens it again', () => {
  const deed = fc.record({
    does: fc.constantFrom('answer', 'pass', 'take back', 'undo'),
    who: fc.constantFrom(marta, rita, scopeReaching(3, ['community:7', 'facilitators:7'])),
    minutes: fc.integer({ min: 0, max: 12 }),
  })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      let now = NOW.getTime()
      let state = ask()
      for (const { does, who, minutes } of deeds) {
        now += minutes * 60_000
        const at = new Date(now)
        const before = state
        if (does === 'answer' && mayAnswer(who, state, at).ok) state = { ...state, state: 'answered', closed_at: at }
        if (does === 'pass' && mayAnswer(who, state, at).ok) state = { ...state, state: 'passed', closed_at: at }
        if (does === 'take back' && mayTakeBack(who, state, at).ok)
          state = { ...state, state: 'taken-back', closed_at: at }
        if (does === 'undo' && mayReopen(who, state, at).ok) state = { ...state, state: 'open', closed_at: null }
        if (state === before) continue
        expect(who).toBe(does === 'take back' ? rita : marta)
        if (before.state !== 'open')
          expect([does, now - (before.closed_at as Date).getTime() < 600_000]).toEqual(['undo', true])
      }
    }),
  )
})

test('an open question whose time has passed has run out; the others stand as they are', () => {
  for (const state of states) expect(standing({ state, ends_at: NOW }, NOW)).toBe(state === 'open' ? 'run-out' : state)
  expect(standing({ state: 'open', ends_at: endOfAsk(NOW) }, NOW)).toBe('open')
})

test('an answer is never heard wider than the conversation, nor by its writer alone', () => {
  expect(answerCircles({ audience: 'public', about_audience: null })).toEqual(['community', 'facilitators'])
  expect(answerCircles({ audience: 'community:7', about_audience: 'facilitators:7' })).toEqual(['facilitators'])
  expect(['me:1', 'facilitators:7', 'community:7', 'public'].map(canBeAskedIn)).toEqual([false, true, true, true])
  expect(askerHears({ asker_role: 'member' }, 'facilitators')).toBe(false)
  expect(askerHears({ asker_role: 'member' }, 'community')).toBe(true)
  expect(askerHears({ asker_role: null }, 'community')).toBe(false)
})

test('an empty question is that of the conversation, cut where it is too long', () => {
  expect(worded('  Why? ', 'Own?')).toBe('Why?')
  expect(worded(' ', 'Own?')).toBe('Own?')
  expect(worded('', 'x'.repeat(700))).toHaveLength(600)
})

test('a link is a token of its own length, and what undoes an answer cannot be made from the link alone', () => {
  fc.assert(fc.property(fc.string(), (text) => isToken(text) === /^[A-Za-z0-9_-]{43}$/.test(text)))
  expect(isToken(undoToken('link', 'form'))).toBe(true)
  expect(undoToken('link', 'form')).not.toBe(undoToken('link', 'another form'))
  expect(hashOf('a').equals(hashOf('b'))).toBe(false)
  expect(linkEnds(NOW).toISOString()).toBe('2026-12-01T10:00:00.000Z')
})
