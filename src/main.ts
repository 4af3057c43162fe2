// The process: reads its options, holds its data folder, starts the database, opens the house and its door.
import { join } from 'node:path'
import type { OpenHouse } from './house.ts'
import { help, readOptions } from './options.ts'
import { type DataFolder, holdDataFolder } from './platform/data-folder.ts'
import { type Embedded, startEmbedded } from './platform/db/embedded.ts'
import { proveReachable } from './platform/db/reachable.ts'
import { type Door, openDoor } from './platform/http/door.ts'
import { projectRoot } from './platform/root.ts'
import { StartRefused } from './platform/start-refused.ts'
import { type FiguresDoor, openFiguresDoor } from './platform/telemetry/figures-door.ts'
import { queueRows } from './platform/telemetry/queue.ts'
import { report } from './platform/telemetry/report.ts'
import type { Figures, Vitals } from './platform/telemetry/vitals.ts'
import { openWatch, type Watch } from './platform/telemetry/watch.ts'
import { untilAsked } from './platform/until-asked.ts'
import { version } from './platform/version.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const step = (number: number, sentence: string) => say(`${number} of 5  ${sentence}`)

let data: DataFolder | undefined
let door: Door | undefined
let figuresDoor: FiguresDoor | undefined
let watch: Watch | undefined
let database: Promise<Embedded> | undefined
let house: OpenHouse | undefined
let stopped: Promise<void> | undefined

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) {
    say(help)
    return
  }
  untilAsked(() => stop(0))
  data = await holdDataFolder(options.dataDir ?? join(projectRoot, 'data'))
  door = await openDoor(options)
  const { watching } = options
  const { metricsPort: port, metricsHost: host, metricsToken: token } = watching
  if (port !== undefined)
    figuresDoor = await openFiguresDoor({ port, host, token }, (error) => report('figures', error))
  watch = await openWatch(watching, (lines) => process.stdout.write(lines))
  step(3, options.databaseUrl ? 'The database is the one that DATABASE_URL names' : 'Starting the database')
  if (options.databaseUrl) await proveReachable(options.databaseUrl)
  else database = startEmbedded({ dataDir: data.path, log: say })
  // The rooms are read from disk while the database wakes up.
  const rooms = Promise.all([import('./app.ts'), import('./house.ts')])
  rooms.catch(() => undefined)
  const databaseUrl = options.databaseUrl ?? (await database)?.url ?? ''
  step(4, 'Preparing the house')
  const [{ createApp }, { openHouse }] = await rooms
  house = await openHouse({
    databaseUrl,
    dataDir: data.path,
    empty: options.empty,
    smtpUrl: options.smtpUrl,
    baseUrl: options.baseUrl ?? door.url,
    proxies: options.proxies,
    progress: (sentence: string) => say(`        ${sentence}`),
    watch,
  })
  const figures = figuresOf(house, watch)
  door.lead(createApp(house, vitalsOf(house, watch, figures, token), house.live).fetch)
  if (figures) figuresDoor?.lead(figures)
  step(5, 'The door is open; Ctrl-C closes it')
  if (figuresDoor) say(`        The figures are at ${figuresDoor.url}`)
  say(`ready ${door.url}`)
}

/** The page of figures, where somebody may fetch it. */
function figuresOf({ db, live, ready }: OpenHouse, { metrics, database: { pools } }: Watch): Figures | undefined {
  const queue = () => db.asSystem('telemetry', (tx) => tx.rows(queueRows(tx.now)))
  return metrics && (() => metrics.page({ version: version(), pools, queue, ready, live: live.figures }))
}

function vitalsOf(
  { ready }: OpenHouse,
  { requests }: Watch,
  page: Figures | undefined,
  token: string | undefined,
): Vitals {
  return { ready, requests, figures: page && token ? { page, token } : undefined }
}

/** Closes everything once, however often it is asked, and ends the process. */
function stop(code: number): Promise<void> {
  stopped ??= (async () => {
    for (const close of [
      () => house?.live.close(),
      door?.close,
      figuresDoor?.close,
      () => house?.close(),
      endDatabase,
      data?.release,
    ]) {
      await Promise.resolve(close?.()).catch(explain)
    }
    watch?.flush()
    process.exit(code)
  })()
  return stopped
}

// Also when it is only just starting: it would outlive us.
async function endDatabase(): Promise<void> {
  await (await database?.catch(() => undefined))?.stop()
}

function explain(error: unknown): void {
  process.stderr.write(`${error instanceof StartRefused ? error.message : ((error as Error).stack ?? error)}\n`)
}

start().catch(async (error) => {
  if (stopped) return
  explain(error)
  await stop(1)
})
