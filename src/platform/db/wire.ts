/** What goes to PostgreSQL, and in how few packets: each costs the system more than a small query costs the database. */
import type { Writable } from 'node:stream'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type pg from 'pg'
import { spared } from './spared.ts'
import { statementName } from './statement.ts'
import { rowsRead } from './told.ts'
import type { DatabaseWatch } from './watch.ts'

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Sends a query, prepared on its connection, and answers its rows. */
export const send = async <Row>(
  client: pg.PoolClient,
  query: RawBuilder<Row>,
  watch?: DatabaseWatch,
): Promise<Row[]> => {
  const { sql, parameters } = query.compile(compiler)
  const { text, values } = spared(sql, parameters)
  const answered = watch?.sent(client, sql)
  const result = await client.query({ name: statementName(text), text, values })
  answered?.()
  return rowsRead(query, result.rows) as Row[]
}

/** Sends what `ask` asks in one write: a flight is then one packet instead of a system call for each question. */
export const together = <T>(client: pg.PoolClient, ask: () => T): T => {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  try {
    return ask()
  } finally {
    stream.uncork()
  }
}

/** What came back, all of it waited for; throws the first failure. */
export const settle = async (sent: readonly Promise<unknown>[]): Promise<unknown[]> =>
  valuesOf(await Promise.allSettled(sent))

/** The values; throws the first failure. */
export const valuesOf = (answers: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
