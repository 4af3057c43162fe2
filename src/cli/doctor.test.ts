// The doctor: what is fine on a healthy site, and each illness by its name, with what to do and nothing changed.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBareVillage } from '../../tests/village/bare.ts'
import { quietTerminal } from '../../tests/village/terminal.ts'
import type { Village } from '../../tests/village/village.ts'
import type { QueueRow } from '../platform/telemetry/queue.ts'
import { answer } from './answer.ts'
import { examineClock } from './doctor/clock.ts'
import { promises, steps } from './doctor/database.ts'
import { examineDisk, room } from './doctor/disk.ts'
import { type Finding, sizeOf, spanOf } from './doctor/finding.ts'
import { examineMail } from './doctor/mail.ts'
import { judged } from './doctor/queue.ts'
import { examineVersions } from './doctor/versions.ts'

let village: Village
let folder: string
beforeAll(async () => {
  village = await openBareVillage()
  folder = await mkdtemp(join(tmpdir(), 'ciranda-doctor-'))
  vi.stubEnv('DATABASE_URL', village.databaseUrl)
  vi.stubEnv('SMTP_URL', '')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await village.close()
  await rm(folder, { recursive: true, force: true })
})

const examine = async (...args: string[]) => {
  const { terminal, said } = quietTerminal()
  const code = await answer(['doctor', '--json', ...args], terminal)
  const { ok, findings } = JSON.parse(said.out) as { ok: boolean; findings: Finding[] }
  // The database of the tests is in a hurry, and the doctor is right to say so.
  const known = findings.filter(({ says }) => !says.startsWith('fsync'))
  const of = (state: Finding['state']) => known.filter((finding) => finding.state === state)
  return { code, ok, findings, broken: of('broken'), look: of('look') }
}
const change = (text: string) => village.house.db.asSystem('command-line', (tx) => tx.rows(sql.raw(text)))

test('A site is fine in every part, down to the letters that it cannot send yet', async () => {
  const { broken, look, findings } = await examine()
  expect(broken).toEqual([])
  expect(look.map(({ part }) => part)).toEqual(['mail'])
  expect(new Set(findings.map(({ part }) => part))).toEqual(
    new Set(['versions', 'database', 'clock', 'queue', 'search', 'mail']),
  )
  expect(findings.map(({ says }) => says)).toContain('Pages are read as ciranda_app')
})

test('Without a running server the database of the folder is looked at; nothing is broken, and it ends with 0', async () => {
  vi.stubEnv('DATABASE_URL', '')
  await chmod(folder, 0o755)
  const own = join(folder, 'own')
  expect(await answer(['migrate', '--data', own], quietTerminal().terminal)).toBe(0)
  const { terminal, said } = quietTerminal()
  expect([await answer(['doctor', '--data', own], terminal), said.told]).toEqual([0, ''])
  expect(said.out).toMatch(/^fine {10}versions {2}Ciranda \d/)
  expect(said.out).toMatch(/^fine {10}disk {6}.* can be written$/m)
  expect(said.out).toMatch(/^fine {10}database {2}What it acknowledges is on the disk$/m)
  expect(said.out).toMatch(/\n\nNothing is broken; 1 worth a look\.\n$/)
  vi.stubEnv('DATABASE_URL', village.databaseUrl)
}, 60_000)

test('A wall that is down, a step that is missing and a torn index are named; mended, all is fine again', async () => {
  await change('alter table community.charter_line disable row level security')
  await change("delete from public.ciranda_migration where name like '0022%'")
  const { code, broken, look } = await examine()
  expect(code).toBe(1)
  expect(broken).toMatchObject([
    {
      part: 'database',
      says: 'The wall is down around community.charter_line',
      todo: expect.stringContaining('enable row level security'),
    },
  ])
  expect(look.map(({ says }) => says)).toContain('Steps to the form of this version are missing: 1')
  await change('alter table community.charter_line enable row level security')
  await change("insert into public.ciranda_migration (name) values ('0022_people_token.sql')")
  expect((await examine()).broken).toEqual([])
})

