/** Takes a CPU profile of a running server by the inspector that every Node has. */
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** As the inspector gives it. Times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })

const doorOf = async (port: number): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined)
    const [first] = ((await answer?.json()) ?? []) as { webSocketDebuggerUrl: string }[]
    if (first) return first.webSocketDebuggerUrl
    await pause(50)
  }
  throw new Error('The inspector of the server did not open')
}

/** Opens the inspector of a process that was started with `--inspect-port=port`, and profiles it while `work` runs. */
export const profiled = async (pid: number, port: number, work: () => Promise<unknown>): Promise<CpuProfile> => {
  process.kill(pid, 'SIGUSR1')
  const socket = new WebSocket(await doorOf(port))
  await new Promise((open, fail) => {
    socket.addEventListener('open', open, { once: true })
    socket.addEventListener('error', fail, { once: true })
  })
  const waiting = new Map<number, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown }
    if (id !== undefined) waiting.get(id)?.(result)
  })
  let last = 0
  const ask = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((answered) => {
      waiting.set(++last, (result) => answered(result as T))
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  try {
    await ask('Profiler.enable')
    await ask('Profiler.setSamplingInterval', { interval: 500 })
    await ask('Profiler.start')
    await work()
    return (await ask<{ profile: CpuProfile }>('Profiler.stop')).profile
  } finally {
    socket.close()
  }
}
