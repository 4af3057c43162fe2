// Letting people in from the command line: a link or a password, in again, their programs' tokens.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBareVillage } from '../../tests/village/bare.ts'
import { quietTerminal } from '../../tests/village/terminal.ts'
import type { Village } from '../../tests/village/village.ts'
import { createPerson, endSomebodysToken, resetPerson } from '../modules/people/account/actions.ts'
import { answer } from './answer.ts'
import { typedOn } from './keyboard.ts'
import { groups } from './verbs.ts'

let village: Village
beforeAll(async () => {
  village = await openBareVillage()
  vi.stubEnv('DATABASE_URL', village.databaseUrl)
  vi.stubEnv('CIRANDA_URL', 'http://village.example')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await village.close()
})

const run = async (line: string, ...more: string[]) => {
  const { terminal, said } = quietTerminal('a whole sentence')
  return { code: await answer([...line.split(' '), ...more], terminal), ...said }
}
const system = <T>(query: ReturnType<typeof sql<T>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
const pathOf = (address: string) => address.trim().replace('http://village.example', '')
const facts = (id: number) =>
  system(
    sql<{
      kind: string
      actor_id: number | null
    }>`select kind, actor_id from platform.fact where subject_kind = 'person' and subject_id = ${id} order by id`,
  )

test('A new person comes in by the printed link, once', async () => {
  const { code, out, told } = await run(
    'person create --email lea@ria.example --language pt --json --name',
    'Léa Costa',
  )
  expect(code).toBe(0)
  const made = JSON.parse(out)
  expect(made).toMatchObject({ email: 'lea@ria.example', link: expect.stringMatching(/^http:\/\/village\.example\//) })
  expect(told).toContain('The link works once, for 24 hours')
  expect(await facts(made.id)).toEqual([{ kind: 'person.made', actor_id: null }])
  const browser = village.visitor()
  expect((await browser.post(pathOf(made.link))).status).toBe(303)
  expect(await (await browser.get('/me')).text()).toContain('Léa Costa')
  expect((await village.visitor().post(pathOf(made.link))).status).toBe(410)
})

test('A password from a pipe signs in; an administrator looks after the site', async () => {
  const { code, out } = await run(
    'person create --name Rui --email rui@ria.example --administrator --password-from-stdin',
  )
  expect([code, out]).toEqual([0, 'Rui can sign in now.\n'])
  const answered = await village
    .visitor()
    .post('/sign-in', { email: 'rui@ria.example', password: 'a whole sentence', next: '/' })
  expect(answered.status).toBe(303)
  expect((await run('person list')).out).toMatch(/rui@ria\.example +en +yes .* the site +Rui/)
})

test('Whoever is let in again has one new link, and every old way has ended', async () => {
  const before = await village.as('rita')
  const token = JSON.parse((await run('token create --for RITA@ria.example --name Archive --json')).out)
  const { code, out, told } = await run('person reset rita@ria.example')
  expect(code).toBe(0)
  expect(told).toMatch(/^Rita Vale: 1 session ended.* 1 token of programs still work/)
  expect((await before.get('/me')).status).toBe(303)
  const browser = village.visitor()
  expect((await browser.post(pathOf(out))).status).toBe(303)
  expect((await browser.get('/me')).status).toBe(200)
  const again = JSON.parse((await run('person reset rita@ria.example --tokens --json')).out)
  expect(again).toMatchObject({ sessions: 1, tokens: 0 })
  expect((await run('token list --for rita@ria.example')).out).toMatch(
    new RegExp(`^${token.id} +rita@ria\\.example +read +ended`, 'm'),
  )
})

test('A token is printed once, listed without its secret, and ended once', async () => {
  const made = await run('token create --for henk@ria.example --name Partner --rights read,write --days 7')
  expect(made.out).toMatch(/^ciranda_[\w-]{43}\n$/)
  expect(made.told).toMatch(/may read and write until/)
  const list = JSON.parse((await run('token list --for henk@ria.example --json')).out)
  expect(list).toMatchObject([{ name: 'Partner', rights: ['read', 'write'], last_used: null }])
  expect(JSON.stringify(list)).not.toContain(made.out.trim())
  expect(await run(`token revoke ${list[0].id}`)).toMatchObject({ code: 0, out: expect.stringContaining('(Partner)') })
  expect(await run(`token revoke ${list[0].id}`)).toMatchObject({
    code: 1,
    told: expect.stringContaining('no such token'),
  })
})

test('Two at once with one address: one person is made, and nothing of the other stays', async () => {
  const input = { name: 'Twin', email: 'twin@ria.example', language: 'en', administrator: false, hours: 1 } as const
  const outcomes = await Promise.all(
    [1, 2].map(() =>
      village.house.db.asSystem('command-line', (tx) => createPerson(tx, { ...input, passwordHash: null })),
    ),
  )
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await system(sql`select id from people.person where name = 'Twin'`)).toHaveLength(1)
})

test('Nobody is let in again who is not there', async () => {
  const outcome = await village.house.db.asSystem('command-line', (tx) =>
    resetPerson(tx, { email: 'nobody@ria.example', hours: 1, tokensToo: true }),
  )
  expect(outcome).toMatchObject({ ok: false, reason: 'signIn.unknown' })
  expect(await village.house.db.asSystem('command-line', (tx) => endSomebodysToken(tx, 987_654))).toMatchObject({
    reason: 'token.gone',
  })
})

describe('What cannot be understood or done is one sentence', () => {
  test.each([
    ['person create --email x@y.example', 2, /^Say the name/],
    ['person create --name Ana --email nobody', 2, /does not look like an e-mail address/],
    ['person create --name Ana --email a@b.example --language xx', 2, /^The language xx is not one of en, pt/],
    ['person create --name Ana --email a@b.example --hours 999', 2, /^--hours takes a number/],
    ['person create --name Ana --email a@b.example --password', 2, /needs a terminal/],
    ['person create --name Ana --email a@b.example --password --password-from-stdin', 2, /not both/],
    ['person create --name Ana --email INES@ria.example', 1, /has this e-mail address already/],
    ['person create Ana Costa', 2, /takes options only/],
    ['person reset', 2, /^Name one e-mail address/],
    ['person reset nobody@ria.example', 1, /^Nobody here has this e-mail address/],
    ['person', 2, /^ciranda person is not complete/],
    ['token create --name A', 2, /^Say whose it is/],
    ['token create --for ines@ria.example', 2, /^Say what it is for/],
    ['token create --for ines@ria.example --name A --rights rule', 2, /^--rights takes read or read,write/],
    ['token create --for ines@ria.example --name A --days 0', 2, /^--days takes a number from 1 to 366/],
    ['token create --for nobody@ria.example --name A', 1, /^Nobody here/],
    ['token revoke all', 2, /^Name one token by its number/],
  ])('ciranda %s ends with %i', async (line, code, sentence) => {
    const { out, told, code: ended } = await run(line)
    expect([ended, out]).toEqual([code, ''])
    expect(told).toMatch(sentence)
    expect(told).not.toMatch(/\n {4}at /)
  })

  test('a password that is too short is refused before anything is made', async () => {
    const { terminal, said } = quietTerminal('short')
    const args = 'person create --name Zé --email ze@ria.example --password-from-stdin'.split(' ')
    expect(await answer(args, terminal)).toBe(2)
    expect(said.told).toMatch(/at least ten letters/)
    expect(await system(sql`select person_id from people.account where email = 'ze@ria.example'`)).toEqual([])
  })
})

test('Every verb has a help that names all its options, and so has each family', async () => {
  const { out } = await run('--help')
  const names = [...out.matchAll(/^ {2}ciranda ((?:\S+ )*?\S+) {2}/gm)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(7)
  for (const { name, load } of Object.values(groups).flat()) expect((await load()).name).toBe(name)
  for (const name of names) {
    const help = await run(`${name} --help`)
    expect([help.code, help.told]).toEqual([0, ''])
    expect(help.out).toContain(`ciranda ${name}`)
  }
  expect((await run('token --help')).out).toMatch(/token create .*\n.*token list .*\n.*token revoke /)
})

test.each([
  ['', 'secret\r', { line: 'secret', over: 'entered' }],
  ['ab', '\u007fc', { line: 'ac' }],
  ['é', '\u0008', { line: '' }],
  ['ab', '\u0003', { line: 'ab', over: 'stopped' }],
  ['', 'one\ntwo', { line: 'one', over: 'entered' }],
])('Typed unseen: %j and %j', (before, more, expected) => expect(typedOn(before, more)).toEqual(expected))