test('A job that waits too long is seen', async () => {
  await change(`select platform.add_job('people:sweep-proofs', '{}', now() - interval '1 hour', null)`)
  const { code, broken } = await examine()
  expect(code).toBe(1)
  expect(broken).toMatchObject([
    { part: 'queue', says: expect.stringMatching(/for up to 60 minutes \(1 of people:sweep-proofs\)/) },
  ])
  await change('delete from graphile_worker._private_jobs')
})

test('A database that is away, and an empty one, are examined without being laid out', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://me:secret@127.0.0.1:1/none')
  const away = await examine()
  expect(away.code).toBe(1)
  expect(JSON.stringify(away)).not.toContain('secret')
  expect(away.broken).toMatchObject([{ part: 'database', todo: expect.stringContaining('ECONNREFUSED') }])
  const name = `empty_${process.pid}`
  await village.house.db.asSystem('command-line', async (tx) => {
    // No database is made inside a transaction.
    await tx.rows(sql.raw('commit'))
    await tx.rows(sql.raw(`create database ${name}`))
    await tx.rows(sql.raw('begin'))
  })
  const url = new URL(village.databaseUrl)
  url.pathname = `/${name}`
  vi.stubEnv('DATABASE_URL', url.href)
  const empty = await examine()
  expect(empty.findings).toContainEqual(
    expect.objectContaining({ part: 'database', state: 'look', says: 'It is empty: no Ciranda has laid it out' }),
  )
  expect(empty.findings.filter(({ says }) => says.includes('to the end'))).toEqual([])
  vi.stubEnv('DATABASE_URL', village.databaseUrl)
  await village.house.db.asSystem('command-line', async (tx) => {
    await tx.rows(sql.raw('commit'))
    await tx.rows(sql.raw(`drop database ${name} with (force)`))
    await tx.rows(sql.raw('begin'))
  })
})

test('A folder without a database is left without one', async () => {
  vi.stubEnv('DATABASE_URL', '')
  const none = join(folder, 'none')
  const { code, look } = await examine('--data', none)
  expect(code).toBe(0)
  expect(look.map(({ part }) => part)).toEqual(['disk', 'database', 'mail'])
  expect((await examineDisk(none)).map(({ state }) => state)).toEqual(['look'])
  vi.stubEnv('DATABASE_URL', village.databaseUrl)
})

describe('Mail', () => {
  let server: Server | undefined
  const heard: string[] = []
  /** A mail server that greets and hears; it answers what `says` holds for a command. */
  const greeting = (says: Record<string, string> = {}): Promise<string> =>
    new Promise((done) => {
      const opened = createServer((socket) => {
        socket.write('220 post.example ready\r\n')
        socket.on('error', () => undefined)
        socket.on('data', (text) => {
          const command = text.toString().trim().split(' ')[0]?.toUpperCase() ?? ''
          heard.push(command)
          socket.write(says[command] ?? '250 fine\r\n')
        })
      })
      server = opened
      opened.listen(0, '127.0.0.1', () => done(`127.0.0.1:${(opened.address() as AddressInfo).port}`))
    })
  const states = async (url: string) => (await examineMail(url, false, 500)).map(({ state, says }) => [state, says])

  test('one that answers is greeted and sent nothing', async () => {
    const host = await greeting()
    expect(await states(`smtp://${host}`)).toEqual([['fine', `${host} answers and would take letters`]])
    expect(heard).not.toContain('MAIL')
    server?.close()
  })

  test('a wrong password, a closed port and a silent server are told apart, and no password is shown', async () => {
    const host = await greeting({
      EHLO: '250-post.example\r\n250 AUTH PLAIN\r\n',
      AUTH: '535 5.7.8 no\r\n',
    })
    const [refused] = await examineMail(`smtp://ana:hidden-word@${host}`, false, 500)
    expect(refused).toMatchObject({ state: 'broken', says: `${host} takes no letters (EAUTH 535)` })
    expect(JSON.stringify(refused)).not.toContain('hidden-word')
    server?.close()
    const [[closed]] = (await states('smtp://127.0.0.1:1')) as [[string]]
    expect(closed).toBe('broken')
    const mute = createServer(() => undefined)
    await new Promise<void>((done) => mute.listen(0, '127.0.0.1', () => done()))
    expect(await states(`smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`)).toMatchObject([
      ['broken', expect.stringContaining('takes no letters')],
    ])
    mute.close()
  })

  test('without one, a demonstration is fine and a site of its own is not', async () => {
    expect(await examineMail(undefined, true)).toMatchObject([{ state: 'fine' }])
    expect(await examineMail(undefined, false)).toMatchObject([{ state: 'look' }])
  })
})

