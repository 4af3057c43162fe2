/** Who is counted as the caller, with and without proxies that are trusted. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callerBehind } from './caller.ts'

test.each([
  [0, '203.0.113.7', undefined, '203.0.113.7'],
  [0, '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  [0, '::ffff:203.0.113.7', undefined, '203.0.113.7'],
  [1, '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  [1, '127.0.0.1', '10.0.0.1, 198.51.100.1', '198.51.100.1'],
  [2, '127.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.9', '198.51.100.1'],
  [2, '127.0.0.1', '198.51.100.1', '127.0.0.1'],
  [1, '127.0.0.1', 'unknown', '127.0.0.1'],
  [1, '127.0.0.1', '', '127.0.0.1'],
  [1, '127.0.0.1', undefined, '127.0.0.1'],
  [0, '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
  [0, '2001:db8::6', undefined, '2001:db8:0:0::/64'],
  [0, '::1', undefined, '0:0:0:0::/64'],
  [0, 'here', undefined, 'here'],
])('behind %d proxies, connected %s, forwarded %j: %s', (proxies, connected, forwarded, caller) => {
  expect(callerBehind(proxies, connected, forwarded)).toBe(caller)
})

test('nothing that a caller writes in front changes who they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 3 }), fc.ipV4(), (written, proxies, caller) => {
      const added = [caller, ...Array.from({ length: proxies - 1 }, () => '10.0.0.1')].join(', ')
      expect(callerBehind(proxies, '127.0.0.1', `${written}, ${added}`)).toBe(caller)
    }),
  )
})
