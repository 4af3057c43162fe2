/** A program at the API in a test: it brings its person's token, sends JSON, and follows nothing. */

import type { VillagerName } from '../../src/demonstration/people.ts'
import { createToken } from '../../src/modules/people/token/actions.ts'
import type { Right } from '../../src/modules/people/token/token.ts'
import type { Village } from './village.ts'

type Headers = Record<string, string>

/** A program. `headers` come last and win. */
export interface Program {
  readonly secret: string | undefined
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>
  get(path: string, headers?: Headers): Promise<Response>
  post(path: string, body: unknown, headers?: Headers): Promise<Response>
  patch(path: string, body: unknown, headers?: Headers): Promise<Response>
  delete(path: string, headers?: Headers): Promise<Response>
}

/** A program of a villager, or without a token one of a visitor. */
export const programOf = async (
  village: Village,
  who: VillagerName | 'visitor',
  rights: readonly Right[] = ['read', 'write'],
): Promise<Program> => {
  const secret = who === 'visitor' ? undefined : await secretOf(village, who, rights)
  const send: Program['send'] = async (method, path, body, headers = {}) =>
    village.app.request(`${village.house.baseUrl}${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(secret ? { authorization: `Bearer ${secret}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    secret,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
  }
}

const secretOf = async (village: Village, who: VillagerName, rights: readonly Right[]): Promise<string> => {
  const made = await village.house.db.asSystem('command-line', (tx) =>
    createToken(tx, { personId: village.people[who], name: 'A program', rights, days: 30 }),
  )
  if (!made.ok) throw new Error(made.reason)
  return made.value.secret
}
