/** Reads a stream of events, or asks for the same again and again where something on the way holds the stream back. */

/** One event. */
export interface Heard {
  readonly event: string
  readonly data: string
}

/** How it ended: turned away for good, please later, or the line broke. */
type End = 'closed' | 'busy' | 'broken' | 'held back'

const HELLO_WITHIN_MS = 8_000
/** The server says something every fifteen seconds. */
const SILENT_MS = 40_000
const POLL_MS = 20_000
const BUSY_MS = 60_000
const LONGEST_WAIT_MS = 60_000

/** Takes whole events off the front of a text; answers them and what is left. */
export const eventsIn = (text: string): { events: Heard[]; rest: string } => {
  const blocks = text.split('\n\n')
  const rest = blocks.pop() ?? ''
  const field = (block: string, name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n')
  const events = blocks
    .map((block) => ({ event: field(block, 'event'), data: field(block, 'data') }))
    .filter(({ event }) => event !== '')
  return { events, rest }
}

/** A line that is open until it is closed. */
export interface Wire {
  close(): void
}

/** Opens a line; `address` is asked before each try, `hear` gets every event, `turnedAway` when there is nothing to hear. */
export const openWire = (address: () => string, hear: (heard: Heard) => void, turnedAway: () => void): Wire => {
  let closed = false
  let abort = new AbortController()
  let polling = false
  let tries = 0
  let wakeUp = () => {}

  const listen = async (): Promise<End> => {
    abort = new AbortController()
    let hello = false
    let timer = window.setTimeout(() => abort.abort(), HELLO_WITHIN_MS)
    try {
      const answer = await fetch(address() + (polling ? '&once=1' : ''), {
        signal: abort.signal,
        cache: 'no-store',
        headers: { accept: 'text/event-stream' },
      })
      if (answer.status === 429 || answer.status === 503) return 'busy'
      if (answer.status === 204 || answer.status === 404) return 'closed'
      if (!answer.ok || !answer.body) return 'broken'
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      let rest = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done || closed) return 'broken'
        window.clearTimeout(timer)
        timer = window.setTimeout(() => abort.abort(), SILENT_MS)
        const read = eventsIn(rest + value)
        rest = read.rest
        hello ||= read.events.length > 0
        if (hello) tries = 0
        for (const heard of read.events) hear(heard)
      }
    } catch {
      // Without a network the browser says so at once; in silence something keeps the stream for itself.
      return abort.signal.aborted && !hello && !closed ? 'held back' : 'broken'
    } finally {
      window.clearTimeout(timer)
    }
  }

  const wait = (ms: number) =>
    new Promise<void>((done) => {
      // Not all at the same moment, when a server has come back.
      const timer = window.setTimeout(done, ms * (0.75 + Math.random() / 2))
      wakeUp = () => {
        window.clearTimeout(timer)
        done()
      }
    })

  const run = async () => {
    while (!closed) {
      const end = await listen()
      if (closed) return
      if (end === 'closed') return turnedAway()
      if (end === 'held back' && !polling) {
        polling = true
        continue
      }
      tries += 1
      if (end === 'busy') await wait(BUSY_MS)
      else if (polling) await wait(POLL_MS)
      else await wait(Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(tries, 8)))
    }
  }
  const online = () => wakeUp()
  window.addEventListener('online', online)
  void run()
  return {
    close: () => {
      closed = true
      window.removeEventListener('online', online)
      wakeUp()
      abort.abort()
    },
  }
}
