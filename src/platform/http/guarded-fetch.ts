/** Fetches from an address that somebody typed: no private place reached, no redirect followed, not for long, not much. */
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type Networks, whereLies } from './network.ts'

/** Why nothing was fetched. */
export type FetchTrouble = 'slow' | 'unreachable' | 'unknown' | 'certificate' | 'nowhere' | 'plain' | 'long'

/** Thrown by a guarded fetch. */
export class NotFetched extends Error {
  readonly trouble: FetchTrouble
  constructor(trouble: FetchTrouble) {
    super(`Not fetched: ${trouble}`)
    this.trouble = trouble
  }
}

/** What is asked, as far as {@link fetch} has it too. */
export interface Asking {
  readonly method?: string | undefined
  readonly headers?: HeadersInit | undefined
  readonly body?: unknown
}

const WITHIN_MS = 8_000
const MOST_BYTES = 512 * 1024
const CERTIFICATE = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/

const troubleOf = (error: unknown): FetchTrouble => {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code.startsWith('ENOTFOUND') || code.startsWith('EAI_')) return 'unknown'
  return CERTIFICATE.test(code) ? 'certificate' : 'unreachable'
}

const bytesOf = async (answer: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > MOST_BYTES) throw new NotFetched('long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const responseOf = async (answer: IncomingMessage): Promise<Response> => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  const bytes = await bytesOf(answer)
  const status = answer.statusCode ?? 502
  const empty = [204, 205, 304].includes(status) || status < 200
  return new Response(empty ? null : new Uint8Array(bytes), { status: Math.max(status, 200), headers })
}

/**
 * Fetches within eight seconds and half a megabyte. The name is resolved once and the connection goes to what was judged.
 * @param inside private networks that may be reached all the same, also without https
 * @throws NotFetched
 */
export const guardedFetch = async (address: string, asking: Asking, inside: Networks): Promise<Response> => {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const signal = AbortSignal.timeout(WITHIN_MS)
  try {
    const found = family ? [{ address: host, family }] : await lookup(host, { all: true, verbatim: true })
    if (found.length === 0) throw new NotFetched('unknown')
    const lie = found.map((one) => whereLies(one.address, inside))
    if (lie.includes('nowhere')) throw new NotFetched('nowhere')
    if (url.protocol !== 'https:' && (url.protocol !== 'http:' || lie.includes('outside')))
      throw new NotFetched('plain')
    const toJudged: LookupFunction = (_host, options, done) => {
      if (options.all) done(null, found)
      else done(null, found[0]?.address ?? '', found[0]?.family)
    }
    const body = asking.body === undefined || asking.body === null ? undefined : String(asking.body)
    const headers = Object.fromEntries(new Headers(asking.headers))
    return await new Promise<Response>((settle, fail) => {
      const request = (url.protocol === 'http:' ? plainRequest : secureRequest)(
        url,
        {
          method: asking.method ?? 'GET',
          agent: false,
          lookup: toJudged,
          signal,
          headers: { 'user-agent': 'Ciranda', ...headers },
        },
        (answer) => responseOf(answer).then(settle, fail),
      )
      request.on('error', fail)
      request.end(body)
    })
  } catch (error) {
    if (error instanceof NotFetched) throw error
    throw new NotFetched(signal.aborted ? 'slow' : troubleOf(error))
  }
}
