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

/** @throws when an answer has another status than the one expected */
export const measure = async ({ url, ask, status, callers, seconds, pids }: Measuring): Promise<Figures> => {
  const warm = await call(url, ask, { seconds: Math.min(2, seconds), callers, status })
  const [cpuBefore, workBefore, timeBefore] = [cpuOf(pids()), workOf(CORE), performance.now()]
  const called = await call(url, ask, { seconds, callers, status, from: warm.requests })
  const cpu = cpuOf(pids()) - cpuBefore
  const others = Math.max(0, workOf(CORE) - workBefore - cpu) / (performance.now() - timeBefore)
  return { ...called, cpu: cpu / called.requests, others }
}
