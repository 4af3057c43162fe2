// Each test gets a database of its own.
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from './database.ts'

test('two databases are migrated, apart from each other, and removed again', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  expect(one.url).not.toBe(other.url)
  const client = new Client({ connectionString: one.url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as applied from public.ciranda_migration')
  expect(rows[0].applied).toBeGreaterThan(0)
  await client.end()
  await Promise.all([one.drop(), other.drop()])
  await expect(new Client({ connectionString: one.url }).connect()).rejects.toThrow('does not exist')
})
