/** The verb `token revoke` ends a token at once, whoever has it. */
import { endSomebodysToken } from '../modules/people/public.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, print } from './printed.ts'
import { refusedBy } from './refused.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

export const tokenRevokeVerb: Verb = {
  name: 'token revoke',
  help: `ciranda token revoke NUMBER [options]

Ends a token at once: the program's next request is turned away. It cannot be taken back.

  NUMBER             as ciranda token list shows it
${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('token revoke', args, usual)
    const [number = '', more] = positionals
    if (!/^[1-9]\d{0,14}$/.test(number) || more !== undefined)
      throw new Misused('Name one token by its number: ciranda token list shows them.')
    const id = Number(number)
    const ended = await withDatabase(values.data, linesTo(terminal), ({ db }) =>
      db.asSystem('command-line', (tx) => endSomebodysToken(tx, id)),
    )
    if (!ended.ok) throw refusedBy(ended)
    print(terminal, values.json, { id, ended: true }, () => `Token ${id} (${ended.value.name}) has ended.\n`)
  },
}
