/** What a mail server sends back, at the command line: noted once, forged and strange ones change nothing. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openMailServer } from '../../tests/village/mail-server.ts'
import { quietTerminal } from '../../tests/village/terminal.ts'
import { openVillage, type Village } from '../../tests/village/village.ts'
import { openPost } from '../platform/mail/post.ts'
import { ensureReturnKey } from '../platform/mail/return-key.ts'
import { returnPath } from '../platform/mail/returned.ts'
import { answer } from './answer.ts'

const bounces = 'bounces@school.example'
const secret = 'a secret of the site, long enough'
let village: Village
let key: string
beforeAll(async () => {
  village = await openVillage()
  key = await village.house.db.asSystem('settings', (tx) => ensureReturnKey(tx, secret))
  vi.stubEnv('DATABASE_URL', village.databaseUrl)
  vi.stubEnv('MAIL_BOUNCES', bounces)
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  vi.unstubAllEnvs()
  await village.close()
})

const report = (to: string, action = 'failed', status = '5.1.1') =>
  [
    `To: ${to}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b--',
    '',
  ].join('\r\n')
const run = async (message: string, ...more: string[]) => {
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(message)]) as never)
  const { terminal, said } = quietTerminal()
  return { code: await answer(['mail', 'bounce', ...more], terminal), ...said }
}
const failing = async () =>
  (
    await village.house.db.asSystem('job', (tx) =>
      tx.rows(sql<{ email: string }>`select email from platform.bounced_address order by email`),
    )
  ).map(({ email }) => email)

test('a letter leaves with its own return address; what comes back there is noted, once, and read on the page', async () => {
  const server = await openMailServer()
  const back = (recipient: string) => returnPath(bounces, key, recipient)
  const post = openPost(village.house.db, 'server', server.url, 'ciranda@school.example', back)
  await post({ to: 'marta@ria.example', subject: 'Rita asks you', text: 'How?' })
  await server.close()
  expect(server.senders).toEqual([back('marta@ria.example')])
  expect(await run(report(back('marta@ria.example'), 'delayed', '4.4.1'))).toMatchObject({ code: 0 })
  expect(await failing()).toEqual([])
  for (let i = 0; i < 2; i++) {
    const came = await run(report(back('marta@ria.example')), '--json')
    expect([came.code, JSON.parse(came.out)]).toEqual([0, { came: 'noted', status: '5.1.1' }])
  }
  expect(await failing()).toEqual(['marta@ria.example'])
  const marta = await village.as('marta')
  expect(await (await marta.get('/me/letters')).text()).toContain('marta@ria.example')
  expect((await marta.post('/me/letters/address')).status).toBe(303)
  expect(await failing()).toEqual([])
})

test('forged, without a sign, or somebody else’s answer: nothing is noted, and the mail server hears no error', async () => {
  const before = await failing()
  const forged = returnPath(bounces, 'another key of another site', 'rita@ria.example')
  for (const message of [report(forged), report(bounces), 'Subject: hello\r\n\r\nhello', ''])
    expect(await run(message)).toMatchObject({ code: 0, out: expect.stringContaining('nothing is noted') })
  const told = await run(
    'Subject: back on Monday\r\n\r\nI am away.',
    '--to',
    returnPath(bounces, key, 'rita@ria.example'),
  )
  expect(told).toMatchObject({ code: 0, out: expect.stringContaining('failed for good') })
  expect(await failing()).toEqual(before)
})

test('without the address that reports come to it says what to set', async () => {
  vi.stubEnv('MAIL_BOUNCES', '')
  expect(await run(report(bounces))).toMatchObject({ code: 1, told: expect.stringContaining('MAIL_BOUNCES') })
  vi.stubEnv('MAIL_BOUNCES', bounces)
})
