// The index in a real database: what is written is found, through walls only, whatever anybody types.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts'
import { type Database, openDatabase, type Tx } from '../db/database.ts'
import { hits, type Walls } from './hits.ts'
import { buildQuery } from './question.ts'
import { search } from './search.ts'
import { forgetText, forgetUnusedWords, indexText, learnWords } from './store.ts'

const visitor = { personId: null }
let fresh: FreshDatabase
let db: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, { now: () => new Date('2026-03-02T09:00:00Z') })
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
})

const everything: Walls = {
  note: sql<{ id: number }>`select distinct id from platform.search_index where kind = 'note'`,
}
const write = (work: (tx: Tx) => Promise<void>) => db.write(visitor, work)
const note = (id: number, language: string, body: string, title?: string) =>
  write((tx) => indexText(tx, { kind: 'note', id, language, body, title }))
const ask = {
  rows: async <Row>(query: import('kysely').RawBuilder<Row>) => (await db.read(visitor, query))[0] as Row[],
}

async function found(question: string, language = 'en', walls = everything) {
  const { rows } = await search(
    ask,
    buildQuery(question, language),
    walls,
    (hit) => sql<{ id: number }>`with hit as (${hit}) select id from hit order by rank desc, id desc`,
  )
  return rows.map((row) => row.id)
}

test('finds forms of a word in each language, accents or not', async () => {
  await note(1, 'en', 'The children learned to read together.')
  await note(2, 'pt', 'As informações da comunidade chegaram.')
  await note(3, 'nl', 'De kinderen leerden samen lezen.')
  await note(4, 'de', 'Die Häuser der Kinder waren ruhig.')
  await note(5, 'sk', 'Deti čítali v školách.')
  await note(6, 'fr', 'Les élèves lisent à l’école.')
  expect(await found('learning')).toEqual([1])
  expect(await found('informacao', 'pt')).toEqual([2])
  expect(await found('Kind')).toEqual([4])
  expect(await found('hauser', 'de')).toEqual([4])
  expect(await found('skola', 'sk')).toEqual([5])
  expect(await found('eleves')).toEqual([6])
})

test('titles count more, phrases and minus words hold, a change replaces', async () => {
  await note(11, 'en', 'A lantern in the garden.')
  await note(12, 'en', 'Something else entirely.', 'Lantern evening')
  expect(await found('lantern')).toEqual([12, 11])
  expect(await found('lantern -garden')).toEqual([12])
  expect(await found('"lantern evening"')).toEqual([12])
  await note(12, 'en', 'Something else.')
  expect(await found('lantern')).toEqual([11])
  await write((tx) => forgetText(tx, 'note', 11))
  expect(await found('lantern')).toEqual([])
})

test('forgives typing mistakes once the words are learned', async () => {
  await note(21, 'pt', 'A comunidade de prática reúne-se.')
  await db.asSystem('job', learnWords)
  expect(await found('comunidaed', 'en')).toContain(21)
  expect(await found('pratcia', 'pt')).toEqual([21])
  expect(await found('comunidade xylophone', 'pt')).toContain(21)
})

test('a word that stands nowhere any more is forgotten', async () => {
  await note(41, 'pt', 'Um ornitorrinco inesperado.')
  await note(42, 'sk', 'Vtákopysk v triede.')
  await db.asSystem('job', learnWords)
  const known = () =>
    db.asSystem('job', (tx) =>
      tx.rows(sql<{ word: string }>`select word from platform.search_word where word in ('ornitorrinco', 'vtakopysk')`),
    )
  await db.asSystem('job', forgetUnusedWords)
  expect(await known()).toHaveLength(2)
  await write(async (tx) => {
    await forgetText(tx, 'note', 41)
    await forgetText(tx, 'note', 42)
  })
  await db.asSystem('job', forgetUnusedWords)
  expect(await known()).toHaveLength(0)
})

test('what the wall hides is not found, not even through a mistake', async () => {
  await note(31, 'en', 'A hippopotamus nobody may read about.')
  await db.asSystem('job', learnWords)
  const wall: Walls = {
    note: sql<{ id: number }>`select distinct id from platform.search_index where kind = 'note' and id <> 31`,
  }
  expect(await found('hippopotamus')).toEqual([31])
  expect(await found('hippopotamus', 'en', wall)).toEqual([])
  expect(await found('hipopotamus', 'en', wall)).toEqual([])
})

const nasty = [
  '\0',
  "'",
  "''':*",
  '&|!():*<->',
  '\\',
  "\\'",
  '" "',
  '-',
  '-""',
  '"a',
  'a\0b',
  '😀',
  '\ud800',
  'ﷺ',
  '½',
  'é'.repeat(10_000),
  '% _ $1 ${x}',
  'constructor __proto__',
  'İstanbul',
  '1e5 -3.2',
  'a.b@c.d http://x/y?z#q',
]

test('no text makes the database refuse', async () => {
  const anything = fc.oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme' }),
  )
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom('en', 'pt', 'sk', 'xx'), async (text, language) => {
      await note(99, language, text, text)
      await found(text, language)
      await db.read(visitor, hits(buildQuery(text, language, { typing: true }), everything))
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('a book is taken, and its first words are found', async () => {
  const words = Array.from({ length: 120_000 }, (_, index) => `w${index.toString(36)}x`).join(' ')
  await note(98, 'sk', `zvon ${words}`)
  await note(98, 'en', `bell ${words}`)
  expect(await found('bell')).toEqual([98])
  expect(await found('zvon', 'sk')).toEqual([98])
})
