/** The site's own settings: name, language, time zone, whether it is a demonstration. Read often, changed rarely. */
import { sql } from 'kysely'
import type { Clock } from '../clock/clock.ts'
import type { Database, Tx } from '../db/database.ts'
import { isLanguage, type Language } from '../words/words.ts'

/** What the site says of itself. */
export interface SiteSettings {
  readonly siteName: string
  readonly language: Language
  readonly timeZone: string
  readonly demonstration: boolean
  /** How large a shared file may be, in megabytes. */
  readonly largestFileMb: number
  /** False until somebody has begun the site. */
  readonly begun: boolean
}

/** The settings as they stand; kept for a few seconds, so that other processes' changes are soon seen. */
export interface SettingsBook {
  current(): Promise<SiteSettings>
  forget(): void
}

/** Up to a hundred: an upload is held in memory while it is read. */
const megabytes = (kept: unknown): number =>
  typeof kept === 'number' && kept >= 1 && kept <= 100 ? Math.floor(kept) : 10

const KEPT_MS = 3_000

const rowsQuery = sql<{ key: string; value: unknown }>`select key, value from platform.setting`

/** Makes the book over a database. */
export const settingsBook = (db: Database, clock: Clock): SettingsBook => {
  let kept: { at: number; value: SiteSettings } | undefined
  return {
    current: async () => {
      const now = clock.now().getTime()
      if (kept && Math.abs(now - kept.at) < KEPT_MS) return kept.value
      const [rows] = await db.read({ personId: null }, rowsQuery)
      const found = new Map(rows.map((row) => [row.key, row.value]))
      const value: SiteSettings = {
        siteName: typeof found.get('siteName') === 'string' ? String(found.get('siteName')) : 'Ciranda',
        language: isLanguage(found.get('language')) ? (found.get('language') as Language) : 'en',
        timeZone: typeof found.get('timeZone') === 'string' ? String(found.get('timeZone')) : 'Europe/Lisbon',
        demonstration: found.get('demonstration') === true,
        largestFileMb: megabytes(found.get('largestFileMb')),
        begun: found.get('begun') === true,
      }
      kept = { at: now, value }
      return value
    },
    forget: () => {
      kept = undefined
    },
  }
}

/** Writes settings; only as the owner. */
export const saveSettings = async (tx: Tx, values: Partial<SiteSettings>): Promise<void> => {
  for (const [key, value] of Object.entries(values))
    await tx.rows(sql`
      insert into platform.setting (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
      on conflict (key) do update set value = excluded.value`)
}
