/** What somebody wants to see while Ciranda runs: the log, what counts as slow, figures on a port or by a token. */
import { StartRefused } from '../start-refused.ts'
import { type LogForm, logForms } from './lines.ts'

/** What is wanted. */
export interface Wanted {
  readonly log: LogForm
  /** From how many milliseconds on a statement is slow. */
  readonly slowMs: number
  /** A port of its own for the figures; undefined where there is none. */
  readonly metricsPort: number | undefined
  readonly metricsHost: string
  /** Whoever brings it may read the figures, also through the door. */
  readonly metricsToken: string | undefined
}

const SHORTEST_TOKEN = 16

/**
 * Reads it from the environment; `port` is what the command line said.
 * @param terminal whether a person looks on: then the log is off until it is asked for
 * @throws StartRefused with one sentence
 */
export const wantedOf = (
  port: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): Wanted => ({
  log: logOf(env.LOG || (terminal ? 'off' : 'json')),
  slowMs: numberOf('SLOW_MS', env.SLOW_MS || '200', 3_600_000),
  metricsPort: portOf(port ?? (env.METRICS_PORT || undefined)),
  metricsHost: env.METRICS_HOST || '127.0.0.1',
  metricsToken: tokenOf(env.METRICS_TOKEN || undefined),
})

const logOf = (text: string): LogForm => {
  const known = logForms.find((form) => form === text)
  if (known) return known
  throw new StartRefused(`LOG is ${logForms.join(', ')}, and ${text} is none of them.`)
}

const numberOf = (name: string, text: string, most: number): number => {
  if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text)
  throw new StartRefused(`${name} is a number from 0 to ${most}, and ${text} is not.`)
}

const portOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : numberOf('The port of the figures', text, 65_535)

const tokenOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length >= SHORTEST_TOKEN) return text
  throw new StartRefused(`METRICS_TOKEN needs at least ${SHORTEST_TOKEN} letters, so that nobody can guess it.`)
}
