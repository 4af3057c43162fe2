/** The address of a receiver, as an administrator types it: what it must and must not be. */
import { isIP } from 'node:net'
import { type Networks, whereLies } from '../../platform/http/network.ts'

/** Why an address cannot be used: a key of the words. */
export type AddressFault = 'address.odd' | 'address.long' | 'address.plain' | 'address.secret' | 'address.nowhere'

/** The host of an address without the brackets of IPv6. */
export const hostOf = (address: URL): string => address.hostname.replace(/^\[|\]$/g, '')

/**
 * Reads an address in its one written form. Plain http is only for hosts that may lie in a named network; what a name
 * resolves to is judged again before each sending.
 */
export const readAddress = (typed: string, inside: Networks): URL | AddressFault => {
  if (typed.length > 500) return 'address.long'
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return 'address.odd'
  const address = new URL(typed)
  const namesInside = inside.rules.length > 0
  if (address.href.length > 500) return 'address.long'
  if (address.username || address.password) return 'address.secret'
  if (address.protocol === 'http:' && !namesInside) return 'address.plain'
  address.hash = ''
  const host = hostOf(address)
  if (isIP(host)) {
    const lies = whereLies(host, inside)
    if (lies === 'nowhere') return 'address.nowhere'
    if (lies === 'outside' && address.protocol === 'http:') return 'address.plain'
  } else if (!host.includes('.') && !namesInside) return 'address.nowhere'
  return address
}
