/** The door to PostgreSQL: read in one flight, write in one transaction, both behind the wall of who asks. */
import type { RawBuilder } from 'kysely'
import pg from 'pg'
import type { Clock } from '../clock/clock.ts'
import { isRefusal } from '../outcome.ts'
import type { Beliefs } from './beliefs.ts'
import { bellOver } from './bell.ts'
import { declinedOr } from './declined.ts'
import { type Once, partsOfOnce, SentBefore } from './once.ts'
import { type RowsOf, type Tx, transactionOn } from './tx.ts'
import { send, settle, together, valuesOf } from './wire.ts'
import './values.ts'
import type { DatabaseWatch } from './watch.ts'

export type { Tx } from './tx.ts'

/** Who asks. `null` is a visitor. The full scope of a member extends this. */
export interface Asker {
  readonly personId: number | null
  /** What was believed to know who asks; proven before anything is answered or written. */
  readonly beliefs?: Beliefs
}

/** How the program speaks to its database. */
export interface Database {
  /**
   * Reads in one flight (BEGIN, who asks, the queries, COMMIT sent together), behind row-level security.
   * @throws Outdated when something that the asker's request believed is no longer true.
   */
  read<Queries extends readonly RawBuilder<unknown>[]>(asker: Asker, ...queries: Queries): Promise<RowsOf<Queries>>
  /**
   * Runs `work` in one transaction behind row-level security. A refusal returned by `work` undoes everything.
   * With `once` (the token of a form) a second sending returns the first one's result and does nothing.
   * @throws Declined when the database itself says no in words, such as in a closed community.
   */
  write<T>(asker: Asker, work: (tx: Tx) => Promise<T>, options?: { once?: string | undefined }): Promise<T>
  /** A transaction as the owner, without walls. `why` names the caller; for sign-in, jobs and the command line only. */
  asSystem<T>(why: SystemReason, work: (tx: Tx) => Promise<T>): Promise<T>
  /** How often something was written from here: while it stays the same, only others can have changed what was read. */
  changes(): number
  close(): Promise<void>
}

/** The few callers that may pass the walls, by name. */
export type SystemReason =
  | 'sign-in'
  | 'invitation'
  | 'first-run'
  | 'demonstration'
  | 'import'
  | 'job'
  | 'command-line'
  | 'settings'
  | 'own-data'
  | 'facts'
  | 'look'
  | 'telemetry'
  | 'call-limits'

const whoAsks = (client: pg.PoolClient, asker: Asker) =>
  client.query({
    name: 'who-asks',
    text: 'select platform.ask($1)',
    values: [asker.personId === null ? '' : String(asker.personId)],
  })

const claim = (client: pg.PoolClient, once: Once, asker: Asker, now: Date) =>
  client.query({
    name: 'once-claim',
    text: 'insert into platform.once (token, person_id, at, sent) values ($1, $2, $3, $4) on conflict do nothing returning token',
    values: [once.token, asker.personId, now, once.sent],
  })

const keepResult = (client: pg.PoolClient, once: Once, value: unknown) =>
  client.query({
    name: 'once-result',
    text: 'update platform.once set result = $2 where token = $1',
    values: [once.token, JSON.stringify(value ?? null)],
  })

const fulfilled = (answer: PromiseSettledResult<unknown>): unknown =>
  answer.status === 'fulfilled' ? answer.value : []

/** What the database answered to what was believed: after the beginning, and after who asks where that stood alone. */
const proofs = (believed: Beliefs['open'], answers: readonly unknown[]) =>
  answers.slice(believed[0]?.saysWho ? 1 : 2).slice(0, believed.length) as (readonly unknown[])[]

