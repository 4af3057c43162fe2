/** A school with a sign-in of its own (a real OpenID provider) on this computer, and somebody who goes there and back. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** What the school says of one of its people. */
export interface Pupil {
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly groups?: readonly string[]
}

/** What the school does with whoever comes. */
export interface SchoolMood {
  /** Who signs in there; nobody: the person goes back. */
  who: string | undefined
  /** Changes what the school answers to our program, to lie. */
  lie: ((body: Record<string, unknown>) => void) | undefined
  /** Hangs up when our program asks. */
  silent: boolean
}

/** The school; `visit` goes there as a browser does, and answers the address to which one is sent back. */
export interface School {
  readonly issuer: string
  readonly mood: SchoolMood
  readonly people: Map<string, Pupil>
  visit(address: string): Promise<string>
  close(): Promise<void>
}

/** Opens a school for one client, `ciranda` with the secret `hush`. */
export const openSchool = async (back: string): Promise<School> => {
  let answer: RequestListener = () => undefined
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const mood: SchoolMood = { who: undefined, lie: undefined, silent: false }
  const people = new Map<string, Pupil>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'ciranda',
        client_secret: 'hush',
        redirect_uris: [back],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub', 'groups'], profile: ['name'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for a test'] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    // Nobody asks pupils again whether the school may tell.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  })
  provider.use(async (ctx, next) => {
    if (mood.silent && ctx.path === '/token') ctx.req.socket.destroy()
    await next()
    if (ctx.path === '/token') mood.lie?.(ctx.body as Record<string, unknown>)
  })
  const callback = provider.callback()
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    const result = mood.who
      ? { login: { accountId: mood.who } }
      : { error: 'access_denied', error_description: 'went back' }
    void provider.interactionFinished(request, response, result)
  }
  return {
    issuer,
    mood,
    people,
    visit: async (address) => {
      const jar = new Map<string, string>()
      let at = address
      for (let step = 0; step < 8 && at.startsWith(issuer); step++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const came = await fetch(at, { headers: { cookie }, redirect: 'manual' })
        for (const line of came.headers.getSetCookie()) {
          const [pair = ''] = line.split(';')
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const location = came.headers.get('location')
        if (!location) throw new Error(`The school stays at ${at}: ${came.status} ${await came.text()}`)
        at = new URL(location, at).href
      }
      return at
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
