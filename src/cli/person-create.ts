/** The verb `person create` lets somebody in: with a password, or by a link that signs in once. */
import { createPerson, newPersonForm, passwordHash, signInLink } from '../modules/people/public.ts'
import { languages } from '../platform/words/words.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linkHours, tellOfAddress } from './link.ts'
import { linesTo, print } from './printed.ts'
import { misunderstood, refusedBy } from './refused.ts'
import { houseOver, siteAddress } from './site.ts'
import { typed } from './typed.ts'
import { CommandFailed, Misused, type Terminal, type Verb } from './verb.ts'

const options = {
  ...usual,
  name: { type: 'string' },
  email: { type: 'string' },
  language: { type: 'string' },
  administrator: { type: 'boolean' },
  password: { type: 'boolean' },
  'password-from-stdin': { type: 'boolean' },
  hours: { type: 'string' },
} as const

export const personCreateVerb: Verb = {
  name: 'person create',
  help: `ciranda person create --name NAME --email ADDRESS [options]

Makes a person with an account. Prints a link that signs them in once; with --password or --password-from-stdin they
come in by that password instead, and no link is made. Give the link to nobody else: whoever opens it is that person.

  --name NAME              the name that others see
  --email ADDRESS          the address they sign in with
  --language CODE          the language they read: ${languages.join(', ')} (the site's own)
  --administrator          they also look after the whole site
  --password               asks for a password, which is not shown while it is typed
  --password-from-stdin    takes the first line of the input as the password
  --hours NUMBER           how long the link works, 1 to 168 (24)
${usualHelp}  CIRANDA_URL        the address that people type, for the link (http://127.0.0.1:4321)
`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('person create', args, options)
    if (positionals.length > 0)
      throw new Misused(`ciranda person create takes options only: a name of several words stands in quotes.`)
    const hours = linkHours(values.hours)
    if (values.password && values['password-from-stdin'])
      throw new Misused('Either --password or --password-from-stdin, not both.')
    const read = newPersonForm.safeParse({ name: values.name, email: values.email, language: values.language ?? 'en' })
    if (!read.success)
      throw read.error.issues[0]?.path[0] === 'language'
        ? new Misused(`The language ${values.language} is not one of ${languages.join(', ')}.`)
        : misunderstood(read.error)
    const password = await passwordFrom(values, terminal)
    const checked = newPersonForm.safeParse({ ...read.data, password })
    if (!checked.success) throw misunderstood(checked.error)
    const hash = password === undefined ? null : await passwordHash(password)
    const { name, email } = read.data
    const made = await withDatabase(values.data, linesTo(terminal), async ({ db }) => {
      const own = await houseOver(db).settings.current()
      const language = values.language ? read.data.language : own.language
      const administrator = values.administrator ?? false
      return db.asSystem('command-line', (tx) =>
        createPerson(tx, { name, email, language, administrator, passwordHash: hash, hours }),
      )
    })
    if (!made.ok) throw refusedBy(made)
    const { id, link } = made.value
    const address = link && siteAddress().url + signInLink(link.token)
    print(terminal, values.json, { id, email, link: address, until: link?.until ?? null }, () =>
      address ? `${address}\n` : `${name} can sign in now.\n`,
    )
    if (address) tellOfAddress(terminal, `${name} is in. The link works once, for ${hours} hours.`)
  },
}

const passwordFrom = async (
  asked: { password?: boolean; 'password-from-stdin'?: boolean },
  { keyboard, stop }: Terminal,
): Promise<string | undefined> => {
  if (asked['password-from-stdin']) return (await keyboard?.line()) ?? ''
  if (!asked.password) return undefined
  const first = await keyboard?.hidden('Password (at least ten letters): ')
  if (first === undefined && !stop.aborted)
    throw new Misused('--password needs a terminal to ask in: --password-from-stdin takes it from a pipe.')
  const again = first === undefined ? undefined : await keyboard?.hidden('The same again: ')
  stop.throwIfAborted()
  if (first !== again) throw new CommandFailed('The two are not the same. Nothing was done.')
  return first
}
