// One PostgreSQL for all tests, with a database that holds all migrations, to be copied.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { TEMPLATE } from './database.ts'
import { FOLDER, tidyLeftBehind } from './left-behind.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the owner, to a database in which nothing is kept. */
    adminUrl: string
  }
}

// What a test loses in a power cut can be run again.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await tidyLeftBehind()
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`))
  await chmod(folder, 0o755)
  const database = await startEmbedded({ dataDir: folder, log: console.error, settings })
  await makeTemplate(database.url)
  project.provide('adminUrl', database.url)
  return async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  const template = new URL(url)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href)
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`)
  await client.end()
}
