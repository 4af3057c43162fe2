/** The figures that Prometheus fetches: requests, database, queue, jobs, memory, event loop. Nobody's name in any. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { PoolState } from '../db/watch.ts'
import type { Gathered } from './database-watch.ts'
import type { QueueRow } from './queue.ts'
import type { Answered } from './requests.ts'

/** Where figures come from that are asked for only when somebody fetches them. */
export interface Sources {
  readonly version: string
  readonly pools: () => Readonly<Record<string, PoolState>>
  readonly queue: () => Promise<readonly QueueRow[]>
  readonly ready: () => Promise<{ readonly ready: boolean }>
  /** Streams that are open now, and how many listeners were told something so far. */
  readonly live?: () => { readonly streams: number; readonly told: number }
}

/** What is gathered while Ciranda runs, and the page of figures. */
export interface Metrics {
  readonly database: Gathered
  readonly requests: Answered
  job(task: string, ended: 'done' | 'failed', seconds: number): void
  /** The figures as text, and its type. */
  page(sources: Sources): Promise<{ readonly type: string; readonly text: string }>
}

const FAST = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
const SLOW = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Begins to gather. */
export const openMetrics = (): Metrics => {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 20 })
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets: number[]) =>
    new Histogram<L>({ name: `ciranda_${name}`, help, labelNames, buckets, registers })
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ name: `ciranda_${name}`, help, labelNames, registers })

  const requests = histogram(
    'http_request_seconds',
    'Requests answered, until the answer was there',
    ['method', 'route', 'status'],
    SLOW,
  )
  const transactions = histogram('database_transaction_seconds', 'Transactions, with a connection', ['kind'], FAST)
  const waits = histogram('database_wait_seconds', 'Waiting for a connection to the database', ['kind'], FAST)
  const statements = histogram('database_statement_seconds', 'Statements, until their rows were there', [], FAST)
  const slow = new Counter({
    name: 'ciranda_database_slow_total',
    help: 'Statements and transactions that were slow, by the route or job that made them',
    labelNames: ['by'] as const,
    registers,
  })
  const jobs = histogram('job_seconds', 'Jobs of the queue that ended', ['task', 'ended'], SLOW)

  const build = gauge('build_info', 'Always 1; says which version runs', ['version', 'node'])
  const ready = gauge('ready', '1 when this process can serve, as /readyz says')
  const connections = gauge('database_connections', 'Connections to the database by pool and state', ['pool', 'state'])
  const queued = gauge('queue_jobs', 'Jobs of the queue by task and state', ['task', 'state'])
  const oldest = gauge('queue_oldest_seconds', 'How long the oldest job that is due has waited', ['task'])
  const answers = gauge('queue_answers', '1 when the queue could be asked')

  const streams = gauge('live_streams', 'Open pages that listen to this process')
  const told = gauge('live_told_total', 'How often a listener was told something')

  const takePools = (pools: Readonly<Record<string, PoolState>>) => {
    for (const [pool, { total, idle, waiting }] of Object.entries(pools)) {
      connections.set({ pool, state: 'in_use' }, total - idle)
      connections.set({ pool, state: 'idle' }, idle)
      connections.set({ pool, state: 'waiting' }, waiting)
    }
  }
  const takeQueue = (rows: readonly QueueRow[] | undefined) => {
    queued.reset()
    oldest.reset()
    answers.set(rows === undefined ? 0 : 1)
    for (const { task, waiting, later, running, retrying, failed, oldest: age } of rows ?? []) {
      for (const [state, count] of Object.entries({ waiting, later, running, retrying, failed }))
        queued.set({ task, state }, count)
      oldest.set({ task }, age)
    }
  }

  return {
    requests: (method, route, status, seconds) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    database: {
      transaction: (kind, seconds, waited) => {
        transactions.observe({ kind }, seconds)
        waits.observe({ kind }, waited)
      },
      statement: (seconds) => statements.observe(seconds),
      slow: (by) => slow.inc({ by }),
    },
    job: (task, ended, seconds) => jobs.observe({ task, ended }, seconds),
    page: async (sources) => {
      build.set({ version: sources.version, node: process.version }, 1)
      takePools(sources.pools())
      const live = sources.live?.()
      streams.set(live?.streams ?? 0)
      told.set(live?.told ?? 0)
      takeQueue(await sources.queue().catch(() => undefined))
      ready.set((await sources.ready()).ready ? 1 : 0)
      return { type: register.contentType, text: await register.metrics() }
    },
  }
}
