/** The verbs `erasure list` and `erasure replay`: who was erased, and erasing them again after a restore. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { erasePerson, erasures, hereAgain } from '../modules/rights/public.ts'
import { ownDataParts } from '../own-data.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { settingsBook } from '../platform/settings/settings.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, moment, print, table } from './printed.ts'
import { typed } from './typed.ts'
import { CommandFailed, Misused, type Verb } from './verb.ts'

const list = z.array(
  z.object({
    person: z.number().int().positive(),
    came: z.coerce.date(),
    choice: z.enum(['keep', 'withdraw']),
    at: z.coerce.date(),
  }),
)

export const erasureListVerb: Verb = {
  name: 'erasure list',
  help: `ciranda erasure list [options]

Shows who was erased: numbers and moments, no names. Keep it beside your backups (--json > erasures.json): after a restore
“ciranda erasure replay erasures.json” erases them again.

${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('erasure list', args, usual)
    if (positionals.length > 0) throw new Misused('ciranda erasure list takes options only.')
    const all = await withDatabase(values.data, linesTo(terminal), ({ db }) =>
      db.asSystem('command-line', (tx) => tx.rows(erasures())),
    )
    print(terminal, values.json, all, () =>
      table(
        ['number', 'came', 'erased', 'words'],
        all.map(({ person, came, choice, at }) => [String(person), moment(came), moment(at), choice]),
      ),
    )
  },
}

const readList = async (file: string) => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailed(`${file} cannot be read.`)
  })
  try {
    return list.parse(JSON.parse(text))
  } catch {
    throw new CommandFailed(`${file} is no list of erasures: ciranda erasure list --json makes one.`)
  }
}

export const erasureReplayVerb: Verb = {
  name: 'erasure replay',
  help: `ciranda erasure replay [FILE] [options]

For the day of a restore: erases again whoever was erased since the backup. Safe to repeat. Somebody to whom the same
number was given since is not touched, because the list knows when each person came.

  FILE               a list made by “ciranda erasure list --json”; without it, the site's own list
${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('erasure replay', args, usual)
    const [file, more] = positionals
    if (more !== undefined) throw new Misused('Name one file: ciranda erasure replay erasures.json')
    const given = file === undefined ? undefined : await readList(file)
    const again = await withDatabase(values.data, linesTo(terminal), async ({ db }) => {
      const { language } = await settingsBook(db, systemClock).current()
      const all = given ?? (await db.asSystem('command-line', (tx) => tx.rows(hereAgain())))
      const erased: number[] = []
      // One by one: cut off, the rest is done by the next replay.
      for (const { person, came, choice } of all) {
        terminal.stop.throwIfAborted()
        const done = await db.asSystem('command-line', (tx) =>
          erasePerson(tx, ownDataParts, { person, choice, came, lang: language }),
        )
        if (done) erased.push(person)
      }
      return erased
    })
    print(terminal, values.json, { erased: again }, () => `${again.length} erased again.\n`)
  },
}
