/** Sends one message to one address and says what came of it: no redirect followed, no private place reached, no waiting. */
import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type Networks, whereLies } from '../../platform/http/network.ts'
import { hostOf } from './address.ts'

/** What went wrong, told on the page; `refused` is any answer that is not a 2xx. */
export const troubles = [
  'refused',
  'redirect',
  'slow',
  'unreachable',
  'unknown',
  'certificate',
  'nowhere',
  'plain',
] as const
/** A trouble. */
export type Trouble = (typeof troubles)[number]

/** What came of a try: the status when there was an answer, the trouble when it was not taken. */
export interface Answer {
  readonly status: number | null
  readonly trouble: Trouble | null
}

/** An address that a name stands for. */
export interface Found {
  readonly address: string
  readonly family: number
}

/** What a sending needs. */
export interface Sending {
  readonly address: string
  readonly headers: Record<string, string>
  readonly body: string
  readonly inside: Networks
  /** For tests; otherwise the system resolves names. */
  readonly resolve?: (host: string) => Promise<readonly Found[]>
  /** Milliseconds for everything together. */
  readonly within?: number
}

/** How a message is sent. */
export type Send = (sending: Sending) => Promise<Answer>

const WITHIN_MS = 10_000
const MOST_BYTES = 16 * 1024

const system = (host: string): Promise<Found[]> => lookup(host, { all: true, verbatim: true })

const CERTIFICATE =
  /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE|DECRYPT)|HOSTNAME_MISMATCH)/

const troubleOf = (error: unknown): Trouble => {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code.startsWith('ENOTFOUND') || code.startsWith('EAI_')) return 'unknown'
  return CERTIFICATE.test(code) ? 'certificate' : 'unreachable'
}

const failed = (trouble: Trouble): Answer => ({ status: null, trouble })

const judged = (status: number): Answer => ({
  status,
  trouble: status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? 'redirect' : 'refused',
})

/** Opens the connection to the checked addresses alone: the name is not asked again, so it cannot answer otherwise. */
const post = (
  sending: Sending,
  url: URL,
  checked: readonly Found[],
  signal: AbortSignal,
  heard: (answer: Answer) => void,
): Promise<Answer> =>
  new Promise((settle) => {
    const toChecked: LookupFunction = (_host, options, done) => {
      const [first] = checked
      if (options.all) done(null, [...checked])
      else done(null, first?.address ?? '', first?.family)
    }
    const request = (url.protocol === 'http:' ? plainRequest : secureRequest)(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: toChecked,
        signal,
        headers: {
          ...sending.headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(sending.body),
          'user-agent': 'Ciranda',
        },
      },
      (response) => {
        const answer = judged(response.statusCode ?? 0)
        heard(answer)
        let bytes = 0
        const enough = () => {
          settle(answer)
          request.destroy()
        }
        // The words of the answer do not matter; a receiver that never stops talking is left.
        response.on('data', (piece: Buffer) => {
          bytes += piece.length
          if (bytes > MOST_BYTES) enough()
        })
        response.on('end', enough)
        response.on('error', enough)
        response.on('close', enough)
      },
    )
    request.on('error', (error) => settle(failed(signal.aborted ? 'slow' : troubleOf(error))))
    request.end(sending.body)
  })

/** Sends, within the time given. Never throws for what a receiver or the network does. */
export const send: Send = async (sending) => {
  const { inside, resolve = system, within = WITHIN_MS } = sending
  const url = new URL(sending.address)
  const host = hostOf(url)
  const family = isIP(host)
  const clock = new AbortController()
  let timer: NodeJS.Timeout | undefined
  // Whoever answered has answered, however long the rest takes.
  let answered: Answer | undefined
  const late = new Promise<Answer>((settle) => {
    timer = setTimeout(() => {
      settle(answered ?? failed('slow'))
      clock.abort()
    }, within)
  })
  const whole = async (): Promise<Answer> => {
    const found = family ? [{ address: host, family }] : await resolve(host)
    if (found.length === 0) return failed('unknown')
    const lie = found.map(({ address }) => whereLies(address, inside))
    // One private address among public ones is enough to turn away: which one is taken is not ours to choose.
    if (lie.includes('nowhere')) return failed('nowhere')
    if (url.protocol === 'http:' && lie.includes('outside')) return failed('plain')
    return clock.signal.aborted
      ? failed('slow')
      : post(sending, url, found, clock.signal, (answer) => {
          answered = answer
        })
  }
  try {
    return await Promise.race([whole().catch((error) => failed(troubleOf(error))), late])
  } finally {
    clearTimeout(timer)
  }
}
