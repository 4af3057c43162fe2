// What the command line understands, and the sentences it answers with.
import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test("without anything it is this computer alone, port 4321, the project's own folder", () => {
  expect(readOptions([], {}, true)).toEqual({
    host: '127.0.0.1',
    port: 4321,
    dataDir: undefined,
    empty: false,
    help: false,
    databaseUrl: undefined,
    smtpUrl: undefined,
    baseUrl: undefined,
    proxies: 0,
    watching: {
      log: 'off',
      slowMs: 200,
      metricsPort: undefined,
      metricsHost: '127.0.0.1',
      metricsToken: undefined,
    },
  })
})

test('an option wins over the environment', () => {
  const args = ['--port', '5000', '--host=0.0.0.0', '--data', '/srv/ciranda', '--empty']
  const options = readOptions(args, { PORT: '6000', DATABASE_URL: 'postgres://a@b/c' })
  expect(options).toMatchObject({ port: 5000, host: '0.0.0.0', dataDir: '/srv/ciranda', empty: true })
  expect(options.databaseUrl).toBe('postgres://a@b/c')
})

test('the environment gives the port', () => {
  expect(readOptions([], { PORT: '6000' }).port).toBe(6000)
  expect(readOptions([], { PORT: '' }).port).toBe(4321)
})

test('the log is there for programs, and for people when they ask', () => {
  expect(readOptions([], {}, false).watching.log).toBe('json')
  expect(readOptions([], { LOG: 'text', SLOW_MS: '0' }, true).watching).toMatchObject({ log: 'text', slowMs: 0 })
  expect(readOptions(['--metrics-port', '9100'], { METRICS_PORT: '1' }).watching.metricsPort).toBe(9100)
})

test('a public address loses its last slash', () => {
  expect(readOptions([], { CIRANDA_URL: 'https://ciranda.example/' }).baseUrl).toBe('https://ciranda.example')
})

test.each([
  [['--prot', '1'], {}, 'Ciranda does not know --prot:'],
  [['now'], {}, 'Ciranda does not know now:'],
  [['--port'], {}, 'The option --port'],
  [['--empty=yes'], {}, 'The option --empty'],
  [['--port', '70000'], {}, 'A port is a number from 0 to 65535, and 70000 is not.'],
  [['--port', 'http'], {}, 'A port is a number'],
  [[], { DATABASE_URL: 'mysql://me:secret@host/db' }, 'DATABASE_URL is not an address'],
  [[], { TRUST_PROXY: 'yes' }, 'TRUST_PROXY is the number of proxies in front, from 0 to 9, and yes is not.'],
  [[], { LOG: 'loud' }, 'LOG is json, text, off, and loud is none of them.'],
  [[], { SLOW_MS: '-1' }, 'SLOW_MS is a number from 0 to'],
  [[], { METRICS_PORT: 'x' }, 'The port of the figures is a number'],
  [[], { METRICS_TOKEN: 'secret' }, 'METRICS_TOKEN needs at least 16 letters'],
  [[], { SMTP_URL: 'mail.example' }, 'SMTP_URL is not an address'],
])('%j %j is refused in one sentence', (args, env, sentence) => {
  const attempt = () => readOptions(args, env)
  expect(attempt).toThrow(sentence)
  expect(attempt).not.toThrow('secret')
})
