/** The rules of the school's sign-in: what its groups give, and what is believed of what it tells. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { perspectives } from '../../community/contract.ts'
import { linesOf, schoolForm } from './schemas.ts'
import { groupsIn, nameIn, provedEmail, seatsFor } from './school.ts'

describe('groups', () => {
  it.each([
    [{ groups: ['staff', 'head'] }, 'groups', ['staff', 'head']],
    [{ groups: 'staff' }, 'groups', ['staff']],
    [{ realm_access: { roles: ['staff'] } }, 'realm_access.roles', ['staff']],
    [{ 'https://school.example/groups': ['staff'] }, 'https://school.example/groups', ['staff']],
    [{ groups: [1, null, { a: 1 }, 'staff'] }, 'groups', ['staff']],
    [{ groups: { staff: true } }, 'groups', []],
    [{ groups: ['staff'] }, '', []],
    [{ groups: ['staff'] }, 'roles', []],
    [{}, '__proto__.constructor.name', []],
    [{ groups: 'x' }, 'groups.length', []],
  ])('%j at “%s”: %j', (claims, claim, groups) => {
    expect(groupsIn(claims, claim)).toEqual(groups)
  })

  it('give a seat in each community once, with all perspectives that go with it', () => {
    const lines = [
      { value: 'staff', community: 'reading', perspective: 'teacher' },
      { value: 'head', community: 'reading', perspective: 'leader' },
      { value: 'head', community: 'lunch', perspective: '' },
      { value: 'lab', community: '', perspective: 'researcher' },
    ]
    expect(seatsFor(['staff', 'head', 'lab'], lines)).toEqual([
      { slug: 'reading', perspectives: ['teacher', 'leader', 'researcher'] },
      { slug: 'lunch', perspectives: ['researcher'] },
    ])
    expect(seatsFor(['lab'], lines)).toEqual([])
    expect(seatsFor([], lines)).toEqual([])
  })

  const word = fc.constantFrom('a', 'b', 'c', '')
  const line = fc.record({ value: word, community: word, perspective: word })
  it('never give what no line of theirs says', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(line), (groups, lines) => {
        for (const { slug, perspectives: theirs } of seatsFor(groups, lines)) {
          const mine = lines.filter(({ value }) => groups.includes(value))
          expect(mine.map(({ community }) => community)).toContain(slug)
          for (const one of theirs) expect(mine.map(({ perspective }) => perspective)).toContain(one)
        }
      }),
    )
  })
})

describe('what the school tells of somebody', () => {
  it.each([
    [{ name: ' Bea \n Lind ' }, 'Bea Lind'],
    [{ given_name: 'Bea', family_name: 'Lind' }, 'Bea Lind'],
    [{ name: '', preferred_username: 'bea' }, 'bea'],
    [{ name: 7 }, ''],
    [{ name: 'x'.repeat(500) }, 'x'.repeat(120)],
    [{ name: 'B\0ea' }, 'Bea'],
  ])('%j is called %s', (claims, name) => {
    expect(nameIn(claims)).toBe(name)
  })

  it.each([
    [{ email: 'bea@school.example', email_verified: true }, 'bea@school.example'],
    [{ email: 'bea@school.example', email_verified: 'true' }, undefined],
    [{ email: 'bea@school.example' }, undefined],
    [{ email: 'bea', email_verified: true }, undefined],
    [{ email: ['bea@school.example'], email_verified: true }, undefined],
  ])('%j proves %s', (claims, email) => {
    expect(provedEmail(claims)).toBe(email)
  })
})

it('reads a mapping of one line or many, and leaves empty ones out', () => {
  const form = (more: object) =>
    schoolForm.parse({ issuer: 'https://school.example', client_id: 'c', scope: 'openid', button: 'b', ...more })
  expect(linesOf(form({ value: 'staff', community: 'reading', perspective: '' }), perspectives)).toEqual([
    { value: 'staff', community: 'reading', perspective: '' },
  ])
  expect(linesOf(form({ value: ['', ''], community: ['', ''], perspective: ['', ''] }), perspectives)).toEqual([])
  expect(linesOf(form({}), perspectives)).toEqual([])
  expect(linesOf(form({ value: 'staff' }), perspectives)).toBe('linesHalf')
})
