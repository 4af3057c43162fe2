/** The verb `person reset` lets somebody in again, and ends every way by which they were in. */
import { resetPerson, signInLink } from '../modules/people/public.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linkHours, tellOfAddress } from './link.ts'
import { linesTo, print } from './printed.ts'
import { refusedBy } from './refused.ts'
import { siteAddress } from './site.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

const options = { ...usual, hours: { type: 'string' }, tokens: { type: 'boolean' } } as const

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

export const personResetVerb: Verb = {
  name: 'person reset',
  help: `ciranda person reset ADDRESS [options]

For somebody who lost their way in, or whose way in somebody else may have. Prints one link that signs them in once.
Their password, the links they had and every open session end at once; what they wrote stays.

  ADDRESS            the e-mail address of their account
  --tokens           ends the tokens of their programs, too
  --hours NUMBER     how long the link works, 1 to 168 (24)
${usualHelp}  CIRANDA_URL        the address that people type, for the link (http://127.0.0.1:4321)
`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('person reset', args, options)
    const [email, more] = positionals
    if (!email || more !== undefined)
      throw new Misused('Name one e-mail address: ciranda person reset name@example.org')
    const hours = linkHours(values.hours)
    const back = await withDatabase(values.data, linesTo(terminal), ({ db }) =>
      db.asSystem('command-line', (tx) => resetPerson(tx, { email, hours, tokensToo: values.tokens ?? false })),
    )
    if (!back.ok) throw refusedBy(back)
    const { id, name, link, sessions, tokens } = back.value
    const address = siteAddress().url + signInLink(link.token)
    print(
      terminal,
      values.json,
      { id, email, link: address, until: link.until, sessions, tokens },
      () => `${address}\n`,
    )
    const left = tokens > 0 ? ` ${many(tokens, 'token')} of programs still work: --tokens ends them.` : ''
    tellOfAddress(
      terminal,
      `${name}: ${many(sessions, 'session')} ended. The link works once, for ${many(hours, 'hour')}.${left}`,
    )
  },
}
