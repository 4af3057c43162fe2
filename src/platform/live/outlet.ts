/** The way out to one browser: the socket itself where there is one, which is cheap, else a stream of the web. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'

/** A stream that is open. Writing to one that has ended does nothing. */
export interface Outlet {
  write(bytes: Uint8Array): void
  end(): void
}

/** A way out, and what is answered to the router: apart, so that whoever keeps the one lets go of the other. */
export interface Opened {
  readonly outlet: Outlet
  readonly response: Response
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Not squeezed by anything on the way either, which would hold back what is small.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Whoever does not take what is sent is let go; they ask anew with what they have. */
const MOST_WAITING = 512 * 1024

const outletOf = (outgoing: ServerResponse): Outlet => ({
  write: (bytes) => {
    if (outgoing.writableEnded || outgoing.destroyed) return
    outgoing.write(bytes)
    if (outgoing.writableLength > MOST_WAITING) outgoing.destroy()
  },
  end: () => void (outgoing.writableEnded || outgoing.end()),
})

const overSocket = (c: Context, outgoing: ServerResponse, closed: () => void): Opened => {
  outgoing.once('close', closed)
  outgoing.on('error', () => undefined)
  outgoing.socket?.setNoDelay(true)
  outgoing.socket?.setTimeout(0)
  // The end of the line is the end of the answer: so nothing need be wrapped around what is said to a thousand.
  outgoing.useChunkedEncodingByDefault = false
  outgoing.writeHead(200, { ...Object.fromEntries(c.res.headers), ...HEADERS })
  outgoing.flushHeaders()
  return { outlet: outletOf(outgoing), response: c.body(null, 200, { 'x-hono-already-sent': 'true' }) }
}

const overStream = (c: Context, closed: () => void): Opened => {
  let out: ReadableStreamDefaultController<Uint8Array> | undefined
  const over = () => {
    if (!out) return
    out = undefined
    closed()
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      out = controller
    },
    cancel: over,
  })
  const outlet: Outlet = {
    write: (bytes) => out?.enqueue(bytes),
    end: () => {
      out?.close()
      over()
    },
  }
  return { outlet, response: c.body(body, 200, HEADERS) }
}

/** Opens the way out; `closed` is called once when the browser is gone or the way was ended. */
export const openOutlet = (c: Context, closed: () => void): Opened => {
  const { outgoing, incoming } = (c.env ?? {}) as { outgoing?: ServerResponse; incoming?: IncomingMessage }
  // HTTP/2 has no socket of its own for each answer.
  if (outgoing && incoming && incoming.httpVersionMajor < 2) return overSocket(c, outgoing, closed)
  return overStream(c, closed)
}
