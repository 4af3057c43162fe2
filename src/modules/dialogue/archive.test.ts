// An archive comes in once: dates, answers and placeholder authors are kept, the second time nothing is doubled.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import { hits } from '../../platform/search/hits.ts'
import { buildQuery } from '../../platform/search/question.ts'
import { insertPerson } from '../people/public.ts'
import { withdraw } from './actions/amending.ts'
import { importThreads } from './archive.ts'
import type { ArchivedThread } from './contract.ts'
import { contributionsOf } from './store/contributions.ts'
import { foundContributions } from './store/found.ts'
import { contributionWalls } from './store/latest.ts'
import { openThreads } from './store/threads.ts'

let village: Conversation
let author: number
beforeAll(async () => {
  village = await openConversation()
  const person = await village.house.db.asSystem('import', (tx) =>
    tx.one(insertPerson({ name: 'Old voice', language: 'en', at: tx.now, kind: 'placeholder' })),
  )
  author = person?.id ?? 0
})
afterAll(() => village.close())

const day = (n: number) => new Date(Date.UTC(2019, 4, n, 12))
const archived = (key: string, more: Partial<ArchivedThread> = {}): ArchivedThread => ({
  key,
  title: `Thread ${key}`,
  language: 'en',
  authorId: author,
  at: day(1),
  contributions: [
    { key: 'q', authorId: author, at: day(1), markdown: 'How do *you* begin?' },
    { key: 'a', authorId: author, at: day(2), markdown: 'With a walrus.' },
    { key: 'c1', authorId: author, at: day(4), markdown: 'On the question.', answers: 'q' },
    { key: 'c2', authorId: author, at: day(5), markdown: 'On that remark.', answers: 'c1' },
  ],
  ...more,
})
const bring = (...threads: ArchivedThread[]) =>
  village.house.db.asSystem('import', (tx) => importThreads(tx, { community: village.community, threads }))
const readAll = async () => {
  const scope = village.scope('rita')
  const [threads] = await village.house.db.read(scope, openThreads(scope, village.community, 1))
  return Promise.all(
    threads.map(async ({ id, title, begun_at }) => {
      const [rows] = await village.house.db.read(scope, contributionsOf(scope, { kind: 'thread', id }, 1))
      return {
        title,
        begun_at,
        said: rows.map((row) => [
          row.html.replace(/<[^>]+>/g, '').trim(),
          row.reply_to === null,
          row.said_at.getUTCDate(),
        ]),
      }
    }),
  )
}

test('threads come with their dates, answers below what they answer', async () => {
  expect(await bring(archived('1'))).toEqual({ threads: 1, contributions: 4 })
  expect(await readAll()).toEqual([
    {
      title: 'Thread 1',
      begun_at: day(1),
      said: [
        ['How do you begin?', true, 1],
        ['On the question.', false, 4],
        ['On that remark.', false, 5],
        ['With a walrus.', true, 2],
      ],
    },
  ])
})

test('the second time nothing is doubled; what is new in an old thread is added', async () => {
  const before = await readAll()
  expect(await bring(archived('1'))).toEqual({ threads: 0, contributions: 0 })
  expect(await readAll()).toEqual(before)
  const { contributions } = archived('1')
  const grown = archived('1', {
    contributions: [...contributions, { key: 'c3', authorId: author, at: day(6), markdown: 'Late.', answers: 'a' }],
  })
  expect(await bring(grown, archived('2'))).toEqual({ threads: 1, contributions: 5 })
  expect((await readAll()).find(({ title }) => title === 'Thread 1')?.said.at(-1)).toEqual(['Late.', false, 6])
})

test('what was withdrawn since does not come back', async () => {
  const { house } = village
  await house.db.asSystem('command-line', async (tx) => {
    await tx.rows(
      sql`update dialogue.contribution set text = '', html = '', withdrawn_at = ${tx.now} where source_key = 'c3'`,
    )
  })
  expect((await withdraw(house, village.scope('ines'), 1)).ok).toBe(false)
  expect(await bring(archived('1'))).toEqual({ threads: 0, contributions: 0 })
  expect((await readAll()).flatMap(({ said }) => said.map(([text]) => text))).not.toContain('Late.')
})

test('visitors and members find it by its words and by its title', async () => {
  const found = async (words: string) => {
    const scope = village.scope('rita')
    const [rows] = await village.house.db.read(
      scope,
      foundContributions(scope, hits(buildQuery(words, 'en'), contributionWalls(scope))),
    )
    return rows.map(({ kind, title, text }) => [kind, title, text])
  }
  expect(await found('walrus')).toContainEqual(['contribution', 'Thread 1', 'With a walrus.'])
  expect((await found('thread')).filter(([kind]) => kind === 'thread')).toHaveLength(2)
})

test('a batch of a hundred threads is quick, and one bad text leaves nothing behind', async () => {
  const many = Array.from({ length: 100 }, (_, i) => archived(`m${i}`))
  const began = performance.now()
  expect(await bring(...many)).toEqual({ threads: 100, contributions: 400 })
  expect(performance.now() - began).toBeLessThan(8000)
  const broken = archived('bad', { contributions: [{ key: 'q', authorId: author, at: day(1), markdown: ' \0 ' }] })
  await expect(bring(archived('good'), broken)).rejects.toThrow()
  expect((await bring(archived('good'))).threads).toBe(1)
})
