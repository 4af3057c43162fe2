/** Which addresses of the internet the site reaches by itself: public ones, and those networks that the installation names. */
import { BlockList, isIP } from 'node:net'

// What is not globally reachable, by IANA's registries of special-purpose addresses (RFC 6890 and its updates).
const SPECIAL_V4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
]
// Inside the global unicast block. 6to4 (2002::/16) and Teredo (in 2001::/23) would carry any IPv4 address within.
const SPECIAL_V6 = ['2001::/23 2001:db8::/32 2002::/16 3fff::/20']

/** Networks by prefix. */
export type Networks = BlockList

/** Reads networks such as `10.20.0.0/16 fd12::/48`, or single addresses; divided by commas or spaces. Nothing: not readable. */
export const networksFrom = (text: string): Networks | undefined => {
  const list = new BlockList()
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', length, ...more] = part.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : -1
    if (!family || more.length > 0 || bits < 0 || bits > most || address.includes('%')) return undefined
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

const listOf = (texts: readonly string[]): Networks => networksFrom(texts.join(' ')) as Networks

const special4 = listOf(SPECIAL_V4)
const special6 = listOf(SPECIAL_V6)
const unicast6 = listOf(['2000::/3'])
const translated6 = listOf(['64:ff9b::/96'])
const mapped6 = listOf(['::ffff:0:0/96'])

/** The IPv4 address in the last four bytes of an IPv6 address. */
const lastFour = (address: string): string => {
  // The URL parser writes every IPv6 address in its one canonical form, without dotted ends.
  const parts = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':')
  const [high = 0, low = 0] = parts.slice(-2).map((part) => Number.parseInt(part || '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** Where an address lies: on the open internet, in a network named by the installation, or where nothing is sent. */
export type Lies = 'outside' | 'inside' | 'nowhere'

/** Judges one address, as a resolver tells it. What is no address lies nowhere. */
export const whereLies = (address: string, inside: Networks): Lies => {
  const family = isIP(address)
  if (family === 0 || address.includes('%')) return 'nowhere'
  if (family === 6 && (mapped6.check(address, 'ipv6') || translated6.check(address, 'ipv6')))
    return whereLies(lastFour(address), inside)
  const type = family === 4 ? 'ipv4' : 'ipv6'
  if (inside.check(address, type)) return 'inside'
  if (family === 4) return special4.check(address, 'ipv4') ? 'nowhere' : 'outside'
  return unicast6.check(address, 'ipv6') && !special6.check(address, 'ipv6') ? 'outside' : 'nowhere'
}

/** The variable of the environment in which an installation names networks of its own, for webhooks. */
export const networksVariable = 'CIRANDA_WEBHOOK_NETWORKS'

/** The same for the school's own sign-in. */
export const schoolNetworksVariable = 'CIRANDA_SCHOOL_NETWORKS'

/** The networks that this installation names; none when it names none. */
export const insideNetworks = (
  env: Record<string, string | undefined> = process.env,
  variable: string = networksVariable,
): Networks => networksFrom(env[variable] ?? '') ?? new BlockList()
