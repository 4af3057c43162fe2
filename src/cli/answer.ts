/** Finds the verb that was typed, runs it, and turns its end into an exit code. */
import { StartRefused } from '../platform/start-refused.ts'
import { CommandFailed, Misused, type Terminal } from './verb.ts'
import { groups, type Listed } from './verbs.ts'

const verbs = Object.values(groups).flat()
const widest = Math.max(...verbs.map(({ name }) => name.length))
const listed = (some: readonly Listed[]) =>
  some.map(({ name, does }) => `  ciranda ${name.padEnd(widest)}  ${does}`).join('\n')

const help = `ciranda: what can be done with a Ciranda beside its pages

${Object.entries(groups)
  .map(([title, some]) => `${title}\n${listed(some)}`)
  .join('\n\n')}

ciranda VERB --help says more about one. Ends with 0 when it is done, 1 when it cannot be done, 2 when it was not
understood, 130 when it was stopped.
`

/** Runs what was typed after `ciranda`; answers the exit code. Never throws. */
export const answer = async (args: string[], terminal: Terminal): Promise<number> => {
  try {
    if (args.length === 0) throw new Misused(help)
    if (['--help', '-h', 'help'].includes(args[0] ?? '')) {
      terminal.out(help)
      return 0
    }
    const family = verbs.filter(({ name }) => name.startsWith(`${args[0]} `))
    if (family.length > 0 && ['--help', '-h'].includes(args[1] ?? '')) {
      terminal.out(`${listed(family)}\n`)
      return 0
    }
    const { name, load } = verbOf(args)
    const rest = args.slice(name.split(' ').length)
    const verb = await load()
    if (rest.includes('--help') || rest.includes('-h')) terminal.out(verb.help)
    else await verb.run(rest, terminal)
    return 0
  } catch (error) {
    return explain(error, terminal)
  }
}

const verbOf = (args: readonly string[]): Listed => {
  const found = verbs.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '))
  if (found) return found
  const near = verbs.filter(({ name }) => name.split(' ')[0] === args[0])
  if (near.length === 0) throw new Misused(`There is no verb ${args[0]}: ciranda --help lists what there is.`)
  throw new Misused(
    `ciranda ${args[0]} is not complete: there is ${near.map(({ name }) => `ciranda ${name}`).join(', ')}.`,
  )
}

const explain = (error: unknown, { tell, stop }: Terminal): number => {
  if (stop.aborted) {
    tell('Stopped. What was done stays; the same command goes on from there.\n')
    return 130
  }
  const known = error instanceof Misused || error instanceof CommandFailed || error instanceof StartRefused
  tell(`${known ? error.message.trimEnd() : ((error as Error).stack ?? error)}\n`)
  return error instanceof Misused ? 2 : 1
}
