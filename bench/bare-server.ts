/** A server with nothing in it: what a page is measured beside. */
import { createServer, type RequestListener } from 'node:http'

/** Serves on a free port of this computer and says where on the first line. */
export const serveBare = (answer: RequestListener): void => {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    process.stdout.write(`ready http://127.0.0.1:${port}\n`)
  })
}
