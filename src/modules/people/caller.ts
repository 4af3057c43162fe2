/** Where a request comes from: what the connection tells, or what the proxies tell that the installation trusts. */
import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { House } from '../../platform/house.ts'

/** Whoever has an IPv6 network has all of its addresses, so they count as one. */
const asOne = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) !== 6) return plain
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? []
  const parts = (half: string) => half.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - parts(head).length - parts(tail).length) }, () => '0')
  return `${[...parts(head), ...zeros, ...parts(tail)].slice(0, 4).join(':')}::/64`
}

/**
 * The address that stands behind `proxies` proxies. Each of them adds at the end whom it was called by, so only the last
 * `proxies` entries are true; what stands before them may have been written by anybody.
 */
export const callerBehind = (proxies: number, connected: string, forwarded: string | undefined): string => {
  const told = proxies > 0 ? (forwarded ?? '').split(',').at(-proxies)?.trim() : undefined
  return asOne(told && isIP(told) ? told : connected)
}

/** The address of whoever asks; in tests nobody is connected. */
export const callerAddress = (c: Context): string => {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const { proxies = 0 } = c.get('house') as House
  return callerBehind(proxies, incoming?.socket?.remoteAddress ?? 'here', c.req.header('x-forwarded-for'))
}
