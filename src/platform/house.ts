/** What every room may use: the database, the clock, the mail, the site's own facts. No module is named here. */

import type { Clock } from './clock/clock.ts'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/store.ts'
import type { Assets } from './http/assets.ts'
import type { SettingsBook } from './settings/settings.ts'

/** Where letters go: a mail server, the mailbox page of a demonstration, or nowhere yet. */
export type MailWay = 'server' | 'mailbox' | 'none'

/** The running site's tools, handed to every module. */
export interface House {
  readonly db: Database
  readonly clock: Clock
  readonly assets: Assets
  readonly files: FileStore
  readonly settings: SettingsBook
  readonly mailWay: MailWay
  /** The address people reach the site by, without a slash at the end; used in letters and invitations. */
  readonly baseUrl: string
  /** How many proxies stand in front, one behind the other, and tell the truth about who calls; none when left out. */
  readonly proxies?: number
  /** A random text nobody can guess, as base64url. */
  secret(bytes?: number): string
}
