/** One open transaction: what is asked and waited for, and what rides along with the next packet. */
import type { RawBuilder } from 'kysely'
import type pg from 'pg'
import type { DatabaseWatch } from './watch.ts'
import { send, settle, together } from './wire.ts'

/** One open transaction. */
export interface Tx {
  readonly now: Date
  rows<Row>(query: RawBuilder<Row>): Promise<Row[]>
  one<Row>(query: RawBuilder<Row>): Promise<Row | undefined>
  /** The rows of some queries, sent in one packet; done one after the other. */
  flight<Queries extends readonly RawBuilder<unknown>[]>(...queries: Queries): Promise<RowsOf<Queries>>
  /**
   * Sends a query with whatever is asked next, at the latest with the commit. Nobody waits for its answer; when it fails,
   * what was asked next fails with its reason, and everything is undone.
   */
  along(query: RawBuilder<unknown>): void
  /** The same, and its rows once everything is committed; never settled when it is not. */
  last<Row>(query: RawBuilder<Row>): Promise<Row[]>
  /** Wakes whoever listens on a channel, once this is committed; many at once become one call. */
  announce(channel: string): void
}

/** The rows of each of some queries. */
export type RowsOf<Queries extends readonly RawBuilder<unknown>[]> = {
  [Index in keyof Queries]: Queries[Index] extends RawBuilder<infer Row> ? Row[] : never
}

/** A transaction as the door to the database holds it. */
export interface OpenTransaction {
  readonly tx: Tx
  readonly announced: ReadonlySet<string>
  /** Sends what still waits to ride along, and the end with it; throws the first failure. */
  finish(end: () => readonly Promise<unknown>[]): Promise<void>
}

/** The transaction that has begun on a connection. */
export const transactionOn = (client: pg.PoolClient, now: Date, watch?: DatabaseWatch): OpenTransaction => {
  const announced = new Set<string>()
  let waiting: RawBuilder<unknown>[] = []
  const lasts: { readonly query: RawBuilder<unknown>; readonly tell: (rows: never) => void }[] = []
  const withThose = (ask: () => readonly Promise<unknown>[]): Promise<unknown[]> => {
    const riding = waiting
    waiting = []
    return settle(together(client, () => [...riding.map((query) => send(client, query, watch)), ...ask()]))
  }
  const rows = async <Row>(query: RawBuilder<Row>): Promise<Row[]> =>
    waiting.length === 0
      ? send(client, query, watch)
      : ((await withThose(() => [send(client, query, watch)])).at(-1) as Row[])
  return {
    tx: {
      now,
      rows,
      one: async (query) => (await rows(query))[0],
      flight: async (...queries) =>
        (await withThose(() => queries.map((query) => send(client, query, watch)))).slice(-queries.length) as never,
      along: (query) => void waiting.push(query),
      last: (query) => new Promise((tell) => void lasts.push({ query, tell })),
      announce: (channel) => void announced.add(channel),
    },
    announced,
    finish: async (end) => {
      let told: Promise<unknown>[] = []
      await withThose(() => {
        told = lasts.map(({ query }) => send(client, query, watch))
        return [...told, ...end()]
      })
      const rows = await Promise.all(told)
      lasts.forEach(({ tell }, i) => {
        tell(rows[i] as never)
      })
    },
  }
}
