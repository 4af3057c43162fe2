/** The verb `migrate` brings the database to the form that this version needs. */
import { withDatabase } from './database.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  does: 'bring the database to the form that this version needs (the server does so too when it starts)',
  help: `ciranda migrate [--data FOLDER]

Brings the database to the form that this version needs. Safe to repeat.

  --data FOLDER   where everything is kept (the folder data beside README.md)

  DATABASE_URL    a PostgreSQL of your own, instead of the one in the data folder
`,
  run: async (args, { out, tell }) => {
    const { values, positionals } = typed('migrate', args, { data: { type: 'string' } })
    if (positionals.length > 0)
      throw new Misused(`ciranda migrate does not know ${positionals[0]}: it takes options only.`)
    const applied = await withDatabase(values.data, tell, async (database) => database.applied)
    out(applied.length === 0 ? 'The database is up to date.\n' : `Steps taken: ${applied.join(', ')}\n`)
  },
}
