// A page's reads and nothing else, over HTTP as JSON: node sql-alone.js DATABASE_URL SITE_URL PATH COOKIE
import { serveBare } from './bare-server.ts'
import { readsOf } from './recorded.ts'

const [databaseUrl = '', siteUrl = '', path = '', cookie = ''] = process.argv.slice(2)
const read = await readsOf(databaseUrl, siteUrl, path, cookie)
serveBare(async (_request, response) => {
  const body = Buffer.from(JSON.stringify(await read()))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
})
