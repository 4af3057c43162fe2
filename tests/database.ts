// A database of its own for a test, with all migrations in it and nothing else.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

/** The database that every test database is a copy of. */
export const TEMPLATE = 'ciranda_template'

export interface FreshDatabase {
  /** Connection string of the owner. */
  url: string
  /** Removes it, ending whoever is still connected. */
  drop(): Promise<void>
}

/** Copies the migrated template; takes some tens of milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const adminUrl = inject('adminUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(adminUrl, async (client) => {
    // PostgreSQL refuses a second copy while one is going on.
    await client.query('select pg_advisory_lock(3404)')
    await client.query(`create database ${name} template ${TEMPLATE} strategy file_copy`)
  })
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => asOwner(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

async function asOwner(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
