/** The pure rules of webhooks: where addresses lie, what may be typed, how long one tries, how it is signed. */
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { insideNetworks, networksFrom, whereLies } from '../../platform/http/network.ts'
import { readAddress } from './address.ts'
import { kinds, leavesAt } from './kind.ts'
import { bodyOf } from './message.ts'
import { isPaused, nextTry, restOf, waits } from './patience.ts'
import { secretFrom, signedHeaders } from './signature.ts'

const none = insideNetworks({})
const networks = (text: string) => networksFrom(text) ?? expect.fail(`${text} names no networks`)

describe('where an address lies', () => {
  test.each([
    '0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254',
    '169.254.0.1 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255',
    '198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255',
    ':: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe 0:0:0:0:0:ffff:7f00:1 ::127.0.0.1 ::10.0.0.1',
    '64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 fe80::1 febf::1 fe80::1%eth0 fec0::1 fc00::1',
    'fd00:ec2::254 fdff::1 ff02::1 ff0e::1 2001::1 2001:0:7f00:1:: 2001:db8::1 2002:7f00:1:: 2002:a00:1:: 3fff::1 5f00::1',
  ])('nothing is sent to %s', (addresses) => {
    expect(addresses.split(' ').filter((address) => whereLies(address, none) !== 'nowhere')).toEqual([])
  })

  test.each([
    '1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 169.253.255.255',
    '169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.1 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255',
    '2606:4700:4700::1111 2a00:1450:4009:81f::200e 2001:4860:4860::8888 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2003::1',
  ])('%s are on the open internet', (addresses) => {
    expect(addresses.split(' ').filter((address) => whereLies(address, none) !== 'outside')).toEqual([])
  })

  test.each(['', 'localhost', '1.2.3', '1.2.3.4.5', '0x7f.0.0.1', '010.0.0.1', ' 8.8.8.8', '[::1]', '8.8.8.8/32'])(
    '“%s” is no address at all',
    (text) => {
      expect(whereLies(text, none)).toBe('nowhere')
    },
  )

  test('an IPv4 address is judged the same inside IPv6, mapped or translated', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const lies = whereLies(address, none)
        expect(whereLies(`::ffff:${address}`, none)).toBe(lies)
        expect(whereLies(`64:ff9b::${address}`, none)).toBe(lies)
        const inside = networks(address)
        for (const form of [address, `::ffff:${address}`]) expect(whereLies(form, inside)).toBe('inside')
      }),
      { numRuns: 500 },
    )
  })

  test('IPv6 outside the global unicast block lies nowhere, unless it carries a public IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(new URL(`http://[${address}]`).hostname.slice(1).split(':')[0] || '0', 16)
        if (first >> 13 !== 1 && first !== 0 && first !== 0x64) expect(whereLies(address, none)).toBe('nowhere')
      }),
      { numRuns: 500 },
    )
  })

  test('a named network is inside, its neighbours stay where they were', () => {
    const inside = networks('10.20.0.0/16, fd12:3456::/48 192.168.5.7')
    expect(['10.20.3.4', 'fd12:3456::9', '192.168.5.7', '::ffff:10.20.3.4'].map((a) => whereLies(a, inside))).toEqual(
      Array(4).fill('inside'),
    )
    expect(['10.21.0.1', 'fd12:3457::9', '192.168.5.8', '169.254.169.254'].map((a) => whereLies(a, inside))).toEqual(
      Array(4).fill('nowhere'),
    )
  })

  test.each(['10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', 'all', '10.0.0', 'fe80::1%eth0/64', '::/129', '10.0.0.0/'])(
    '“%s” names no network',
    (text) => {
      expect(networksFrom(text)).toBeUndefined()
    },
  )
})

