// A Ciranda in a process of its own over a scratch database, for measurements that need more than one, or a quiet one.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { livePages } from '../src/live.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { keepReading } from '../src/platform/facts/keep-reading.ts'
import { filesIn } from '../src/platform/files/store.ts'
import type { House } from '../src/platform/house.ts'
import { openDoor } from '../src/platform/http/door.ts'
import { projectRoot } from '../src/platform/root.ts'
import { settingsBook } from '../src/platform/settings/settings.ts'

/** A house without files, mail and looks. */
export const houseOver = (db: Database): House => ({
  db,
  clock: systemClock,
  settings: settingsBook(db, systemClock),
  mailWay: 'none',
  assets: { css: '', js: '', fonts: [], turboStyleHash: '', icon: '' },
  baseUrl: 'http://127.0.0.1',
  secret: (bytes = 18) => randomBytes(bytes).toString('base64url'),
  files: filesIn('/nowhere', () => ''),
})

/** What the process does: it serves, tells its port, and lets pages listen. */
export const serve = async (databaseUrl: string): Promise<void> => {
  const db = openDatabase(databaseUrl, systemClock)
  const house = houseOver(db)
  const live = livePages(house, { ofPerson: 1e6, ofAddress: 1e6, inAll: 1e6, aMinute: 1e6 })
  keepReading(db, databaseUrl, [], live.wake)
  const door = await openDoor({ host: '127.0.0.1', port: 0 })
  door.lead(createApp(house, undefined, live).fetch)
  process.stdout.write(`ready ${new URL(door.url).port}\n`)
}

/** How the server is started: as bin/start does it. */
export const serverFlags: readonly string[] = JSON.parse(
  readFileSync(join(projectRoot, 'bin/server-flags.json'), 'utf8'),
)

/** Starts one: `program` is the file that calls {@link serve} when it is asked to `serve` a database. */
export const started = async (program: string, databaseUrl: string): Promise<{ child: ChildProcess; at: string }> => {
  const args = [...serverFlags, program, 'serve', databaseUrl]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  return { child, at: `http://127.0.0.1:${/ready (\d+)/.exec(String(said))?.[1]}` }
}
