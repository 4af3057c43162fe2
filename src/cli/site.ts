/** What a command needs of the site beside its database: its address, and the house without its doors. */
import { randomBytes } from 'node:crypto'
import { readOptions } from '../options.ts'
import { systemClock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { noFiles } from '../platform/files/store.ts'
import type { House } from '../platform/house.ts'
import { settingsBook } from '../platform/settings/settings.ts'

/** The address that people type, without a slash at the end; `known` when somebody said so by CIRANDA_URL. */
export const siteAddress = (): { url: string; known: boolean } => {
  const { CIRANDA_URL, PORT } = process.env
  const { baseUrl, port } = readOptions([], { CIRANDA_URL, PORT })
  return { url: baseUrl ?? `http://127.0.0.1:${port}`, known: baseUrl !== undefined }
}

/** The house over an open database, for what a page would ask too. It sends no letters. */
export const houseOver = (db: Database): House => ({
  db,
  clock: systemClock,
  settings: settingsBook(db, systemClock),
  mailWay: 'none',
  files: noFiles,
  assets: { css: '', js: '', fonts: [], turboStyleHash: '', icon: '' },
  baseUrl: siteAddress().url,
  secret: (bytes = 18) => randomBytes(bytes).toString('base64url'),
})
