// The door: listens before the house is ready, so that a taken port is known before anything is touched.
import { serve } from '@hono/node-server'
import { StartRefused } from '../start-refused.ts'

type Handler = (request: Request, env?: object) => Response | Promise<Response>

export interface Door {
  /** Where a browser on this computer finds it, without a slash at the end. */
  url: string
  /** From now on requests go to this handler. */
  lead(handler: Handler): void
  /** Takes no more requests, gives running ones two seconds, and ends. */
  close(): Promise<void>
}

// Whoever only asks whether the process is there must not end it while it takes long steps.
const starting: Handler = (request) => (new URL(request.url).pathname === '/healthz' ? new Response('ok') : notYet())

const notYet = () =>
  new Response('Ciranda is starting.\n', { status: 503, headers: { refresh: '2', 'retry-after': '2' } })

/** @throws StartRefused when the port or the address cannot be had */
export function openDoor({ host, port }: { host: string; port: number }): Promise<Door> {
  let handler = starting
  return new Promise((done, fail) => {
    const server = serve({ fetch: (request, env) => handler(request, env), hostname: host, port }, (address) =>
      done({
        url: `http://${shown(host)}:${address.port}`,
        lead: (next) => {
          handler = next
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeIdleConnections' in server) server.closeIdleConnections()
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2000).unref()
          }),
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => fail(refusal(error, host, port)))
  })
}

function shown(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartRefused(
      `Port ${port} is taken by another program: stop that one, or choose another port with npm start -- --port ${port + 1}.`,
    )
  }
  if (error.code === 'EACCES')
    return new StartRefused(`This user may not listen on port ${port}: choose one above 1023 with --port.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartRefused(`This computer has no address ${host} to listen on: choose another with --host.`)
  }
  return error
}
