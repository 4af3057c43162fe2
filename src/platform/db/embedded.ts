// The embedded PostgreSQL: started for this data folder, kept alive, stopped with the process that started it.
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { StartRefused } from '../start-refused.ts'
import { type Cluster, openCluster } from './embedded-cluster.ts'
import { choosePlace, halt, launch, leave, type Place, placeOf } from './embedded-process.ts'

export interface Embedded {
  /** Connection string for `pg`, of the owner, to the database `ciranda`. */
  url: string
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** A folder that this process holds (see holdDataFolder). */
  dataDir: string
  /** Told in one sentence when the database had to be started anew. */
  log(sentence: string): void
  /** Settings that differ from ours; only tests need them. */
  settings?: Record<string, string>
}

/** Milliseconds for which a start is tried again: processes of a killed PostgreSQL take a moment to let go. */
const PATIENCE = 12_000

/**
 * Starts PostgreSQL on the data folder, making the database the first time. One that a killed Ciranda left running is
 * ended first. If PostgreSQL dies while Ciranda runs, it is started again at the same address.
 * @throws StartRefused when there is none for this platform or it does not start
 */
export async function startEmbedded({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const cluster = openCluster(dataDir)
  await halt(cluster)
  const place = await choosePlace(cluster)
  let stopping = false
  let alive = Promise.resolve()

  const keepAlive = async (): Promise<void> => {
    const child = await startPatiently(cluster, place, settings)
    child?.once('exit', () => {
      if (stopping) return
      log('The database ended by itself and is being started again.')
      alive = keepAlive().catch((error: Error) => log(error.message))
    })
  }
  await keepAlive()
  await makeDatabase(cluster, place)
  return {
    url: urlOf(cluster, place, 'ciranda'),
    stop: async () => {
      stopping = true
      await alive
      await halt(cluster)
      leave(place)
    },
  }
}

/** The address of the database that another process runs on this data folder, or undefined when there is none. */
export function runningDatabase(dataDir: string): string | undefined {
  const cluster = openCluster(resolve(dataDir))
  const place = placeOf(cluster)
  return place && urlOf(cluster, place, 'ciranda')
}

async function startPatiently(cluster: Cluster, place: Place, settings: Record<string, string>) {
  const deadline = Date.now() + PATIENCE
  do {
    const child = launch(cluster, place, settings)
    const lives = process.platform === 'win32' ? await once(child, 'exit').then(([code]) => code === 0) : true
    child.unref()
    if (lives && (await answers(cluster, place, () => child.exitCode !== null || child.signalCode !== null))) {
      return process.platform === 'win32' ? undefined : child
    }
    await pause(250)
  } while (Date.now() < deadline)
  throw new StartRefused(`The database of Ciranda does not start: the reason stands at the end of ${cluster.log}.`)
}

// As long as the process lives it may be repairing after a crash, which takes as long as it takes.
async function answers(cluster: Cluster, place: Place, ended: () => boolean): Promise<boolean> {
  while (process.platform === 'win32' || !ended()) {
    if (await ask(cluster, place, 'postgres', 'select 1').catch(() => undefined)) return true
    await pause(20)
  }
  return false
}

async function makeDatabase(cluster: Cluster, place: Place): Promise<void> {
  const found = await ask(cluster, place, 'postgres', "select 1 from pg_database where datname = 'ciranda'")
  if (!found?.length) await ask(cluster, place, 'postgres', 'create database ciranda')
}

async function ask(cluster: Cluster, place: Place, database: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: urlOf(cluster, place, database), connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(query)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

function urlOf(cluster: Cluster, place: Place, database: string): string {
  const who = cluster.password ? `ciranda:${cluster.password}` : 'ciranda'
  if (process.platform === 'win32') return `postgres://${who}@${place.host}:${place.port}/${database}`
  return `postgres://${who}@localhost:${place.port}/${database}?host=${encodeURIComponent(place.host)}`
}
