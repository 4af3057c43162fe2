/** A guarded fetch: what it reaches, what it does not, and when it has had enough. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { guardedFetch } from './guarded-fetch.ts'
import { insideNetworks, networksFrom } from './network.ts'

const none = insideNetworks({})
const here = networksFrom('127.0.0.0/8') ?? none
let base = ''
const server = createServer((request, response) => {
  if (request.url === '/away') response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
  else if (request.url === '/endless') {
    const piece = Buffer.alloc(64 * 1024)
    const more = () => {
      while (!response.destroyed && response.write(piece));
    }
    response.on('drain', more)
    more()
  } else if (request.url === '/hangs-up') request.socket.destroy()
  else {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => response.writeHead(201, { 'content-type': 'text/plain' }).end(`${request.method} ${body}`))
  }
})
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('brings what stands in a network that was named', async () => {
  const answer = await guardedFetch(base, { method: 'POST', body: new URLSearchParams({ a: 'b' }) }, here)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    201,
    'text/plain',
    'POST a=b',
  ])
})

it('follows nobody anywhere', async () => {
  const answer = await guardedFetch(`${base}/away`, {}, here)
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://10.0.0.1/'])
})

it.each([
  ['/endless', 'long'],
  ['/hangs-up', 'unreachable'],
])('has enough of %s: %s', async (path, trouble) => {
  await expect(guardedFetch(base + path, {}, here)).rejects.toMatchObject({ trouble })
})

it.each([
  ['http://127.0.0.1:9', 'nowhere'],
  ['https://[::1]', 'nowhere'],
  ['https://169.254.169.254/latest', 'nowhere'],
  ['https://localhost', 'nowhere'],
  ['http://8.8.8.8', 'plain'],
  ['ftp://8.8.8.8', 'plain'],
])('%s is not asked: %s', async (address, trouble) => {
  await expect(guardedFetch(address, {}, none)).rejects.toMatchObject({ trouble })
})
