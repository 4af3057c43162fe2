// A corpus comes in once and never twice, survives being killed, is told apart from real people, and refuses what is broken.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCorpus } from '../../bench/corpus/written.ts'
import { openVillage, type Village } from '../../tests/village/village.ts'
import { insertAccount, insertPerson } from '../modules/people/store.ts'
import { projectRoot } from '../platform/root.ts'
import { answer } from './answer.ts'
import { bringCorpus } from './corpus/bring.ts'
import { filesIn } from './corpus/rows.ts'

let village: Village
let folder: string
let program: string
beforeAll(async () => {
  village = await openVillage()
  folder = await mkdtemp(join(tmpdir(), 'ciranda-load-'))
  await mkdir(join(projectRoot, 'dist'), { recursive: true })
  program = await mkdtemp(join(projectRoot, 'dist', 'load-'))
})
afterAll(async () => {
  await village.close()
  for (const path of [folder, program]) await rm(path, { recursive: true, force: true })
})

const user = (id: number, more: object = {}) => ({
  id,
  username: `u${id}`,
  displayName: `Person ${id}`,
  email: `p${id}@corpus.example`,
  password: id === 3 ? 'another password' : 'the same password',
  bio: 'Not read.',
  createdAt: 1_700_000_000_000 + id,
  ...more,
})
const AT = 1_710_000_000_000
const topic = (id: number, communityId: number, userId: number) => ({
  ...{ id, communityId, userId, title: `Walrus topic ${id}`, tags: ['x'], createdAt: AT + id, postCount: 9 },
})
const post = (id: number, topicId: number, userId: number, body = `words of **${id}**`) => ({
  ...{ id, topicId, userId, isFirst: false, seq: id, body, createdAt: AT + 1000 * id },
})
const page = (id: number, communityId: number, userId: number, body = 'See [the first](/one/page-1).') => ({
  ...{ id, communityId, userId, path: `one/page-${id}`, title: `Page ${id}`, description: `About ${id}.`, tags: [] },
  ...{ body: `## Narwhal\n\n${body}`, createdAt: AT + id },
})
const rows = {
  users: [user(1), user(2), user(3)],
  communities: [
    { id: 1, slug: 'one', name: 'One', description: 'The first.' },
    { id: 2, slug: 'dois', name: 'Dois', description: 'A segunda.', language: 'pt' },
  ],
  topics: [topic(1, 1, 1), topic(2, 2, 2), topic(3, 1, 3)],
  posts: [
    post(1, 1, 1),
    post(2, 1, 2, '<script>alert(1)</script> walrus'),
    post(3, 2, 2, 'As crianças leram'),
    post(4, 1, 2),
  ],
  pages: [page(1, 1, 1), page(2, 2, 3)],
}
type Changes = Partial<Record<keyof typeof rows, readonly (object | string | undefined)[]>>
const lay = async (changes: Changes = {}) => {
  for (const [name, its] of Object.entries({ ...rows, ...changes })) {
    const lines = its.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)))
    await writeFile(join(folder, `${name}.jsonl`), `${lines.join('\n')}\n`)
  }
}
const load = async (yes = false, db = village.house.db) =>
  bringCorpus(db, await filesIn(folder), yes, {
    heard: () => undefined,
    stop: new AbortController().signal,
    time: () => 0,
  })
const countsIn = async (db = village.house.db) => {
  const [counts] = await db.asSystem('import', (tx) =>
    tx.rows(sql<Record<string, number>>`select
      (select count(*) from people.account where email like '%@corpus.example') as people,
      (select count(*) from community.community where invented and open) as communities,
      (select count(*) from community.membership m join people.account a using (person_id) where a.email like '%@corpus.example') as memberships,
      (select count(*) from dialogue.thread where source_key like 'corpus:%') as threads,
      (select count(*) from dialogue.contribution where source_key like 'corpus:%') as contributions,
      (select count(*) from library.entry where invented) as entries,
      (select count(*) from platform.search_index i join dialogue.contribution c on i.kind = 'contribution' and i.id = c.id
        where c.source_key like 'corpus:%') as found`),
  )
  return counts
}

