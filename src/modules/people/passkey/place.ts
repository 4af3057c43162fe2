/** Where passkeys work: a passkey belongs to one address of the web, and browsers trust only some. */
import { isIP } from 'node:net'

/** The address that passkeys of this site belong to, as devices and browsers name it. */
export interface PasskeyPlace {
  readonly id: string
  readonly origin: string
}

/** The place; or that there is none; or, on one's own computer, the other name that it has to be opened by. */
export type PlaceFound =
  | { readonly kind: 'here'; readonly place: PasskeyPlace }
  | { readonly kind: 'elsewhere'; readonly address: string }
  | { readonly kind: 'nowhere' }

const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Judges the site's public address. `asked` is the host that the browser asked for; it counts only where the public
 * address is this very computer's number, which no browser takes for a passkey, while it takes `localhost`.
 */
export const passkeyPlace = (baseUrl: string, asked: string | undefined): PlaceFound => {
  const base = new URL(baseUrl)
  const host = base.hostname
  const here = (id: string, origin: string): PlaceFound => ({ kind: 'here', place: { id, origin } })
  if (base.protocol === 'http:' && LOOPBACK.test(host)) {
    const local = new URL(base.origin)
    local.hostname = 'localhost'
    return asked === local.host ? here('localhost', local.origin) : { kind: 'elsewhere', address: local.origin }
  }
  if (isIP(host.replace(/^\[|\]$/g, ''))) return { kind: 'nowhere' }
  const local = host === 'localhost' || host.endsWith('.localhost')
  return base.protocol === 'https:' || local ? here(host, base.origin) : { kind: 'nowhere' }
}
