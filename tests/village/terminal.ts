/** A terminal in a test: what was said to it, and what somebody would type. */
import type { Terminal } from '../../src/cli/verb.ts'

/** Keeps what a command says. `pipe` is the line that comes in; `stop` is what Ctrl-C does. */
export const quietTerminal = (pipe?: string) => {
  const said = { out: '', told: '' }
  const stop = new AbortController()
  const terminal: Terminal = {
    out: (text) => {
      said.out += text
    },
    tell: (text) => {
      said.told += text
    },
    live: false,
    stop: stop.signal,
    keyboard: { hidden: async () => undefined, line: async () => pipe ?? '' },
  }
  return { terminal, said, stop }
}
