/** The verb `migrate` brings the database to the form that this version needs. */
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, print } from './printed.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  help: `ciranda migrate [options]

Brings the database to the form that this version needs. Safe to repeat.

${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('migrate', args, usual)
    if (positionals.length > 0)
      throw new Misused(`ciranda migrate does not know ${positionals[0]}: it takes options only.`)
    const applied = await withDatabase(values.data, linesTo(terminal), async (database) => database.applied)
    print(terminal, values.json, { applied }, () =>
      applied.length === 0 ? 'The database is up to date.\n' : `Steps taken: ${applied.join(', ')}\n`,
    )
  },
}
