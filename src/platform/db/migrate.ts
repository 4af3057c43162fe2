/** Brings a database to the newest form: one ordered list of SQL files, each in a transaction of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { projectRoot } from '../root.ts'
import { StartRefused } from '../start-refused.ts'

const LOCK = 7_261_994

/** A migration file: its number decides the order. */
export interface Migration {
  readonly name: string
  readonly text: string
}

/** Reads the project's migrations in order. */
export const migrationsOf = (folder = join(projectRoot, 'db', 'migrations')): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/**
 * Applies what is missing and returns the names applied. Two processes at once wait for each other.
 * @throws StartRefused when the database was made by a newer Ciranda.
 */
export const migrate = async (url: string, migrations = migrationsOf()): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists public.ciranda_migration (name text primary key, at timestamptz not null default now())',
    )
    const done = new Set(
      (await client.query('select name from public.ciranda_migration')).rows.map((row) => row.name as string),
    )
    const known = new Set(migrations.map((migration) => migration.name))
    const foreign = [...done].find((name) => !known.has(name))
    if (foreign)
      throw new StartRefused(
        `This database was written by a newer Ciranda (it knows ${foreign}). Start that version, or use another data folder.`,
      )
    for (const migration of migrations.filter(({ name }) => !done.has(name))) {
      await client.query('begin')
      try {
        await client.query(migration.text)
        await client.query('insert into public.ciranda_migration (name) values ($1)', [migration.name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(migration.name)
    }
  } finally {
    await client.end()
  }
  return applied
}