/** Opens the pools: pages connect as `ciranda_app`, which owns nothing; the owner's pool is small. */
export const openDatabase = (
  url: string,
  clock: Clock,
  sizes: { pages: number; system: number } = { pages: 10, system: 3 },
  watch?: DatabaseWatch,
): Database => {
  const shared = { connectionString: url, pipeline: true, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 15_000 }
  const pages = new pg.Pool({
    ...shared,
    options: '-c role=ciranda_app -c plan_cache_mode=force_generic_plan',
    max: sizes.pages,
  })
  const system = new pg.Pool({ ...shared, max: sizes.system })
  for (const pool of [pages, system]) {
    pool.on('error', () => undefined)
    // A connection that breaks between two queries says so here, and its next query fails; unheard it would end us.
    pool.on('connect', (client) => client.on('error', () => undefined))
  }

  const stateOf = (pool: pg.Pool) => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount })
  watch?.opened(() => ({ pages: stateOf(pages), system: stateOf(system) }))

  const bell = bellOver(system)

  const withClient = async <T>(
    kind: 'read' | 'write' | 'system',
    use: (client: pg.PoolClient) => Promise<T>,
    why?: string,
  ): Promise<T> => {
    const flight = watch?.asked(kind, why)
    const client = await (kind === 'system' ? system : pages).connect()
    flight?.begun()
    let broken = false
    try {
      return await use(client)
    } catch (error) {
      broken = await client.query('rollback').then(
        () => false,
        () => true,
      )
      throw declinedOr(error)
    } finally {
      client.release(broken)
      flight?.ended()
    }
  }

  const commit = async (client: pg.PoolClient) => {
    const answer = await client.query('commit')
    if (answer.command !== 'COMMIT') throw new Error('The transaction was rolled back by the database')
  }

  let changes = 0
  // Also when the answer to it is lost: it may have been kept.
  const commitChange = (client: pg.PoolClient) =>
    commit(client).finally(() => {
      changes += 1
    })

  /** Says who asks and sends what was believed of them; for the middle of a flight. */
  const asking = (client: pg.PoolClient, asker: Asker): Promise<unknown>[] => {
    const believed = asker.beliefs?.open ?? []
    return [
      ...(believed[0]?.saysWho ? [] : [whoAsks(client, asker)]),
      ...believed.map(({ query }) => send(client, query, watch)),
    ]
  }

  const read: Database['read'] = async (asker, ...queries) => {
    const believed = asker.beliefs?.open ?? []
    const answers = await withClient('read', (client) =>
      settle(
        together(client, () => [
          client.query('begin read only'),
          ...asking(client, asker),
          ...queries.map((query) => send(client, query, watch)),
          commit(client),
        ]),
      ),
    )
    asker.beliefs?.prove(believed, proofs(believed, answers))
    return answers.slice(-1 - queries.length, -1) as never
  }

  return {
    read,

    write: async (asker, work, options = {}) => {
      return withClient('write', async (client) => {
        const now = clock.now()
        const once = options.once ? partsOfOnce(options.once) : undefined
        const believed = asker.beliefs?.open ?? []
        const settled = await Promise.allSettled(
          together(client, () => [
            client.query('begin'),
            ...asking(client, asker),
            ...(once ? [claim(client, once, asker, now)] : []),
          ]),
        )
        // Proven first: where the asker is not who was believed, whatever else failed only followed from that.
        asker.beliefs?.prove(believed, proofs(believed, settled.map(fulfilled)))
        const claimed = valuesOf(settled).at(-1) as pg.QueryResult
        if (once && claimed.rowCount === 0) {
          const first = await client.query('select result, sent from platform.once where token = $1', [once.token])
          await client.query('rollback')
          if (!first.rows[0]) throw new Error('This form token belongs to somebody else')
          if (first.rows[0].sent !== once.sent) throw new SentBefore()
          return first.rows[0].result
        }
        const open = transactionOn(client, now, watch)
        const value = await work(open.tx)
        if (isRefusal(value)) {
          await client.query('rollback')
          return value
        }
        await open.finish(() => [...(once ? [keepResult(client, once, value)] : []), commitChange(client)])
        bell.ring(open.announced)
        return value
      })
    },

    asSystem: (why, work) =>
      withClient(
        'system',
        async (client) => {
          await client.query('begin')
          const open = transactionOn(client, clock.now(), watch)
          const value = await work(open.tx)
          if (isRefusal(value)) await client.query('rollback')
          else {
            await open.finish(() => [commitChange(client)])
            bell.ring(open.announced)
          }
          return value
        },
        why,
      ),

    changes: () => changes,

    close: async () => {
      await bell.still()
      await Promise.all([pages.end(), system.end()])
    },
  }
}
