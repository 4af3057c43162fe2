/** The verb `mail bounce` takes what a mail server sends back about a letter, so that an address that fails is written to no more. */
import { buffer } from 'node:stream/consumers'
import { everybody } from '../modules/people/public.ts'
import { noteBounced } from '../platform/mail/health.ts'
import { readReport } from '../platform/mail/report.ts'
import { returnKey } from '../platform/mail/return-key.ts'
import { signIn, whoseSign } from '../platform/mail/returned.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, print } from './printed.ts'
import { typed } from './typed.ts'
import { CommandFailed, type Verb } from './verb.ts'

const options = { ...usual, to: { type: 'string', multiple: true, default: [] as string[] } } as const
const MOST_BYTES = 5_000_000

/** What became of a message. */
type Came = 'noted' | 'no report' | 'not ours'

const sentences: Readonly<Record<Came, string>> = {
  noted: 'The address does not work: it is written to no more, and its person reads so on their page.\n',
  'no report': 'This says of no letter that it failed for good: nothing is noted.\n',
  'not ours': 'This did not come to the address of any letter of ours: nothing is noted.\n',
}

export const mailBounceVerb: Verb = {
  name: 'mail bounce',
  help: `ciranda mail bounce [options] < MESSAGE

Reads a message that a mail server sent back, from standard input. When it is a report (RFC 3464) that a letter failed for good,
and came to the signed return address of that letter, the recipient is written to no more until they say that it works again.
Anything else changes nothing. Ends with 0 in both cases, so that the mail server does not send its answer about, too.

  --to ADDRESS       the address it came to, where the message itself does not say (may be given again)
${usualHelp}  MAIL_BOUNCES       the address that such reports come to, as the server has it, such as bounces@school.example
`,
  run: async (args, terminal) => {
    const { values } = typed('mail bounce', args, options)
    const bounces = process.env.MAIL_BOUNCES
    if (!bounces?.includes('@'))
      throw new CommandFailed('Set MAIL_BOUNCES to the address that reports come to, as the server has it.')
    const message = await buffer(process.stdin)
    if (message.length > MOST_BYTES) throw new CommandFailed('This is too large to be a report.')
    const { to, failed } = await readReport(message)
    const sign = [...values.to, ...to].flatMap((address) => signIn(bounces, address) ?? [])[0]
    const came = await withDatabase(values.data, linesTo(terminal), ({ db }) =>
      db.asSystem('command-line', async (tx): Promise<Came> => {
        const key = await returnKey(tx)
        const addresses = (await tx.rows(everybody())).flatMap(({ email }) => email ?? [])
        const whose = sign && key && whoseSign(key, sign, addresses)
        if (!whose) return 'not ours'
        if (!failed) return 'no report'
        await tx.rows(noteBounced(whose, tx.now, `reported ${failed}`))
        return 'noted'
      }),
    )
    print(terminal, values.json, { came, ...(came === 'noted' ? { status: failed } : {}) }, () => sentences[came])
  },
}
