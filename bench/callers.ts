/** Callers that ask again and again, each on its own connection and each waiting for its answer. */
import { connect, type Socket } from 'node:net'

/** One request: what is asked and how. */
export interface Asked {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** A form to be sent; without one it is read. */
  readonly body?: string
}

/** What the callers met. Times in milliseconds, bytes of one answer as it was sent. */
export interface Called {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
}

/** The bytes of a request. */
const written = (host: string, { path, headers, body }: Asked): string => {
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  if (body === undefined) return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  const about = `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(body)}`
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n${about}\r\n\r\n${body}`
}

interface Heard {
  readonly status: number
  readonly bytes: number
}

/** Reads the answers of one connection. Node's own client costs as much as a small page, so this one only counts. */
const listen = (socket: Socket): ((request: string) => Promise<Heard>) => {
  let head = ''
  let status = 0
  let left = -1
  let bytes = 0
  let answer: PromiseWithResolvers<Heard> | undefined
  const ended = (error?: Error) => answer?.reject(error ?? new Error('The connection was closed'))
  socket.on('error', ended).on('close', () => ended())
  socket.on('data', (piece: Buffer) => {
    bytes += piece.length
    if (left >= 0) left -= piece.length
    else if (head === 'chunked') left = piece.subarray(-5).toString('latin1') === '0\r\n\r\n' ? 0 : -1
    else {
      head += piece.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      status = Number(head.slice(9, 12))
      const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1]
      if (length !== undefined || status === 304) left = Number(length ?? 0) - (head.length - end - 4)
      else {
        left = head.endsWith('0\r\n\r\n') ? 0 : -1
        head = 'chunked'
      }
    }
    if (left === 0) {
      const whole = { status, bytes }
      head = ''
      left = -1
      bytes = 0
      answer?.resolve(whole)
    }
  })
  return (request) => {
    answer = Promise.withResolvers<Heard>()
    socket.write(request)
    return answer.promise
  }
}

/**
 * Lets `callers` ask for so many seconds; `ask` is given a running number, so that no two need to ask the same.
 * @throws when an answer has another status than `status`
 */
export const call = async (
  url: string,
  ask: (number: number) => Asked,
  { seconds, callers, status, from = 0 }: { seconds: number; callers: number; status: number; from?: number },
): Promise<Called> => {
  const { hostname, port, host } = new URL(url)
  const times: number[] = []
  let number = from
  let bytes = 0
  const begun = performance.now()
  const until = begun + seconds * 1000
  const caller = async () => {
    const socket = connect(Number(port), hostname).setNoDelay()
    const send = listen(socket)
    try {
      while (performance.now() < until) {
        const asked = ask(number++)
        const request = written(host, asked)
        const start = performance.now()
        const heard = await send(request)
        times.push(performance.now() - start)
        if (heard.status !== status) throw new Error(`${asked.path} answered ${heard.status} instead of ${status}`)
        bytes = heard.bytes
      }
    } finally {
      socket.removeAllListeners('close').destroy()
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const took = (performance.now() - begun) / 1000
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { requests: times.length, perSecond: times.length / took, p50: at(0.5), p99: at(0.99), bytes }
}
