/** The `ciranda` command: what the process is given goes in, what it says and how it ended comes out. */
import { answer } from './answer.ts'
import { ownKeyboard } from './keyboard.ts'
import type { Terminal } from './verb.ts'

/** The terminal of this process. */
const ownTerminal = (): Terminal => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  return {
    out: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
    live: process.stderr.isTTY === true,
    stop: stop.signal,
    keyboard: ownKeyboard(() => stop.abort()),
  }
}

process.exitCode = await answer(process.argv.slice(2), ownTerminal())
