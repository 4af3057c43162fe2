/** Callers that ask a page again and again, each waiting for its answer. */
import { Agent, get } from 'node:http'

/** What they met. Times in milliseconds. */
export interface Called {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
}

const ask = (agent: Agent, url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((done, fail) => {
    get(url, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length
      })
      answer.on('end', () =>
        answer.statusCode === 200 ? done(bytes) : fail(new Error(`${url}: ${answer.statusCode}`)),
      )
    }).on('error', fail)
  })

/** Lets `callers` ask for so many seconds. */
export const call = async (
  url: string,
  headers: Record<string, string>,
  seconds: number,
  callers = 16,
): Promise<Called> => {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const times: number[] = []
  let bytes = 0
  const from = performance.now()
  const until = from + seconds * 1000
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        const begun = performance.now()
        bytes = await ask(agent, url, headers)
        times.push(performance.now() - begun)
      }
    }),
  )
  const took = (performance.now() - from) / 1000
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { requests: times.length, perSecond: times.length / took, p50: at(0.5), p99: at(0.99), bytes }
}
