// How many inflected forms search finds, and how well it orders them: node bench/search-recall.ts FOLDER [QUESTIONS.json LANGUAGE]…
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../src/platform/db/database.ts'
import { buildQuery } from '../src/platform/search/question.ts'
import { search } from '../src/platform/search/search.ts'
import { indexText } from '../src/platform/search/store.ts'
import { withScratchDatabase } from './scratch-database.ts'

interface Judged {
  query: string
  relevant: number[]
}

const visitor = { personId: null }
const [folder, ...sets] = process.argv.slice(2)
if (!folder) throw new Error('Say where the lemma sets are (sk.docs.jsonl, sk.queries.jsonl and so on)')

const lines = <Row>(file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/** Paragraphs and questions in the form of SQuAD: each question is answered by its own paragraph alone. */
function squad(file: string): { docs: string[]; judged: Judged[] } {
  const docs: string[] = []
  const judged: Judged[] = []
  type Paragraph = { context: string; qas: { question: string }[] }
  const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: { paragraphs: Paragraph[] }[] }
  for (const { context, qas } of data.flatMap((each) => each.paragraphs)) {
    for (const { question } of qas) judged.push({ query: question, relevant: [docs.length] })
    docs.push(context)
  }
  return { docs, judged }
}

async function measured(db: Database, name: string, language: string, docs: string[], judged: Judged[]) {
  await db.write(visitor, async (tx) => {
    await tx.rows(sql`delete from platform.search_index`)
    for (const [id, body] of docs.entries()) await indexText(tx, { kind: 'doc', id, language, body })
  })
  const ask = { rows: async <Row>(query: RawBuilder<Row>) => (await db.read(visitor, query))[0] as Row[] }
  const walls = { doc: sql<{ id: number }>`select id from platform.search_index where kind = 'doc'` }
  const sums = { recall: 0, precision: 0, ndcg: 0 }
  for (const { query, relevant } of judged) {
    const { rows } = await search(
      ask,
      buildQuery(query, language),
      walls,
      (hit) => sql<{ id: number }>`with hit as (${hit}) select id from hit order by rank desc, id limit 100`,
    )
    const right = rows.map((row) => (relevant.includes(row.id) ? 1 : 0))
    const found = right.reduce<number>((sum, each) => sum + each, 0)
    const gain = (list: number[]) => list.slice(0, 10).reduce((sum, each, at) => sum + each / Math.log2(at + 2), 0)
    sums.recall += found / relevant.length
    sums.precision += rows.length ? found / rows.length : 0
    sums.ndcg += gain(right) / gain(relevant.map(() => 1))
  }
  const mean = Object.entries(sums).map(([key, sum]) => `${key} ${(sum / judged.length).toFixed(3)}`)
  console.log(name.padEnd(22), mean.join('  '))
}

await withScratchDatabase(async (db) => {
  for (const language of ['en', 'pt', 'nl', 'de', 'sk']) {
    const docs = lines<{ text: string }>(`${language}.docs.jsonl`).map((each) => each.text)
    const judged = lines<Judged>(`${language}.queries.jsonl`)
    await measured(db, `${language} without endings`, 'und', docs, judged)
    await measured(db, language, language, docs, judged)
  }
  for (let at = 0; at + 1 < sets.length; at += 2) {
    const [file = '', language = ''] = sets.slice(at, at + 2)
    const { docs, judged } = squad(file)
    await measured(db, `questions ${language}`, language, docs, judged)
  }
})
