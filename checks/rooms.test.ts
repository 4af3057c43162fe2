// Each kind of thing has one room: SQL, routes, paths, waiting and time are refused anywhere else.
import { expect, test } from 'vitest'
import { law as clock } from './clock.ts'
import type { Law } from './law.ts'
import { law as pages } from './pages.ts'
import { law as paths } from './paths.ts'
import { law as routes } from './routes.ts'
import { judged, says } from './small-house.ts'
import { law as sql } from './sql.ts'

const file = (body: string): string => `// A file for the test.\n${body}\n`
const query = 'export const q = sql`select id from challenge.challenge where id = $' + '{id}`'
const house = {
  'db/migrations/0060_challenge.sql': 'create table challenge.challenge (id bigint);',
  'src/modules/challenge/urls.ts': file(`export const urls = { question: path('/c/:slug/questions/:id') }`),
  'src/modules/challenge/store.ts': file(query),
  'src/modules/challenge/store/tryout.ts': file(query),
  'src/modules/challenge/routes.ts': file(
    `const form = new FormData()\nform.get('title')\ntable.get(urls.question, memberOf, (c) => show(c)).post(urls.question, access.mayRaise, (c) => c)`,
  ),
  'src/modules/challenge/pages/question.tsx': file(
    'export const Question = ({ href }: P) => <a href={href}>{href}</a>',
  ),
  'src/modules/people/contract.ts': file(`export const view = 'people.named'`),
  'src/platform/db/database.ts': file(query),
}
const laws: [string, Law][] = [sql, routes, paths, pages, clock].map((law) => [law.name, law])

test.each(laws)('%s has nothing to say of a house in order', (_, law) => {
  expect(says(law, house)).toEqual([])
})

test.each(laws)('%s fails on an empty house', (_, law) => {
  expect(judged(law, {}).ok).toBe(false)
})

const bad: [Law, string, string, string][] = [
  [sql, 'src/modules/challenge/routes.ts', query, 'holds SQL: write it as a query in challenge/store.ts'],
  [sql, 'src/modules/challenge/tally.ts', `const q = 'select a from b where c'`, 'holds SQL'],
  [sql, 'src/app.ts', 'const q = `insert into people.person values (1)`', 'holds SQL'],
  [
    sql,
    'src/modules/challenge/store.ts',
    'const q = sql`select 1 from people.person`',
    'src/modules/people/contract.ts does not name people.person as a view for others, but src/modules/challenge/store.ts read it',
  ],
  [routes, 'src/modules/challenge/routes.ts', `table.get(urls.a, (c) => c, (c) => c)`, 'name the access rule'],
  [routes, 'src/modules/challenge/routes.ts', `table.get('/x', memberOf, (c) => c)`, 'mount urls.something'],
  [routes, 'src/modules/challenge/routes.ts', `table.post(urls.a, (c) => c)`, 'name the access rule'],
  [routes, 'src/modules/challenge/routes/tryout.ts', 'export const none = 1', 'mounts no route'],
  [routes, 'src/modules/challenge/api.ts', `table.get('/x', memberOf, 'read', {}, (c) => c)`, 'mount urls.something'],
  [routes, 'src/modules/challenge/api.ts', `table.get(apiUrls.a, (c) => c, 'read', {}, (c) => c)`, 'name the access'],
  [routes, 'src/modules/challenge/api.ts', `table.patch(apiUrls.a, memberOf, {}, (c) => c)`, 'say the right a token'],
  [routes, 'src/modules/challenge/api.ts', `table.post(apiUrls.a, memberOf, 'all', {}, (c) => c)`, 'say the right'],
  [routes, 'src/modules/challenge/api/tryout.ts', 'export const none = 1', 'mounts no route'],
  [routes, 'src/modules/challenge/jobs.ts', `import { Hono } from 'hono'`, 'has no server of its own'],
  [paths, 'src/modules/challenge/access.ts', `const to = '/c/reading'`, '/c/reading is a path'],
  [paths, 'src/ui/menu.tsx', 'const to = `/c/${slug}`', '/c/… is a path'],
  [paths, 'src/ui/menu.tsx', `const a = <a href="/">{x}</a>`, 'href="/" belongs in urls.ts'],
  [
    pages,
    'src/modules/challenge/pages/late.tsx',
    'export const P = async () => <p>{await x()}</p>',
    'waits for nothing',
  ],
  [pages, 'src/modules/challenge/pages/nosy.tsx', `import { q } from '../store.ts'`, 'does not call'],
  [clock, 'src/modules/challenge/ending.ts', 'const at = new Date()', 'new Date(): pass the time'],
  [clock, 'src/modules/challenge/ending.ts', 'const at = Math.random()', 'Math.random(): pass the time'],
  [clock, 'src/modules/challenge/store.ts', 'const q = sql`select now()`', 'now(): pass the time'],
]

test.each(bad)('%o is seen in %s: %s', (law, path, body, reason) => {
  expect(says(law, { ...house, [path]: file(body) })).toContainEqual(expect.stringContaining(reason))
})

test('the view that a contract names may be read', () => {
  const store = file('export const q = sql`select name from people.named`')
  expect(says(sql, { ...house, 'src/modules/challenge/store.ts': store })).toEqual([])
})

test('a routes.ts may only gather the routes of its folder', () => {
  const gathered = file(`import { tryouts } from './routes/tryout.ts'\nexport const routes = [tryouts]`)
  const tryout = file('table.get(urls.tryout, memberOf, (c) => c)')
  const doors = { 'src/modules/challenge/routes.ts': gathered, 'src/modules/challenge/routes/tryout.ts': tryout }
  expect(says(routes, { ...house, ...doors })).toEqual([])
})

test('tests may hold SQL, paths and dates', () => {
  const story = file(`${query}\nconst at = new Date()\nconst to = '/c/reading'`)
  for (const law of [sql, paths, clock])
    expect(says(law, { ...house, 'src/modules/challenge/store.test.ts': story })).toEqual([])
})
