/** The verb `doctor` examines a site: what is fine, what is worth a look, what is broken, and what would help. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { readOptions } from '../options.ts'
import type { Database } from '../platform/db/database.ts'
import { migrationsOf } from '../platform/db/migrate.ts'
import { projectRoot } from '../platform/root.ts'
import { usual, usualHelp } from './database.ts'
import { examineClock } from './doctor/clock.ts'
import { examineDatabase } from './doctor/database.ts'
import { examineDisk } from './doctor/disk.ts'
import { examineErasures } from './doctor/erasures.ts'
import { type Finding, type State, written } from './doctor/finding.ts'
import { examineMail } from './doctor/mail.ts'
import { examineQueue } from './doctor/queue.ts'
import { examineSearch } from './doctor/search.ts'
import { lookInto } from './doctor/site.ts'
import { examineVersions } from './doctor/versions.ts'
import { linesTo, print } from './printed.ts'
import { typed } from './typed.ts'
import { CommandFailed, Misused, type Verb } from './verb.ts'

export const doctorVerb: Verb = {
  name: 'doctor',
  help: `ciranda doctor [options]

Examines the site and says of each part whether it is fine, worth a look, or broken, and what to do. Changes nothing and
sends nothing. Ends with 1 when something is broken. Run it with the environment of the server: it reads DATABASE_URL
and SMTP_URL as the server does.

${usualHelp}  SMTP_URL           the mail server; it is greeted, and no letter is sent
`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('doctor', args, usual)
    if (positionals.length > 0) throw new Misused('ciranda doctor takes options only.')
    const { DATABASE_URL, SMTP_URL } = process.env
    const { databaseUrl, smtpUrl } = readOptions([], { DATABASE_URL, SMTP_URL })
    const folder = values.data ?? join(projectRoot, 'data')
    let demonstration: boolean | undefined
    const inside = await lookInto(databaseUrl, folder, linesTo(terminal), async (db, serving) => {
      const examined = await examineDatabase(
        db,
        migrationsOf().map(({ name }) => name),
      )
      const site = await settingsOf(db)
      demonstration = site.demonstration
      const apart = await clockApart(db)
      const rest = await db.asSystem('command-line', async (tx) => [
        ...(await examineQueue(tx, serving)),
        ...(await examineSearch(tx)),
        ...(await examineErasures(tx)),
      ])
      return [...examined, ...examineClock(apart, site.timeZone), ...rest]
    })
    terminal.stop.throwIfAborted()
    const findings = [
      ...examineVersions(process.versions.node),
      ...(databaseUrl && values.data === undefined ? [] : await examineDisk(folder)),
      ...inside,
      ...(await examineMail(smtpUrl, demonstration)),
    ]
    const count = (state: State) => findings.filter((finding) => finding.state === state).length
    const sick = count('broken')
    print(terminal, values.json, { ok: sick === 0, findings }, () => summed(findings, sick, count('look')))
    if (sick > 0) throw new CommandFailed(`Broken: ${sick}. What to do stands below each.`)
  },
}

const summed = (findings: readonly Finding[], sick: number, looks: number): string => {
  const end = looks === 0 ? 'All is well.' : `Nothing is broken; ${looks} worth a look.`
  return `${written(findings)}${sick === 0 ? `\n${end}\n` : ''}`
}

const settingsOf = (db: Database): Promise<{ timeZone: string; demonstration: boolean }> =>
  db.asSystem('command-line', async (tx) => {
    const [laid] = await tx.rows(sql<{ laid: boolean }>`select to_regclass('platform.setting') is not null as laid`)
    const rows = laid?.laid
      ? await tx.rows(sql<{ key: string; value: unknown }>`select key, value from platform.setting`)
      : []
    const found = new Map(rows.map(({ key, value }) => [key, value]))
    return {
      timeZone: String(found.get('timeZone') ?? 'Europe/Lisbon'),
      demonstration: found.get('demonstration') === true,
    }
  })

/** Seconds between the two clocks; the way there and back counts half. */
const clockApart = (db: Database): Promise<number> =>
  db.asSystem('command-line', async (tx) => {
    const sent = Date.now()
    const [row] = await tx.rows(sql<{ at: Date }>`select clock_timestamp() as at`)
    const here = (sent + Date.now()) / 2
    return ((row?.at.getTime() ?? here) - here) / 1000
  })
