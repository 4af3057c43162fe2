// Many texts put into the index at once stand there as if each had come alone.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { indexText, indexTexts, learnWords, type SearchText } from './store.ts'

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

const standing = (kind: string) =>
  db.asSystem('job', (tx) =>
    tx.rows(sql`
      select id, language, lexemes::text from platform.search_index where kind = ${kind} order by id, language`),
  )
const words = () =>
  db.asSystem('job', (tx) => tx.rows(sql`select language, word from platform.search_word order by 1, 2`))

const text = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  language: fc.constantFrom('en', 'pt-BR', 'nl', 'de', 'sk', 'fr', ''),
  title: fc.option(fc.constantFrom('Škola v lese', "A child's table", 'Ruhe'), { nil: undefined }),
  summary: fc.option(fc.constantFrom('Reading together', '§'), { nil: undefined }),
  body: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('The children were reading', 'As crianças leram', "Žiaci čítali ' \\ knihy"),
  ),
})

test('Together or one by one: the same lexemes and the same vocabulary, the last of equals stays', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 12 }), async (texts) => {
      run += 1
      const of = (kind: string): SearchText[] => texts.map((each) => ({ ...each, kind: `${kind}${run}` }))
      await db.asSystem('job', (tx) => indexTexts(tx, of('many')))
      await db.asSystem('job', learnWords)
      const vocabulary = await words()
      await db.asSystem('job', async (tx) => {
        for (const each of of('one')) await indexText(tx, each)
      })
      await db.asSystem('job', learnWords)
      expect(await standing(`many${run}`)).toEqual(await standing(`one${run}`))
      // What one text with the same address took the place of was heard, too.
      expect((await words()).length).toBeGreaterThanOrEqual(vocabulary.length)
    }),
    { numRuns: 40 },
  )
})

test('Written a second time, it takes the place of the first', async () => {
  const write = (body: string) =>
    db.asSystem('job', (tx) =>
      indexTexts(tx, [
        { kind: 'twice', id: 1, language: 'en', body },
        { kind: 'twice', id: 2, language: 'en', body: 'walrus' },
      ]),
    )
  await write('giraffe')
  await write('elephant')
  expect(await standing('twice')).toMatchObject([{ lexemes: "'eleph':1" }, { lexemes: "'walrus':1" }])
})