describe('Judgements', () => {
  const GB = 1024 ** 3
  test.each([
    [5 * GB, 'fine'],
    [GB / 2, 'look'],
    [GB / 10, 'broken'],
  ])('%d bytes free is %s', (free, state) => expect(room('it', free).state).toBe(state))

  test.each([
    [0.5, 'Europe/Lisbon', ['fine', 'fine']],
    [-5, 'Europe/Lisbon', ['look', 'fine']],
    [90, 'Mars/Olympus', ['broken', 'broken']],
  ])('%d seconds apart in %s', (apart, zone, states) =>
    expect(examineClock(apart, zone).map(({ state }) => state)).toEqual(states),
  )

  test.each([
    ['24.21.0', 'fine'],
    ['22.18.0', 'fine'],
    ['22.9.0', 'look'],
    ['20.19.0', 'look'],
  ])('Node %s is %s', (node, state) => expect(examineVersions(node).at(-1)?.state).toBe(state))

  test.each<[string[] | undefined, string]>([
    [undefined, 'look'],
    [['a'], 'look'],
    [['a', 'b'], 'fine'],
    [['a', 'b', 'z'], 'broken'],
  ])('Steps %j are %s', (taken, state) => expect(steps(taken, ['a', 'b'])[0]?.state).toBe(state))

  const sound = { fsync: 'on', pages: 'on', commit: 'on', encoding: 'UTF8', lower: 'çž', most: 100, used: 5 }
  test.each([
    [sound, ['fine', 'fine', 'fine']],
    [{ ...sound, fsync: 'off' }, ['broken', 'fine', 'fine']],
    [{ ...sound, pages: 'off' }, ['broken', 'fine', 'fine']],
    [{ ...sound, commit: 'off' }, ['look', 'fine', 'fine']],
    [{ ...sound, lower: 'ÇŽ' }, ['fine', 'broken', 'fine']],
    [{ ...sound, used: 95 }, ['fine', 'fine', 'look']],
  ])('Settings %j', (settings, states) => expect(promises(settings).map(({ state }) => state)).toEqual(states))

  const calm: QueueRow = {
    task: 'a:b',
    waiting: 0,
    oldest: 0,
    later: 0,
    running: 0,
    longest: 0,
    retrying: 0,
    failed: 0,
  }
  test.each<[Partial<QueueRow>, boolean | undefined, string[]]>([
    [{}, true, ['fine']],
    [{ waiting: 2, oldest: 20 }, true, ['fine']],
    [{ waiting: 2, oldest: 400 }, true, ['broken']],
    [{ waiting: 2, oldest: 400 }, undefined, ['broken']],
    [{ waiting: 2, oldest: 400 }, false, ['look']],
    [{ running: 1, longest: 20_000 }, true, ['look']],
    [{ failed: 1, retrying: 3 }, true, ['look', 'look']],
  ])('Jobs %j while serving is %s', (row, serving, states) =>
    expect(judged([{ ...calm, ...row }], serving).map(({ state }) => state)).toEqual(states),
  )

  test('sizes and spans come in the unit that fits', () => {
    expect([0, 900, 2048, 15 * 1024 ** 2, 1.5 * GB].map(sizeOf)).toEqual([
      '0 bytes',
      '900 bytes',
      '2.0 KB',
      '15 MB',
      '1.5 GB',
    ])
    expect([5, 119, 600, 7200, 400_000].map(spanOf)).toEqual([
      '5 seconds',
      '119 seconds',
      '10 minutes',
      '2 hours',
      '5 days',
    ])
  })
})

test.each([
  [['doctor', 'now'], 2, /takes options only/],
  [['doctor', '--loud'], 2, /^There is no option --loud/],
])('ciranda %j ends with %i', async (args, code, sentence) => {
  const { terminal, said } = quietTerminal()
  expect(await answer(args, terminal)).toBe(code)
  expect(said.told).toMatch(sentence)
})
