/** The verb `token list` shows the tokens there are; their secrets are kept nowhere. */
import { everyToken, type OwnedToken } from '../modules/people/public.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, moment, print, table } from './printed.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

export const tokenListVerb: Verb = {
  name: 'token list',
  help: `ciranda token list [options]

Shows the tokens of programs, the newest first: number, whose, what they may, until when, when last used.

  --for ADDRESS      only those of this person
${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('token list', args, { ...usual, for: { type: 'string' } })
    if (positionals.length > 0) throw new Misused('ciranda token list takes options only.')
    const { now, tokens } = await withDatabase(values.data, linesTo(terminal), ({ db }) =>
      db.asSystem('command-line', async (tx) => ({ now: tx.now, tokens: await tx.rows(everyToken(values.for)) })),
    )
    print(terminal, values.json, tokens, () =>
      tokens.length === 0
        ? 'There is no token.\n'
        : table(
            ['number', 'whose', 'may', 'until', 'last used', 'name'],
            tokens.map((token) => [
              String(token.id),
              token.email ?? token.person,
              token.rights.join(','),
              until(token, now),
              token.last_used ?? 'never',
              token.name,
            ]),
          ),
    )
  },
}

const until = ({ revoked_at: ended, expires_at: expires }: OwnedToken, now: Date): string => {
  if (ended) return `ended ${moment(ended)}`
  return expires > now ? moment(expires) : `over ${moment(expires)}`
}
