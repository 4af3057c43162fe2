// Whether the database that somebody brings along answers, and is new enough.
import { Client } from 'pg'
import { StartRefused } from '../start-refused.ts'

/** @throws StartRefused with the server's own reason; the address stays unsaid, for it holds a password */
export async function proveReachable(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  const version = await client
    .connect()
    .then(() => client.query('show server_version_num'))
    .then(({ rows }) => Number(rows[0].server_version_num))
    .catch((error: NodeJS.ErrnoException) => {
      const why = error.message || error.code
      throw new StartRefused(
        `The database that DATABASE_URL names cannot be used (${why}): is it running, and are its name, user and password right?`,
      )
    })
    .finally(() => client.end().catch(() => undefined))
  if (version < 150_000) {
    throw new StartRefused(
      `The database that DATABASE_URL names is PostgreSQL ${Math.floor(version / 10_000)}, and Ciranda needs 15 or newer.`,
    )
  }
}
