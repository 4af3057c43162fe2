/** Reports as Postfix, Exim and Exchange write them; forged ones, late ones, and the answers of people on holiday. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReport } from './report.ts'
import { returnPath, signIn, whoseSign } from './returned.ts'

const key = 'a key of twenty letters and more'
const bounces = 'bounces@school.example'
const to = returnPath(bounces, key, 'Marta@Ria.example')

const report = (status: string, head = `To: ${to}`) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      head,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'I am sorry to have to inform you that your message could not be delivered.',
      '',
      '--b',
      'Content-Description: Delivery report',
      'Content-Type: message/delivery-status',
      '',
      ...status.split('\n'),
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Subject: Rita asks you',
      '',
      '--b--',
      '',
    ].join('\r\n'),
  )

const postfix = `Reporting-MTA: dns; mx.school.example
X-Postfix-Queue-ID: 4XyZ
Arrival-Date: Tue,  1 Dec 2026 08:00:00 +0000 (WET)

Final-Recipient: rfc822; marta@ria.example
Original-Recipient: rfc822;marta@ria.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.ria.example
Diagnostic-Code: smtp; 550 5.1.1 <marta@ria.example>: Recipient address
    rejected: User unknown`
const exim = `Reporting-MTA: dns; mx.school.example

Action: failed
Final-Recipient: rfc822;marta@ria.example
Status: 5.0.0
Remote-MTA: dns; mx.ria.example`
const exchange = `Reporting-MTA: dns;EX01.ria.example
Received-From-MTA: dns;mx.school.example

Original-Recipient: rfc822;marta@ria.example
Final-Recipient: rfc822;marta@ria.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound`
const late = postfix.replace('Action: failed', 'Action: delayed').replace('5.1.1', '4.4.1')

test.each([
  ['Postfix', postfix, '5.1.1'],
  ['Exim', exim, '5.0.0'],
  ['Exchange', exchange, '5.1.10'],
  ['only late', late, undefined],
  ['delivered', postfix.replace('failed', 'delivered').replace('5.1.1', '2.0.0'), undefined],
  ['failed for now', postfix.replace('5.1.1', '4.2.2'), undefined],
])('%s', async (_, status, failed) => {
  expect(await readReport(report(status))).toEqual({ to: [to], failed })
})

test('where the address stands in another line, and somebody’s answer from the beach', async () => {
  const elsewhere = await readReport(report(postfix, `To: Ciranda <x@school.example>\r\nX-Original-To: ${to}`))
  expect(elsewhere.to).toContain(to)
  const beach = Buffer.from(
    `From: marta@ria.example\r\nTo: ${to}\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\n5.1.1 days of sun.`,
  )
  expect(await readReport(beach)).toEqual({ to: [to], failed: undefined })
})

test('a return address is each recipient’s own, and nobody makes one up', () => {
  const everybody = ['rita@ria.example', 'marta@ria.example']
  const sign = signIn(bounces, to.toUpperCase()) ?? ''
  expect(whoseSign(key, sign, everybody)).toBe('marta@ria.example')
  expect(whoseSign('another key of twenty letters', sign, everybody)).toBeUndefined()
  expect(to.split('@')[0]?.length).toBeLessThanOrEqual(64)
  for (const odd of ['bounces@school.example', to.replace('school', 'other'), `x${to}`, 'bounces+12@school.example'])
    expect(signIn(bounces, odd)).toBeUndefined()
  fc.assert(
    fc.property(fc.string(), (address) => {
      const found = signIn(bounces, address)
      expect(found === undefined || whoseSign(key, found, everybody) === undefined).toBe(true)
    }),
  )
})

test('whatever bytes come, it is read or says nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string(), async (bytes, status) => {
      await readReport(Buffer.from(bytes))
      await readReport(report(status))
    }),
    { numRuns: 40 },
  )
})
