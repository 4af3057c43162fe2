// The page's reads and nothing else, over HTTP as JSON: node sql-alone.js DATABASE_URL SESSION_HASH SLUG QUESTION
import { createServer } from 'node:http'
import { wholeReads } from './reads.ts'

const [url = '', token = '', slug = '', question = ''] = process.argv.slice(2)
const read = await wholeReads(url, token, slug, Number(question))
const server = createServer(async (_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(await read()))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  process.stdout.write(`ready http://127.0.0.1:${port}\n`)
})