test('Twice: the same counts, nothing doubled, empty topics told', async () => {
  await lay()
  const first = await load()
  const there = { people: 3, communities: 2, memberships: 5, threads: 2, contributions: 4, entries: 2 }
  expect(first).toMatchObject({ emptyTopics: 1, people: { there: 3, fresh: 3 }, memberships: { there: 5, fresh: 5 } })
  expect(await countsIn()).toEqual({ ...there, found: 4 })
  const again = await load()
  for (const [name, count] of Object.entries(there)) expect(again).toMatchObject({ [name]: { there: count, fresh: 0 } })
  expect(await countsIn()).toEqual({ ...there, found: 4 })
})

test('A visitor reads and finds it, with dates and names that may be known; harmless words, links that lead on', async () => {
  const visitor = village.visitor()
  const [thread] = await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql<{ id: number }>`select id from dialogue.thread where source_key = 'corpus:1'`),
  )
  const read = await (await visitor.get(`/c/one/threads/${thread?.id}`)).text()
  expect(read).toContain('<strong>1</strong>')
  expect(read).toContain('&lt;script&gt;')
  expect(read).not.toContain('<script>alert')
  expect(read).toContain('9 March 2024')
  // Who is no member does not learn the names of members.
  expect(read).not.toContain('Person 1')
  const found = await (await visitor.get('/search?q=walrus')).text()
  expect(found).toContain('Walrus topic 1')
  expect(await (await visitor.get('/search?q=crian%C3%A7a')).text()).toContain('Walrus topic 2')
  const entry = await (await visitor.get('/library/one-page-2')).text()
  expect(entry).toContain('href="/library/one-page-1"')
  expect(entry).toContain('Person 3')
})

test('Its people sign in, belong where they wrote and nowhere else; a visitor does not see who belongs', async () => {
  const browser = village.visitor()
  const came = await browser.post('/sign-in', { email: 'p3@corpus.example', password: 'another password' })
  expect(came.status).toBe(303)
  expect((await browser.get('/c/one/people')).status).toBe(200)
  expect((await browser.get('/c/dois/people')).status).toBe(200)
  const first = village.visitor()
  await first.post('/sign-in', { email: 'p1@corpus.example', password: 'the same password' })
  const here = await first.get('/c/one/people')
  expect([here.status, await here.text()]).toEqual([200, expect.stringContaining('Person 2')])
  expect((await first.get('/c/dois/people')).status).toBe(404)
  expect((await village.visitor().get('/c/one/people')).status).not.toBe(200)
  const roles = await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql<{ slug: string; email: string }>`
      select c.slug, a.email from community.membership m join community.community c on c.id = m.community_id
      join people.account a using (person_id) where m.role = 'facilitator' and c.slug in ('one', 'dois') order by 1`),
  )
  expect(roles).toEqual([
    { slug: 'dois', email: 'p2@corpus.example' },
    { slug: 'one', email: 'p1@corpus.example' },
  ])
})

test.each<[string, Changes, RegExp]>([
  ['no JSON', { posts: [post(1, 1, 1), '{"id":2,'] }, /^posts.jsonl line 2 is no JSON: /],
  ['no words', { posts: [post(1, 1, 1, ' ')] }, /^posts.jsonl line 1: body: /],
  ['too many words', { posts: [post(1, 1, 1, 'x'.repeat(60_001))] }, /^posts.jsonl line 1: body: /],
  ['a list for a row', { topics: ['[]'] }, /^topics.jsonl line 1: the row: /],
  ['an odd date', { topics: [{ ...topic(1, 1, 1), createdAt: 'soon' }] }, /^topics.jsonl line 1: createdAt: /],
  ['the same id', { posts: [post(1, 1, 1), post(1, 1, 1)] }, /^posts.jsonl line 2: the id 1 was there before/],
  ['the same mail', { users: [user(1), user(2, { email: 'P1@corpus.example' })] }, /^users.jsonl line 2: p1@corpus/],
  ['an unknown topic', { posts: [post(1, 77, 1)] }, /^posts.jsonl line 1: there is no topic 77/],
  ['an unknown user', { posts: [post(1, 1, 1), '', post(2, 1, 8)] }, /^posts.jsonl line 3: there is no user 8/],
  ['an unknown community', { pages: [page(1, 9, 1)] }, /^pages.jsonl line 1: there is no community 9/],
  ['one address for two pages', { pages: [page(1, 1, 1), page(1, 1, 1)] }, /^pages.jsonl line 2: the path one\/page-1/],
  ['an odd address', { communities: [{ ...rows.communities[0], slug: 'A b' }] }, /^communities.jsonl line 1: slug: /],
  [
    'a mail that somebody may have',
    { users: [user(1, { email: 'ada@gmail.com' })] },
    /line 1: email: a corpus has addr/,
  ],
  ['nobody', { users: [] }, /^users.jsonl is empty/],
  [
    'a community in the way',
    { communities: [{ ...rows.communities[0], slug: 'reading-together' }, rows.communities[1]] },
    /There is a community reading-together already/,
  ],
  [
    'another corpus',
    { topics: [{ ...topic(1, 1, 1), createdAt: 5 }, topic(2, 2, 2), topic(3, 1, 3)] },
    /another corpus/,
  ],
])('Refused with nothing written: %s', async (_what, files, sentence) => {
  const before = await countsIn()
  await lay(files)
  await expect(load()).rejects.toThrow(sentence)
  expect(await countsIn()).toEqual(before)
})

