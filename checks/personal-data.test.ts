// The personal data law refuses a table about people that nobody covers, and an audience without a wall.
import { expect, test } from 'vitest'
import { type Cover, personalData } from './personal-data.ts'
import { says } from './small-house.ts'

const covered: Record<string, Cover> = { 'dialogue.contribution': { export: 'exported', erasure: 'unlinked' } }
const contribution = `create table dialogue.contribution (
  id bigint generated always as identity primary key,
  author_id bigint references people.person (id), -- a comment; with a semicolon
  audience platform.audience not null,
  body text check (length(body) between 1 and 9, 'a')
);
grant select on dialogue.contribution to ciranda_app;`
const wall = `alter table dialogue.contribution enable row level security;
create policy heard on dialogue.contribution to ciranda_app using (audience = any ((select platform.reach())::text[]));`
const kinds = 'create table dialogue.kind (name text primary key);'
const house = (...sql: string[]): Record<string, string> => ({ 'db/migrations/0040_dialogue.sql': sql.join('\n') })

test('a covered and walled table passes', () => {
  expect(says(personalData(covered), house(contribution, wall, kinds))).toEqual([])
})

test('a table about people that no entry covers is refused', () => {
  expect(says(personalData({}), house(contribution, wall))).toEqual([
    expect.stringContaining('dialogue.contribution speaks of a person'),
  ])
})

test.each(['email text', 'raised_by bigint', 'reader_id bigint', 'who bigint references people.person (id)'])(
  '%s is about a person',
  (column) => {
    const table = `create table dialogue.other (id bigint, ${column});`
    expect(says(personalData(covered), house(contribution, wall, table))).toEqual([
      expect.stringContaining('dialogue.other speaks'),
    ])
    const later = `create table dialogue.other (id bigint); alter table dialogue.other add column ${column};`
    expect(says(personalData(covered), house(contribution, wall, later))).toEqual([
      expect.stringContaining('dialogue.other speaks'),
    ])
  },
)

test('an entry is true: the table stands, and what is withheld or kept has a reason', () => {
  const list = (cover: Cover, name = 'dialogue.contribution'): Record<string, Cover> => ({ ...covered, [name]: cover })
  const told = (covers: Record<string, Cover>): string[] => says(personalData(covers), house(contribution, wall))
  expect(told(list({ export: 'exported', erasure: 'erased' }, 'dialogue.gone'))).toEqual([
    expect.stringContaining('which no migration makes'),
  ])
  expect(told(list({ export: 'withheld', erasure: 'erased' }))).toEqual([expect.stringContaining('owes a why')])
  expect(told(list({ export: 'maybe', erasure: 'erased' }))).toEqual([expect.stringContaining('export is')])
  expect(told(list({ export: 'exported', erasure: 'later' }))).toEqual([expect.stringContaining('erasure is')])
})

test('an audience without a wall is refused, unless the web cannot read the table at all', () => {
  const half = 'alter table dialogue.contribution enable row level security;'
  expect(says(personalData(covered), house(contribution))).toEqual([
    expect.stringContaining('has no row level security'),
  ])
  expect(says(personalData(covered), house(contribution, half))).toEqual([expect.stringContaining('has no policy')])
  expect(says(personalData(covered), house(contribution.replace(/grant.*/, '')))).toEqual([])
})
