// What can be asked of the server on its command line and in its environment.
import { parseArgs } from 'node:util'
import { StartRefused } from './platform/start-refused.ts'
import { type Wanted, wantedOf } from './platform/telemetry/wanted.ts'

export interface Options {
  host: string
  /** 0 means any free port. */
  port: number
  /** Undefined means the folder `data` of the project. */
  dataDir: string | undefined
  /** Begin with the first-run page instead of the demonstration. */
  empty: boolean
  help: boolean
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  /** The public address, when it is not the address that the server listens on (behind a proxy with https). */
  baseUrl: string | undefined
  /** How many proxies in front are trusted to tell who calls. */
  proxies: number
  watching: Wanted
}

export const help = `Ciranda: communities of practice for inclusive education

npm start                    start, with the demonstration village on the first run
npm start -- --empty         start without it; the first page asks for a name and a first facilitator

  --port NUMBER           the port to listen on (4321)
  --host ADDRESS          the address to listen on (127.0.0.1, this computer alone)
  --data FOLDER           where everything is kept (the folder data beside README.md)
  --empty                 no demonstration on the first run
  --metrics-port NUMBER   show figures for Prometheus on a port of their own, at /metrics
  --help                  this text

  DATABASE_URL     a PostgreSQL 15 or newer of your own, instead of the one that comes with Ciranda
  SMTP_URL         the mail server to send through, such as smtps://name:password@mail.example.org
  MAIL_FROM        the sender of letters
  MAIL_BOUNCES     the address whose letters the mail server hands to ciranda mail bounce, such as bounces@school.example
  CIRANDA_URL      the address that people type, when a proxy stands in front
  TRUST_PROXY      how many proxies stand in front and add to X-Forwarded-For who called them (0)
  PORT             the same as --port
  LOG              json, text or off: a line for each request, without anybody's data (off in a terminal, else json)
  SLOW_MS          from how many milliseconds on the log tells of a statement, and who made it (200)
  METRICS_PORT     the same as --metrics-port
  METRICS_HOST     the address for that port (127.0.0.1, this computer alone)
  METRICS_TOKEN    whoever brings it as a bearer token may read the figures, at /metrics of the site, too
  CIRANDA_WEBHOOK_NETWORKS   private networks that webhooks may reach all the same, such as 10.20.0.0/16
  CIRANDA_SCHOOL_NETWORKS    the same for the school's own sign-in

bin/ciranda --help shows what else can be done.
`

/**
 * Reads arguments (without the names of program and script) and environment.
 * @throws StartRefused with one sentence about the first thing that cannot be understood
 */
export function readOptions(
  args: string[],
  env: Record<string, string | undefined>,
  terminal = process.stdout.isTTY === true,
): Options {
  const values = parse(args)
  return {
    host: values.host ?? '127.0.0.1',
    port: portOf(values.port ?? (env.PORT || undefined) ?? '4321'),
    dataDir: values.data,
    empty: values.empty ?? false,
    help: values.help ?? false,
    databaseUrl: addressOf('DATABASE_URL', env.DATABASE_URL, /^postgres(ql)?:$/),
    smtpUrl: addressOf('SMTP_URL', env.SMTP_URL, /^smtps?:$/),
    baseUrl: addressOf('CIRANDA_URL', env.CIRANDA_URL, /^https?:$/)?.replace(/\/+$/, ''),
    proxies: proxiesOf(env.TRUST_PROXY || '0'),
    watching: wantedOf(values['metrics-port'], env, terminal),
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args,
      options: { host: text, port: text, data: text, empty: flag, help: flag, 'metrics-port': text },
    }).values
  } catch (error) {
    throw new StartRefused(explain(error as NodeJS.ErrnoException))
  }
}

function explain(error: NodeJS.ErrnoException): string {
  const [, what = 'this'] = /'(-*[^'\s]+)/.exec(error.message) ?? []
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return `The option ${what} is not complete or has a value too many: npm start -- --help shows how it is written.`
  }
  return `Ciranda does not know ${what}: npm start -- --help shows what it knows.`
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new StartRefused(`A port is a number from 0 to 65535, and ${text} is not.`)
}

function proxiesOf(text: string): number {
  if (/^[0-9]$/.test(text)) return Number(text)
  throw new StartRefused(`TRUST_PROXY is the number of proxies in front, from 0 to 9, and ${text} is not.`)
}

function addressOf(name: string, text: string | undefined, protocol: RegExp): string | undefined {
  if (!text) return undefined
  if (URL.canParse(text) && protocol.test(new URL(text).protocol)) return text
  // The value itself may hold a password and stays unsaid.
  throw new StartRefused(`${name} is not an address that Ciranda can use: npm start -- --help shows an example.`)
}
