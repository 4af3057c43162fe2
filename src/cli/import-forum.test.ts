// An archive comes in once and never twice, survives being cut, says what it left out, and refuses what is broken.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVillage, type Village } from '../../tests/village/village.ts'
import { answer } from './answer.ts'
import type { Wanted } from './import/community.ts'
import { bringStackExchange } from './stackexchange/bring.ts'

let village: Village
let folder: string
beforeAll(async () => {
  village = await openVillage()
  folder = await mkdtemp(join(tmpdir(), 'ciranda-archive-'))
})
afterAll(async () => {
  await village.close()
  await rm(folder, { recursive: true, force: true })
})

const users = `<?xml version="1.0" encoding="utf-8"?>\r\n<users>\r\n
  <row Id="7" DisplayName="Ada &amp; Co" /><row Id="8" DisplayName="Blaise" /><row Id="9" DisplayName="Silent" />\r\n</users>`
const post = (id: number, fields: string, body = `words of ${id}`) =>
  `<row Id="${id}" CreationDate="2018-03-12T17:00:0${id % 10}.567" Body="&lt;p&gt;${body}&lt;/p&gt;" ${fields} />\n`
const posts = `\ufeff<posts>\n${post(2, 'PostTypeId="2" ParentId="1" OwnerUserId="8"')}${post(1, 'PostTypeId="1" OwnerUserId="7" Title="Why &lt;b&gt; now?"')}${post(
  3,
  'PostTypeId="1" OwnerUserId="99" Title="Second"',
)}${post(4, 'PostTypeId="5"')}${post(5, 'PostTypeId="2" ParentId="77" OwnerUserId="8"')}${post(
  6,
  'PostTypeId="2" ParentId="1"',
)}${post(7, 'PostTypeId="2" ParentId="3" OwnerUserId="8"', ' ')}${post(8, 'PostTypeId="2" ParentId="3" DeletionDate="2018-04-01T00:00:00"')}</posts>`
const comment = (id: number, on: number, fields: string) =>
  `<row Id="${id}" PostId="${on}" CreationDate="2018-03-13T10:00:0${id}.000" ${fields} />\n`
const comments = `<comments>\n${comment(2, 1, 'UserId="8" Text="the later &#xA;one with $a_1*b*$"')}${comment(1, 1, 'UserId="7" Text="# the earlier one"')}${comment(
  3,
  2,
  'Text="on the answer &lt;script&gt;"',
)}${comment(4, 4, 'UserId="8" Text="on a wiki"')}${comment(5, 55, 'UserId="8" Text="on nothing"')}</comments>`

const lay = async (files: Record<string, string> = {}) => {
  for (const [name, text] of Object.entries({
    'Posts.xml': posts,
    'Comments.xml': comments,
    'Users.xml': users,
    ...files,
  }))
    await writeFile(join(folder, name), text)
}
const wanted = (slug: string): Wanted => ({ slug, name: undefined, language: 'en', source: 'Stack Exchange, CC BY-SA' })
const bring = (slug: string, stop = new AbortController(), heard = () => {}) =>
  bringStackExchange(village.house.db, folder, wanted(slug), { heard, stop: stop.signal, time: () => 0 })

test('Twice: the same counts, nothing doubled, and a report of what was left out', async () => {
  await lay()
  const first = await bring('old-forum')
  expect(first.brought).toEqual({ people: 4, threads: 2, contributions: 4, comments: 3 })
  expect(first.fresh).toEqual(first.brought)
  expect(first.leftOut).toEqual({
    'answers whose question is not there': 1,
    'comments on posts that were left out': 1,
    'comments whose post is not there': 1,
    'posts that were deleted': 1,
    'posts without words': 1,
    'tag wikis': 1,
    'users who wrote nothing here': 1,
  })
  const again = await bring('old-forum')
  expect(again.brought).toEqual(first.brought)
  expect(again.fresh).toEqual({ people: 0, threads: 0, contributions: 0, comments: 0 })
})

test('A visitor reads it: names, dates, comments by date below their post, words harmless, the licence at home', async () => {
  const visitor = village.visitor()
  const list = await (await visitor.get('/c/old-forum/threads')).text()
  expect(list).toContain('Why &lt;b> now?')
  const [thread] = await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql<{ id: number }>`
    select id from dialogue.thread where source_key = 'stackexchange:1'`),
  )
  const answered = await visitor.get(`/c/old-forum/threads/${thread?.id}`)
  expect(answered.status).toBe(200)
  const page = await answered.text()
  const order = [
    'words of 1',
    '# the earlier one',
    'the later one with $a_1*b*$',
    'words of 2',
    'on the answer &lt;script&gt;',
    'words of 6',
  ]
  const places = order.map((words) => page.indexOf(words))
  expect(places).toEqual(places.filter((at) => at > 0).toSorted((one, other) => one - other))
  for (const said of ['Ada &amp; Co', 'Blaise', 'Former member', '12 March 2018']) expect(page).toContain(said)
  expect(page).not.toContain('<script>')
  const rows = await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql<{ said_at: Date; kind: string }>`
    select said_at, p.kind from dialogue.contribution c join people.person p on p.id = c.author_id where c.source_key = 'post:1'`),
  )
  expect(rows).toEqual([{ said_at: new Date('2018-03-12T17:00:01.567Z'), kind: 'placeholder' }])
  const purposes = await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql<{ purpose: string }>`select purpose from community.community where slug = 'old-forum'`),
  )
  expect(purposes[0]?.purpose).toContain('Stack Exchange, CC BY-SA')
})

