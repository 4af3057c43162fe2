/** A community's pure rules: addresses, the audience rule, documents and their states. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scopeReaching } from '../../../tests/village/village.ts'
import { audienceOf, circleOf, hears, narrows } from './audience.ts'
import { sameLines, settledNow, startingLinesIn, stateOf } from './charter.ts'
import { nextSlug, slugOf } from './slug.ts'

describe('addresses', () => {
  it.each([
    ['Reading together', 'reading-together'],
    ['Čítame spolu!', 'citame-spolu'],
    ['Straße & Größe', 'strasse-grosse'],
    ['  ¿?  ', 'community'],
    ['田中', 'community'],
  ])('%s becomes %s', (name, slug) => expect(slugOf(name)).toBe(slug))

  it('are always addresses', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name))))
    expect(nextSlug('reading', 3)).toBe('reading-3')
  })
})

describe('the audience rule', () => {
  const circle = fc.constantFrom('public', 'me:1', 'me:2', 'community:1', 'community:2', 'facilitators:1', 'school:1')
  it('lets one hear what is within reach and one’s own words, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(1, 2, 3)),
        fc.array(circle),
        circle,
        fc.option(fc.constantFrom(1, 2, 3)),
        (person, reach, audience, author) => {
          const scope = scopeReaching(person, person === null ? [] : reach)
          const expected = scope.reach.includes(audience) || (person !== null && author === person)
          return hears(scope, { audience, author_id: author }) === expected
        },
      ),
    )
  })

  it('lets an author narrow, never widen', () => {
    expect(narrows('community:1', 'facilitators:1')).toBe(true)
    expect(narrows('community:1', 'me:5')).toBe(true)
    expect(narrows('facilitators:1', 'community:1')).toBe(false)
    expect(narrows('me:5', 'facilitators:1')).toBe(false)
    expect(narrows('school:1', 'network:1')).toBe(false)
    expect(narrows('network:1', 'public')).toBe(false)
    expect(narrows('public', 'school:1')).toBe(true)
    expect([narrows('public', 'nobody:1'), narrows('nobody:1', 'me:5')]).toEqual([false, false])
  })

  it('names circles by key', () => {
    expect(audienceOf('me', scopeReaching(7, []), 3)).toBe('me:7')
    expect(audienceOf('facilitators', scopeReaching(7, []), 3)).toBe('facilitators:3')
    expect(circleOf('school:4')).toBe('other')
  })
})

describe('a document', () => {
  const line = (words: string, state: 'suggested' | 'kept' | 'struck', id = 1) => ({
    id,
    part: 'agreement' as const,
    words,
    state,
    changed_at: new Date(0),
  })
  it('is empty, drafted, active, renegotiating', () => {
    expect(stateOf([], undefined)).toBe('empty')
    const now = settledNow('agreement', [line('a', 'kept'), line('b', 'suggested'), line('c', 'struck')])
    expect(now).toEqual([{ part: 'agreement', words: 'a' }])
    expect(stateOf(now, undefined)).toBe('drafted')
    expect(stateOf(now, now)).toBe('active')
    expect(stateOf([], now)).toBe('renegotiating')
    expect(settledNow('charter', [line('a', 'kept')])).toEqual([])
  })

  it('begins with eight lines of the agreement in every language', () => {
    for (const lang of ['en', 'pt', 'nl', 'de', 'sk'] as const)
      expect(startingLinesIn(lang).filter((one) => one.part === 'agreement')).toHaveLength(8)
    expect(sameLines(startingLinesIn('en'), startingLinesIn('en'))).toBe(true)
    expect(sameLines(startingLinesIn('en'), startingLinesIn('pt'))).toBe(false)
  })
})