test('Where somebody real lives it is refused, unless it is wished', async () => {
  await lay({ posts: [...rows.posts, post(9, 1, 1)] })
  await village.house.db.asSystem('import', async (tx) => {
    const person = await tx.one(insertPerson({ name: 'Real', language: 'en', at: tx.now }))
    await tx.rows(insertAccount(person?.id ?? 0, 'real@school.org', null, null))
  })
  await expect(load()).rejects.toThrow(/^This site holds 1 person who was not invented/)
  expect((await load(true)).contributions).toEqual({ there: 5, fresh: 1 })
})

test('Killed half-way and run again, it ends with the same counts', async () => {
  const other = await openVillage()
  const outfile = join(program, 'ciranda.js')
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/cli/ciranda.ts'],
    ...{ outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node22' },
  })
  const corpus = join(folder, 'killed')
  const written = writeCorpus(corpus, 0.02, 1)
  const run = () =>
    spawn(process.execPath, [outfile, 'load', '--corpus', corpus, '--json'], {
      env: { ...process.env, DATABASE_URL: other.databaseUrl },
    })
  const killed = run()
  killed.stderr.on('data', (said: Buffer) => /\d+ of \d+/.test(String(said)) && killed.kill('SIGKILL'))
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL'])
  const half = await countsIn(other.house.db)
  expect(half?.contributions).toBeGreaterThan(0)
  expect(half?.contributions).toBeLessThan(written.posts)
  const whole = run()
  let [report, told] = ['', '']
  whole.stdout.on('data', (said: Buffer) => {
    report += said
  })
  whole.stderr.on('data', (said: Buffer) => {
    told += said
  })
  expect([await once(whole, 'exit'), told.replace(/^(Reading|\d+ of).*\n/gm, '')]).toEqual([[0, null], ''])
  const { contributions, people, entries } = JSON.parse(report)
  expect(contributions).toEqual({ there: written.posts, fresh: written.posts - (half?.contributions ?? 0) })
  const counts = await countsIn(other.house.db)
  expect(counts).toMatchObject({ contributions: written.posts, found: written.posts, threads: written.topics })
  expect(counts).toMatchObject({ people: written.users, entries: written.pages, communities: written.communities })
  expect([people.there, entries.fresh]).toEqual([written.users, written.pages])
  await other.close()
}, 120_000)

test.each([
  [['load'], 2, /^Say what to load/],
  [['load', '--corpus', '/none'], 1, /^There is no folder \/none/],
  [['load', '--corpus', import.meta.dirname], 1, /has no users.jsonl/],
  [['load', 'x', '--corpus', '/none'], 2, /does not know x/],
])('ciranda %j ends with %i and one sentence', async (args, code, sentence) => {
  let told = ''
  const tell = (text: string) => {
    told += text
  }
  const terminal = { out: () => undefined, tell, live: false, stop: new AbortController().signal }
  expect(await answer(args, terminal)).toBe(code)
  expect(told).toMatch(sentence)
})
