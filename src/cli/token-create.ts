/** The verb `token create` makes a token by which a program acts for a person, and prints it once. */
import { createToken, eyesOf, tokenRights } from '../modules/people/public.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, moment, print } from './printed.ts'
import { inEnglish, refusedBy } from './refused.ts'
import { typed } from './typed.ts'
import { CommandFailed, Misused, type Verb } from './verb.ts'

const options = {
  ...usual,
  for: { type: 'string' },
  name: { type: 'string' },
  rights: { type: 'string' },
  days: { type: 'string' },
} as const

export const tokenCreateVerb: Verb = {
  name: 'token create',
  help: `ciranda token create --for ADDRESS --name NAME [options]

Makes a token for the API. It is printed once and kept nowhere; the program may see and do what the person may, and no
more than the rights given here. The person sees it on their own page and can end it there.

  --for ADDRESS      the e-mail address of the person it acts for
  --name NAME        what it is for, such as "School archive" (at most 80 letters)
  --rights LIST      read, or read,write (read)
  --days NUMBER      how long it works, 1 to 366 (90)
${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('token create', args, options)
    if (positionals.length > 0) throw new Misused('ciranda token create takes options only.')
    if (!values.for) throw new Misused('Say whose it is: --for and an e-mail address.')
    const { for: email } = values
    const wanted = { name: nameOf(values.name), rights: rightsOf(values.rights), days: daysOf(values.days) }
    const made = await withDatabase(values.data, linesTo(terminal), async ({ db }) => {
      const personId = (await eyesOf(db, email))?.scope.personId
      if (!personId) throw new CommandFailed(inEnglish('signIn.unknown'))
      return db.asSystem('command-line', (tx) => createToken(tx, { ...wanted, personId }))
    })
    if (!made.ok) throw refusedBy(made)
    const { id, secret, name, rights, expiresAt } = made.value
    print(terminal, values.json, { id, token: secret, name, rights, expires: expiresAt }, () => `${secret}\n`)
    terminal.tell(`Token ${id} may ${rights.join(' and ')} until ${moment(expiresAt)} UTC. It is not shown again.\n`)
  },
}

const nameOf = (text: string | undefined): string => {
  const name = (text ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (name.length >= 1 && name.length <= 80) return name
  throw new Misused('Say what it is for: --name and 1 to 80 letters.')
}

const rightsOf = (text = 'read') => {
  const asked = text.split(',').map((right) => right.trim())
  const known = tokenRights.filter((right) => asked.includes(right))
  if (known.length !== new Set(asked).size)
    throw new Misused(`--rights takes read or read,write, and ${text} is neither.`)
  return known
}

const daysOf = (text = '90'): number => {
  const days = Number(text)
  if (/^\d{1,3}$/.test(text) && days >= 1 && days <= 366) return days
  throw new Misused(`--days takes a number from 1 to 366, and ${text} is not.`)
}
