/** A door of its own for the figures, on this computer alone unless somebody says otherwise. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartRefused } from '../start-refused.ts'
import { brings, type Figures } from './vitals.ts'

/** The door; `url` is where the figures are. */
export interface FiguresDoor {
  readonly url: string
  /** From now on it answers. */
  lead(page: Figures): void
  close(): Promise<void>
}

/**
 * @param token demanded where it is given
 * @throws StartRefused when port or address cannot be had
 */
export const openFiguresDoor = (
  { port, host, token }: { port: number; host: string; token: string | undefined },
  fault: (error: unknown) => void,
): Promise<FiguresDoor> =>
  new Promise((done, fail) => {
    let page: Figures | undefined
    const server = createServer(async (request, response) => {
      const say = (status: number, text: string, type = 'text/plain; charset=utf-8') =>
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
      if (request.url?.split('?')[0] !== '/metrics') return say(404, 'The figures are at /metrics.\n')
      if (token && !brings(request.headers.authorization, token)) return say(401, 'The figures need their token.\n')
      if (!page) return say(503, 'Ciranda is starting.\n')
      try {
        const { type, text } = await page()
        say(200, text, type)
      } catch (error) {
        fault(error)
        say(500, 'The figures could not be gathered.\n')
      }
    })
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new StartRefused(
          `The figures cannot be shown on ${host}, port ${port} (${error.code}): choose another with --metrics-port or METRICS_HOST.`,
        ),
      ),
    )
    server.listen(port, host, () =>
      done({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/metrics`,
        lead: (next) => {
          page = next
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      }),
    )
  })