describe('an address as it is typed', () => {
  test.each([
    ['https://receiver.example/in', 'https://receiver.example/in'],
    ['HTTPS://Receiver.Example:8443/a?b=c#d', 'https://receiver.example:8443/a?b=c'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
    ['https://8.8.8.8/x', 'https://8.8.8.8/x'],
  ])('%s is taken as %s', (typed, written) => {
    expect(String(readAddress(typed, none))).toBe(written)
  })

  test.each([
    ['receiver.example', 'address.odd'],
    ['ftp://receiver.example', 'address.odd'],
    ['file:///etc/passwd', 'address.odd'],
    ['javascript:alert(1)', 'address.odd'],
    ['https://', 'address.odd'],
    ['https:receiver.example', 'address.odd'],
    ['https://a b.example', 'address.odd'],
    ['http://receiver.example', 'address.plain'],
    ['https://me:secret@receiver.example', 'address.secret'],
    ['https://me@receiver.example', 'address.secret'],
    ['https://localhost/x', 'address.nowhere'],
    ['https://intranet', 'address.nowhere'],
    ['https://127.0.0.1', 'address.nowhere'],
    ['https://127.1', 'address.nowhere'],
    ['https://2130706433', 'address.nowhere'],
    ['https://0x7f000001/', 'address.nowhere'],
    ['https://017700000001/', 'address.nowhere'],
    ['https://[::1]/', 'address.nowhere'],
    ['https://[::ffff:127.0.0.1]/', 'address.nowhere'],
    ['https://169.254.169.254/latest', 'address.nowhere'],
    [`https://receiver.example/${'x'.repeat(500)}`, 'address.long'],
    [`https://receiver.example/${'ü'.repeat(100)}`, 'address.long'],
  ])('%s is refused: %s', (typed, fault) => {
    expect(readAddress(typed, none)).toBe(fault)
  })

  test('where networks are named, names without a dot and plain http may lead there, and still nowhere else', () => {
    const inside = networks('10.0.0.0/8')
    expect(String(readAddress('http://intranet/x', inside))).toBe('http://intranet/x')
    expect(String(readAddress('http://10.1.2.3/x', inside))).toBe('http://10.1.2.3/x')
    expect(readAddress('http://8.8.8.8/x', inside)).toBe('address.plain')
    expect(readAddress('http://127.0.0.1/x', inside)).toBe('address.nowhere')
  })

  test('whatever is typed, the answer is an address or a reason', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `https://${s}`),
        ),
        (typed) => {
          const read = readAddress(typed, none)
          if (typeof read === 'string') expect(read).toMatch(/^address\./)
          else expect([read.protocol, read.username, read.hash]).toEqual(['https:', '', ''])
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('patience', () => {
  const queued = new Date('2026-11-24T10:00:00Z')

  test('eight tries in about a day, each wait longer than the one before', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), (chances) => {
        let now = queued
        const tries = [now]
        for (const [i, chance] of chances.entries()) {
          const next = nextTry(i + 1, queued, now, chance)
          if (!next) break
          expect(next.getTime()).toBeGreaterThan(now.getTime())
          now = next
          tries.push(now)
        }
        expect(tries.length).toBe(waits.length + 1)
        const hours = (now.getTime() - queued.getTime()) / 3_600_000
        expect(hours).toBeGreaterThan(17)
        expect(hours).toBeLessThan(27)
      }),
    )
  })

  test('no two that failed together come back together', () => {
    expect(nextTry(3, queued, queued, 0)).toEqual(new Date('2026-11-24T10:12:00Z'))
    expect(nextTry(3, queued, queued, 1)).toEqual(new Date('2026-11-24T10:18:00Z'))
  })

  test('what waited for a day because its receiver rested gets no second day', () => {
    expect(nextTry(6, queued, new Date('2026-11-25T12:00:00Z'), 0.5)).toBeUndefined()
  })

  test('a receiver rests as long as it fails, a quarter of an hour at most; after three days it is paused', () => {
    const later = (minutes: number) => new Date(queued.getTime() + minutes * 60_000)
    expect([0, 5, 500].map((minutes) => restOf(queued, later(minutes)) / 60_000)).toEqual([1, 5, 15])
    expect([0, 4319, 4320].map((minutes) => isPaused(queued, later(minutes)))).toEqual([false, false, true])
  })
})

describe('signature', () => {
  test('is the one of the example of Standard Webhooks', () => {
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      new Date(1_614_265_330_000),
    )
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  test('two secrets sign beside each other, and either proves the message', () => {
    const secrets = [secretFrom(Buffer.alloc(32, 1)), secretFrom(Buffer.alloc(32, 2))]
    const headers = signedHeaders({ id: 'fact_1', body: '{}' }, secrets, new Date(5_999))
    const expected = [1, 2].map(
      (byte) => `v1,${createHmac('sha256', Buffer.alloc(32, byte)).update('fact_1.5.{}').digest('base64')}`,
    )
    expect(headers['webhook-signature'].split(' ')).toEqual(expected)
  })
})

test('a body holds numbers, a kind and a time, and the page only when there is one', () => {
  const told = {
    message: 'fact_9',
    kind: 'challenge.raised',
    happened_at: new Date('2026-11-24T10:00:00Z'),
    subject_kind: 'challenge',
    subject_id: 7,
    community_id: 3,
  }
  const bare = {
    id: 'fact_9',
    kind: 'challenge.raised',
    at: '2026-11-24T10:00:00.000Z',
    subject: { kind: 'challenge', id: 7 },
    community: 3,
  }
  expect(JSON.parse(bodyOf(told, undefined))).toEqual(bare)
  expect(JSON.parse(bodyOf(told, 'https://ciranda.example/x'))).toEqual({ ...bare, url: 'https://ciranda.example/x' })
})

test('no kind tells what a single person did about themselves', () => {
  expect(
    kinds.filter((kind) => /^(session|password|person|role|community\.(joined|left)|agreement\.in)/.test(kind)),
  ).toEqual([])
  expect(new Set(kinds).size).toBe(kinds.length)
})

test('what can be taken back without a trace stays inside for ten minutes', () => {
  const happened = new Date('2026-11-24T10:00:00Z')
  expect(leavesAt('contribution.said', happened)).toEqual(new Date('2026-11-24T10:10:00Z'))
  expect(leavesAt('story.published', happened)).toEqual(happened)
})
