// The embedded PostgreSQL keeps what it acknowledged, comes back when it is killed, and leaves nothing behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Embedded, runningDatabase, startEmbedded } from './embedded.ts'

let dataDir: string
let database: Embedded
const log: string[] = []
const start = () => startEmbedded({ dataDir, log: (sentence) => log.push(sentence) })

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ciranda-embedded-'))
  await chmod(dataDir, 0o755)
  database = await start()
})

afterEach(async () => {
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function ask(query: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

const processNumber = async () =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

async function eventually<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await look()
    } catch (error) {
      if (tries === 100) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}

test('knows every letter of our languages, searches without accents, and never trades safety for speed', async () => {
  await ask('create extension unaccent; create extension pg_trgm')
  const [row] = await ask(`select lower('ÇŽ') as lower, unaccent('Žiačka são') as plain,
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`)
  expect(row).toEqual({ lower: 'çž', plain: 'Ziacka sao', fsync: 'on', commit: 'on' })
})

test('comes back at the same address after kill -9, with what it acknowledged', async () => {
  await ask("create table kept (word text); insert into kept values ('here')")
  process.kill(await processNumber(), 'SIGKILL')
  expect(await eventually(() => ask('select word from kept'))).toEqual([{ word: 'here' }])
  expect(log).toContain('The database ended by itself and is being started again.')
})

test('takes over from one that a killed Ciranda left running', async () => {
  await ask("create table kept (word text); insert into kept values ('here')")
  await database.stop()
  const program = `const { startEmbedded } = await import(${JSON.stringify(import.meta.resolve('./embedded.ts'))})
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    console.log('started')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', program])
  await once(other.stdout, 'data')
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(runningDatabase(dataDir)).toBeDefined()
  database = await start()
  expect(await ask('select word from kept')).toEqual([{ word: 'here' }])
})

test('starts although its old number went to another program', async () => {
  await database.stop()
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n/nowhere/none\n\n`)
  database = await start()
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }])
})

test('refuses data of another PostgreSQL in one sentence', async () => {
  await database.stop()
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow(/belong to PostgreSQL 17 and this Ciranda brings 18/)
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '18\n')
})
