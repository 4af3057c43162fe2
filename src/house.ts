/** Opens the house: the database brought up to date, its tools, its queue, and on the first run its village. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { addressBookOf } from './app.ts'
import { loadDemonstration } from './demonstration/load.ts'
import { livePages } from './live.ts'
import { rhythmTasks } from './modules/community/rhythm/jobs.ts'
import { lookTasks } from './modules/dialogue/looking/jobs.ts'
import { roundTasks } from './modules/dialogue/public.ts'
import { needTasks } from './modules/exchange/needs/jobs.ts'
import { thingFiles } from './modules/exchange/public.ts'
import { libraryTasks } from './modules/library/jobs.ts'
import { loadShelf } from './modules/library/public.ts'
import { notificationTasks } from './modules/notification/jobs.ts'
import { daysOff, noticeReader } from './modules/notification/public.ts'
import { peopleTasks } from './modules/people/jobs.ts'
import { rightsTasks } from './modules/rights/jobs.ts'
import { careTasks } from './modules/safeguarding/jobs.ts'
import { webhookTasks } from './modules/webhook/jobs.ts'
import { soundNetworks, webhookReader } from './modules/webhook/public.ts'
import { noticeSources } from './notices.ts'
import { ownDataParts } from './own-data.ts'
import { systemClock } from './platform/clock/clock.ts'
import { type Database, openDatabase } from './platform/db/database.ts'
import { migrate } from './platform/db/migrate.ts'
import { keepReading } from './platform/facts/keep-reading.ts'
import { prepareMonths } from './platform/facts/reader.ts'
import { fileTasks } from './platform/files/jobs.ts'
import { filesIn } from './platform/files/store.ts'
import type { House } from './platform/house.ts'
import { readAssets } from './platform/http/assets.ts'
import { prepareQueue, startRunner, type Tasks } from './platform/jobs/runner.ts'
import { openPost } from './platform/mail/post.ts'
import { ensureReturnKey } from './platform/mail/return-key.ts'
import { returnPath } from './platform/mail/returned.ts'
import { forgetUnusedWords, learnWords } from './platform/search/store.ts'
import { settingsBook } from './platform/settings/settings.ts'
import { type Readiness, readinessOf } from './platform/telemetry/readiness.ts'
import type { Watch } from './platform/telemetry/watch.ts'

/** What the process knows when it opens the house. */
export interface Opening {
  readonly databaseUrl: string
  readonly dataDir: string
  /** Begin with the first-run page instead of the demonstration. */
  readonly empty: boolean
  readonly smtpUrl: string | undefined
  readonly baseUrl: string
  readonly proxies?: number
  readonly progress: (sentence: string) => void
  readonly watch?: Watch
}

/** The open house; `close` ends its queue and its connections. */
export interface OpenHouse extends House {
  /** What open pages hear. */
  readonly live: ReturnType<typeof livePages>
  /** Whether it can serve now. */
  ready(): Promise<Readiness>
  close(): Promise<void>
}

const CRON = [
  '* * * * * search:learn-words',
  '37 3 * * * search:forget-words',
  '7 3 * * * people:sweep-proofs',
  '11 5 * * * community:ask-the-quiet',
  '17 5 * * * exchange:ask-the-old',
  '31 * * * * dialogue:call-another-adult',
  '* * * * * dialogue:open-rounds',
  '41 * * * * safeguarding:count-adults',
  '13 * * * * library:open-gates',
  '43 * * * * files:sweep',
  '* * * * * webhook:sweep',
  '* * * * * notification:sweep',
  '27 3 * * * notification:prune',
  '41 2 * * * rights:forget',
  '44 2 * * * rights:end-students-words',
  '47 2 * * * rights:forget-newcomers',
  '51 2 * * * rights:look-for-quiet',
  '47 * * * * webhook:prune',
  '23 * * * * facts:prepare-months',
].join('\n')

const factTasks = (house: House): Tasks => ({
  'facts:prepare-months': () => house.db.asSystem('facts', prepareMonths),
})

const searchTasks = (house: House): Tasks => ({
  'search:learn-words': () => house.db.asSystem('job', learnWords),
  'search:forget-words': () => house.db.asSystem('job', forgetUnusedWords),
})

/** Where reports about letters come back to, when the mail server hands them to `ciranda mail bounce`. */
const returnTo = async (db: Database, secret: string) => {
  const bounces = process.env.MAIL_BOUNCES
  if (!bounces?.includes('@')) return undefined
  const key = await db.asSystem('settings', (tx) => ensureReturnKey(tx, secret))
  return (recipient: string) => returnPath(bounces, key, recipient)
}

/** @throws StartRefused when the database was written by a newer Ciranda, or the environment names no sound networks. */
export const openHouse = async (opening: Opening): Promise<OpenHouse> => {
  const { databaseUrl, progress, watch } = opening
  soundNetworks(process.env)
  const applied = await migrate(databaseUrl)
  if (applied.length > 0) {
    progress(`${applied.length} steps laid the database out`)
    await prepareQueue(databaseUrl)
  }
  const clock = systemClock
  const db = openDatabase(databaseUrl, clock, undefined, watch?.database)
  const settings = settingsBook(db, clock)
  const before = await settings.current()
  const demonstration = before.begun ? before.demonstration : !opening.empty
  const mailWay = opening.smtpUrl ? 'server' : demonstration || process.env.CIRANDA_DEVELOPMENT ? 'mailbox' : 'none'
  const secret = (bytes = 18) => randomBytes(bytes).toString('base64url')
  const house: House = {
    db,
    clock,
    settings,
    mailWay,
    assets: readAssets(),
    baseUrl: opening.baseUrl,
    proxies: opening.proxies ?? 0,
    secret,
    files: filesIn(join(opening.dataDir, 'files'), secret),
  }
  await loadShelf(house)
  if (!before.begun && !opening.empty) await loadDemonstration(house, databaseUrl, progress)
  const post = openPost(
    db,
    mailWay,
    opening.smtpUrl,
    process.env.MAIL_FROM ?? `ciranda@${new URL(opening.baseUrl).hostname}`,
    await returnTo(db, secret(24)),
  )
  const runner = await startRunner(
    databaseUrl,
    {
      ...peopleTasks(house, post),
      ...rhythmTasks(house),
      ...libraryTasks(house),
      ...lookTasks(house),
      ...roundTasks(house),
      ...careTasks(house, daysOff),
      ...needTasks(house),
      ...rightsTasks(house, ownDataParts, post),
      ...fileTasks(house, [thingFiles(house)]),
      ...searchTasks(house),
      ...factTasks(house),
      ...webhookTasks(house, addressBookOf(house)),
      ...notificationTasks(house, noticeSources(house), post),
    },
    CRON,
    watch?.job,
  )
  let queueRuns = true
  const queueEnds = () => {
    queueRuns = false
  }
  runner.promise.then(queueEnds, queueEnds)
  const live = livePages(house)
  const readers = [webhookReader, noticeReader(settings, noticeSources(house))]
  const reading = keepReading(db, databaseUrl, readers, live.wake)
  return {
    ...house,
    live,
    ready: readinessOf(db, () => queueRuns),
    close: async () => {
      live.close()
      await reading.stop()
      await runner.stop()
      await db.close()
    },
  }
}
