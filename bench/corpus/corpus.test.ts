// A corpus is the same each time, has the shape that is promised, and holds together.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { shapeOf } from './shape.ts'
import { HEAD, threadSizes } from './sizes.ts'
import { layoutOf } from './threads.ts'
import { type Written, writeCorpus } from './written.ts'

const files = ['users', 'communities', 'topics', 'posts', 'pages'] as const
type Row = {
  id: number
  communityId: number
  userId: number
  topicId: number
  body: string
  createdAt: number
  seq: number
} & { isFirst: boolean; postCount: number; path: string; slug: string; email: string }

let folder: string
let written: Written
const rows = (name: string, from = folder): Row[] =>
  readFileSync(join(from, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ciranda-corpus-'))
  written = writeCorpus(folder, 0.1, 1)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('The same seed gives the same bytes, another seed gives others', () => {
  const [same, other] = ['same', 'other'].map((name) => join(folder, name)) as [string, string]
  writeCorpus(same, 0.1, 1)
  writeCorpus(other, 0.1, 2)
  for (const name of files) {
    const bytes = readFileSync(join(folder, `${name}.jsonl`))
    expect(readFileSync(join(same, `${name}.jsonl`)).equals(bytes)).toBe(true)
    expect(readFileSync(join(other, `${name}.jsonl`)).equals(bytes)).toBe(false)
  }
})

test('The reference has forty thousand posts in two thousand threads, most of them short', () => {
  const layout = layoutOf(shapeOf(1, 1))
  expect(layout.postAt.length).toBe(40_000)
  const sizes = [...layout.sizes]
  expect(sizes.slice(0, 11)).toEqual([1000, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50])
  const sorted = sizes.toSorted((one, other) => one - other)
  expect([sorted[1000], sorted[1800], sorted[1980]]).toEqual([7, expect.closeTo(35, -1), expect.closeTo(270, -1.5)])
  expect(new Set(layout.communityOf).size).toBe(20)
})

test('Twice as large is the same shape twice, in communities that exist', () => {
  const layout = layoutOf(shapeOf(2, 1))
  expect(layout.postAt.length).toBe(80_000)
  expect([layout.sizes[0], layout.sizes[2000], layout.sizes[2001]]).toEqual([1000, 1000, 50])
  for (const times of [0.03, 1.02, 2]) {
    const shape = shapeOf(times, 1)
    expect(Math.max(...layoutOf(shape).communityOf)).toBeLessThanOrEqual(shape.communities)
  }
  expect(threadSizes(chanceOf(1), 5)).toEqual(HEAD.slice(0, 5))
})

test('Everything leads to something that is there, in order of time', () => {
  const [users, communities, topics, posts, pages] = files.map((name) => rows(name)) as [
    Row[],
    Row[],
    Row[],
    Row[],
    Row[],
  ]
  expect(written).toEqual({ users: 20, communities: 2, topics: 200, posts: posts.length, pages: 200 })
  const ids = (list: Row[]) => new Set(list.map(({ id }) => id))
  const [people, places, threads] = [ids(users), ids(communities), ids(topics)]
  expect(new Set(users.map(({ email }) => email)).size).toBe(20)
  expect(communities.every(({ slug }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60)).toBe(true)
  expect(posts.every(({ userId, topicId }) => people.has(userId) && threads.has(topicId))).toBe(true)
  expect([...topics, ...pages].every((row) => people.has(row.userId) && places.has(row.communityId))).toBe(true)
  expect(posts.every((post, at) => post.id === at + 1 && post.createdAt >= (posts[at - 1]?.createdAt ?? 0))).toBe(true)
  const said = Map.groupBy(posts, ({ topicId }) => topicId)
  for (const { id, postCount, userId, createdAt } of topics) {
    const its = said.get(id) ?? []
    expect(its.map(({ seq }) => seq)).toEqual(Array.from({ length: postCount }, (_, at) => at))
    expect([its[0]?.isFirst, its[0]?.userId, its[0]?.createdAt]).toEqual([true, userId, createdAt])
  }
  const paths = new Set(pages.map(({ path }) => `/${path}`))
  for (const [, path] of pages.flatMap(({ body }) => [...body.matchAll(/\]\((\/[^)]+)\)/g)]))
    expect(paths).toContain(path)
})

test('Posts are as long as people write, of many words, with lists, quotes, code, links and mentions', () => {
  const posts = rows('posts')
  const words = posts.map(({ body }) => body.split(/\s+/).length).sort((one, other) => one - other)
  const at = (share: number) => words[Math.floor(words.length * share)]
  expect(at(0.5)).toBeGreaterThan(34)
  expect(at(0.5)).toBeLessThan(46)
  expect(at(0.9)).toBeGreaterThan(115)
  expect(at(0.9)).toBeLessThan(155)
  expect(at(0.99)).toBeGreaterThan(300)
  const share = (pattern: RegExp) => posts.filter(({ body }) => pattern.test(body)).length / posts.length
  expect(share(/^@\w+ /)).toBeGreaterThan(0.04)
  expect(share(/^@\w+ /)).toBeLessThan(0.08)
  for (const pattern of [/^- /m, /^> /m, /^```/m, /\]\(https:/]) expect(share(pattern)).toBeGreaterThan(0.02)
  const vocabulary = new Set(posts.flatMap(({ body }) => body.toLowerCase().match(/\p{L}+/gu) ?? []))
  expect(vocabulary.size).toBeGreaterThan(2000)
})
