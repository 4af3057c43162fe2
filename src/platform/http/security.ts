/** Security headers, cross-site refusal and body limits: the same for every page, set in one place. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** The headers of every answer. No third party, no inline script, one hashed style of Turbo's. */
export const securityHeaders = (turboStyleHash: string, https: boolean): MiddlewareHandler => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${turboStyleHash ? ` '${turboStyleHash}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
  ].join('; ')
  const headers = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  return (c, next) => {
    // Said before the answer is made: asked for afterwards, its headers would be built a second time.
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    return next()
  }
}

/**
 * Refuses a form that another site's page sent: the browser says where it came from. Where the address itself is the key
 * (`keyed`), nobody's cookie is lent to a stranger, and a page that sends no referrer could not say where it comes from.
 */
export const sameSiteOnly = (
  baseUrl: string,
  turnAway: (c: Context) => Response,
  keyed: (path: string) => boolean = () => false,
): MiddlewareHandler => {
  const own = new URL(baseUrl).host
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || keyed(c.req.path)) return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const host = c.req.header('host')
    const same = (address: string) => URL.canParse(address) && [own, host].includes(new URL(address).host)
    // A page that sends no referrer has no origin to tell either; then the browser's own word counts.
    if (origin && origin !== 'null' ? !same(origin) : site !== 'same-origin') return turnAway(c)
    return next()
  }
}

/** What a person types is never longer than a megabyte. */
export const MEGABYTE = 1024 * 1024

/** No body above a megabyte, or above what `most` says of this request, in bytes. */
export const bodyWithin =
  (turnAway: (c: Context) => Response, most: (c: Context) => number = () => MEGABYTE): MiddlewareHandler =>
  (c, next) =>
    c.req.method === 'GET' ? next() : bodyLimit({ maxSize: most(c), onError: turnAway })(c, next)

/** Turns away a sent body that is no form: the browsers of people send none. */
export const formsOnly =
  (turnAway: (c: Context) => Response): MiddlewareHandler =>
  async (c, next) => {
    // Read once; whoever asks later gets the same.
    const readable =
      c.req.method !== 'POST' ||
      (await c.req.formData().then(
        () => true,
        () => false,
      ))
    return readable ? next() : turnAway(c)
  }
