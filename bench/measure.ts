/** Measures one thing: warmed up first, then what its callers met and what CPU its processes used. */
import { type Asked, type Called, call } from './callers.ts'
import { cpuOf, workOf } from './processes.ts'

/** The core that server and database are held on. The callers are on the others. */
export const CORE = 0

/** What was met, with CPU milliseconds a request, and the share of the core that other programs took meanwhile. */
export interface Figures extends Called {
  readonly cpu: number
  readonly others: number
}

/** What is asked, of whom, and for how long. */
export interface Measuring {
  readonly url: string
  readonly ask: (number: number) => Asked
  readonly status: number
  readonly callers: number
  readonly seconds: number
  /** The processes that answer, as they are now. */
  readonly pids: () => number[]
}

// Code is compiled and statements are planned in the first hundreds of requests.
const WARM = { requests: 800, most: 10 }

const warmUp = async ({ url, ask, status, callers, seconds }: Measuring): Promise<number> => {
  const until = performance.now() + WARM.most * 1000
  let asked = 0
  do {
    const some = Math.min(1, seconds)
    asked += (await call(url, ask, { seconds: some, callers, status, from: asked })).requests
  } while (asked < WARM.requests && performance.now() < until)
  return asked
}

/** @throws when an answer has another status than the one expected */
export const measure = async (measuring: Measuring): Promise<Figures> => {
  const { url, ask, status, callers, seconds, pids } = measuring
  const from = await warmUp(measuring)
  const [cpuBefore, workBefore, timeBefore] = [cpuOf(pids()), workOf(CORE), performance.now()]
  const called = await call(url, ask, { seconds, callers, status, from })
  const cpu = cpuOf(pids()) - cpuBefore
  const others = Math.max(0, workOf(CORE) - workBefore - cpu) / (performance.now() - timeBefore)
  return { ...called, cpu: cpu / called.requests, others }
}
