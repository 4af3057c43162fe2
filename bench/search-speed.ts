// How fast search answers on 44,000 rows behind row-level security: node bench/search-speed.ts CORPUS_FOLDER
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { Database } from '../src/platform/db/database.ts'
import type { Hit, Walls } from '../src/platform/search/hits.ts'
import { buildQuery } from '../src/platform/search/question.ts'
import { search } from '../src/platform/search/search.ts'
import { indexText, learnWords } from '../src/platform/search/store.ts'
import { withScratchDatabase } from './scratch-database.ts'

const folder = process.argv[2]
if (!folder) throw new Error('Say where the corpus is (topics.jsonl, posts.jsonl, pages.jsonl)')
const reader = { personId: 5 }

interface Row {
  id: number
  communityId: number
  userId: number
  topicId?: number
  title?: string
  description?: string
  body?: string
}

const rowsOf = (name: string) =>
  readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

const schema = `
  create table entry (kind text, id bigint, author_id bigint, audience platform.audience, title text, body text,
    primary key (kind, id));
  alter table entry enable row level security;
  create policy heard on entry for select
    using (audience = any((select platform.reach())::text[]) or author_id = (select platform.me()));
  create policy write on entry for insert with check (true);
  grant select, insert on entry to ciranda_app;
  insert into platform.seat select 5, 'community:' || n from generate_series(1, 10) n`

/** A tenth of the communities write Slovak, a third Portuguese, the others English. */
const languageOf = (community: number) => (community % 5 === 0 ? 'sk' : community % 3 === 0 ? 'pt' : 'en')

async function fill(db: Database): Promise<void> {
  const topics = new Map(rowsOf('topics').map((each) => [each.id, each]))
  const rows = [
    ...[...topics.values()].map((each) => ({ ...each, kind: 'challenge' })),
    ...rowsOf('posts').map((each) => ({
      ...each,
      communityId: topics.get(each.topicId ?? 0)?.communityId ?? 1,
      kind: 'contribution',
    })),
    ...rowsOf('pages').map((each) => ({ ...each, kind: 'story' })),
  ]
  for (let at = 0; at < rows.length; at += 500) {
    await db.write(reader, async (tx) => {
      for (const { kind, id, userId, communityId, title, description, body = '' } of rows.slice(at, at + 500)) {
        const audience = kind === 'story' ? 'public' : `community:${communityId}`
        await tx.rows(sql`insert into entry values (${kind}, ${id}, ${userId}, ${audience}, ${title ?? null}, ${body})`)
        await indexText(tx, { kind, id, language: languageOf(communityId), title, summary: description, body })
      }
    })
    if (at === 5_000) await db.asSystem('job', learnWords)
  }
  await db.asSystem('job', learnWords)
}

const wall = (kind: string) => sql<{ id: number }>`select id from entry where kind = ${sql.lit(kind)}`
const walls: Walls = { challenge: wall('challenge'), contribution: wall('contribution'), story: wall('story') }
const page = (hit: RawBuilder<Hit>) => sql`with hit as (${hit}),
  best as (select *, count(*) over () as total from hit order by rank desc, id desc limit 20)
  select best.*, e.title, left(e.body, 300) as body from best join entry e using (kind, id) order by rank desc, id desc`

async function time(name: string, count: number, act: (index: number) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const start = performance.now()
    await act(index)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(count - 1, Math.floor(count * share))]?.toFixed(2)
  console.log(name.padEnd(34), `p50 ${at(0.5)} ms  p99 ${at(0.99)} ms`)
}

await withScratchDatabase(async (db, url) => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(schema)
  await fill(db)
  await owner.query('vacuum analyze')
  const { rows: words } = await owner.query<{ word: string; ndoc: number }>(
    `select w.word, (select count(*)::int from platform.search_index
       where language = 'en' and lexemes @@ to_tsquery('platform.en', w.word)) as ndoc
     from platform.search_word w where w.language = 'en' order by md5(w.word)`,
  )
  const ask = { rows: async <R>(query: RawBuilder<R>) => (await db.read(reader, query))[0] as R[] }
  const searching = (text: string) => search(ask, buildQuery(text, 'en'), walls, page)
  const word = (index: number) => words[index % words.length]?.word ?? ''
  const common = words.filter((each) => each.ndoc > 400)
  await time('(warming up)', 50, (index) => searching(word(index + 5_000)))
  await time('a word never searched before', 500, (index) => searching(word(index)))
  await time('a word in more than 400 texts', 200, (index) => searching(common[index % common.length]?.word ?? ''))
  await time('two common words', 200, (index) => searching(`${common[index]?.word} ${common[index + 7]?.word}`))
  await time('a mistyped word', 200, (index) => searching(word(index).replace(/^(..)(.)(.)/, '$1$3$2')))
  const forty = (index: number) => Array.from({ length: 40 }, (_, at) => word(index * 41 + at)).join(' ')
  const body = (index: number) => ({ kind: 'contribution', id: 100_000 + index, language: 'en', body: forty(index) })
  await time('a transaction that writes nothing', 300, () => db.write(reader, (tx) => tx.rows(sql`select 1`)))
  await time('a transaction indexing 40 words', 300, (index) => db.write(reader, (tx) => indexText(tx, body(index))))
  await owner.end()
})