test('Cut after any batch and run again, it ends the same', async () => {
  const many = Array.from({ length: 900 }, (_, at) =>
    post(at + 1, `PostTypeId="1" OwnerUserId="7" Title="T${at}"`),
  ).join('')
  const said = Array.from(
    { length: 900 },
    (_, at) =>
      `<row Id="${at + 1}" PostId="${at + 1}" CreationDate="2018-03-13T10:00:00.000" UserId="8" Text="c${at}" />`,
  ).join('')
  await lay({ 'Posts.xml': `<posts>${many}</posts>`, 'Comments.xml': `<comments>${said}</comments>` })
  for (const batches of [1, 4]) {
    const stop = new AbortController()
    let heard = 0
    await expect(
      bring('cut-forum', stop, () => {
        heard += 1
        if (heard >= batches) stop.abort()
      }),
    ).rejects.toThrow()
  }
  const whole = await bring('cut-forum')
  expect(whole.brought).toEqual({ people: 3, threads: 900, contributions: 900, comments: 900 })
  expect(whole.fresh.contributions + whole.fresh.comments).toBeGreaterThan(0)
  expect(whole.fresh.contributions).toBeLessThan(900)
  const [count] = await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql<{ said: number; alone: number }>`
    select count(*) as said, count(*) filter (where c.source_key like 'comment:%' and c.reply_to is null) as alone
    from dialogue.contribution c join community.community m on m.id = c.community_id where m.slug = 'cut-forum'`),
  )
  expect(count).toEqual({ said: 1800, alone: 0 })
})

test.each([
  [
    'cut off',
    { 'Posts.xml': posts.slice(0, -8) },
    /^Posts.xml cannot be read at line 10, column \d+: unclosed tag: posts/,
  ],
  ['no XML', { 'Comments.xml': 'hello' }, /^Comments.xml cannot be read at line 1, column \d+: /],
  [
    'an entity of its own',
    { 'Users.xml': '<!DOCTYPE users [<!ENTITY a "b">]>\n<users><row Id="7" DisplayName="&a;"/></users>' },
    /^Users.xml cannot be read at line 2, column \d+: undefined entity/,
  ],
  ['another file', { 'Users.xml': posts }, /it begins with <posts>, and a Stack Exchange archive has <users> there/],
  ['no question', { 'Posts.xml': '<posts></posts>' }, /has no question/],
])('Refused with nothing begun: %s', async (_what, files, sentence) => {
  await lay(files)
  await expect(bring('broken-forum')).rejects.toThrow(sentence)
  const made = await village.house.db.asSystem('import', (tx) =>
    tx.rows(sql`select from community.community where slug = 'broken-forum'`),
  )
  expect(made).toEqual([])
})

test('A community of members is refused, and so is a second archive in the place of the first', async () => {
  await lay()
  await expect(bring(village.communities.reading.slug)).rejects.toThrow(/belongs to its members alone/)
  await lay({ 'Posts.xml': posts.replaceAll('2018-03-12', '2019-03-12') })
  await expect(bring('old-forum')).rejects.toThrow(/holds another archive already/)
})

test.each([
  [[], 2, /ciranda import forum/],
  [['bake'], 2, /^There is no verb bake/],
  [['import'], 2, /^ciranda import is not complete/],
  [['import', 'forum', '--loud', '.'], 2, /^There is no option --loud/],
  [['import', 'forum', '--format', 'x', '--community', 'a', '.'], 2, /^The format x is not known/],
  [['import', 'forum', '--format', 'stackexchange', '--community', 'A b', '.'], 2, /^A b cannot be an address/],
  [['import', 'forum', '--format', 'stackexchange', '--community', 'a', '/none'], 1, /^There is no folder \/none/],
  [['import', 'forum', '--format', 'stackexchange', '--community', 'a', import.meta.dirname], 1, /has no Posts.xml/],
])('ciranda %j ends with %i and one sentence', async (args, code, sentence) => {
  let told = ''
  const terminal = {
    out: () => undefined,
    tell: (text: string) => {
      told += text
    },
    live: false,
    stop: new AbortController().signal,
  }
  expect(await answer(args, terminal)).toBe(code)
  expect(told).toMatch(sentence)
})
