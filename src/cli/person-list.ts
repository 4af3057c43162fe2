/** The verb `person list` shows who may come in. */
import { everybody } from '../modules/people/public.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, moment, print, table } from './printed.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

export const personListVerb: Verb = {
  name: 'person list',
  help: `ciranda person list [options]

Shows everybody who may come in: number, e-mail address, language, what they look after, name. The authors of an
archive are not among them.

${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('person list', args, usual)
    if (positionals.length > 0) throw new Misused('ciranda person list takes options only.')
    const people = await withDatabase(values.data, linesTo(terminal), ({ db }) =>
      db.asSystem('command-line', (tx) => tx.rows(everybody())),
    )
    print(terminal, values.json, people, () =>
      table(
        ['number', 'address', 'language', 'password', 'came', 'looks after', 'name'],
        people.map(({ id, email, language, password, came_at, administrator, name }) => [
          String(id),
          email ?? '-',
          language,
          password ? 'yes' : 'no',
          moment(came_at),
          administrator ? 'the site' : '-',
          name,
        ]),
      ),
    )
  },
}
