/** Sending, against receivers that are well, slow, dead, private, redirecting, talkative, or not who they say. */
import { createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openReceiver, ownCertificate, type Receiver } from '../../../tests/village/receiver.ts'
import { insideNetworks, networksVariable } from '../../platform/http/network.ts'
import { send } from './sending.ts'

let receiver: Receiver
let secure: Receiver
const none = insideNetworks({})
const inside = insideNetworks({ [networksVariable]: '127.0.0.0/8' })
const here = async () => [{ address: '127.0.0.1', family: 4 }]

beforeAll(async () => {
  receiver = await openReceiver()
  secure = await openReceiver(true)
})
afterEach(() => {
  for (const { heard, answers } of [receiver, secure]) {
    heard.length = 0
    answers.length = 0
  }
})
afterAll(async () => {
  await receiver.close()
  await secure.close()
})

const out = (address: string, more: Partial<Parameters<typeof send>[0]> = {}) =>
  send({ address, headers: { 'webhook-id': 'fact_1' }, body: '{"ä":1}', inside, resolve: here, within: 3_000, ...more })
const plain = () => `http://receiver.example:${receiver.port}/in?a=b`

test('arrives whole, with its headers, and without anything of ours that tells more', async () => {
  expect(await out(plain())).toEqual({ status: 204, trouble: null })
  expect(receiver.heard).toMatchObject([{ path: '/in?a=b', body: '{"ä":1}' }])
  expect(receiver.heard[0]?.headers).toMatchObject({
    host: `receiver.example:${receiver.port}`,
    'content-type': 'application/json',
    'content-length': '8',
    'user-agent': 'Ciranda',
    'webhook-id': 'fact_1',
  })
})

test.each([
  [200, null],
  [299, null],
  [400, 'refused'],
  [410, 'refused'],
  [429, 'refused'],
  [500, 'refused'],
  [304, 'redirect'],
])('an answer %d means %s', async (status, trouble) => {
  receiver.answers.push(status)
  expect(await out(plain())).toEqual({ status, trouble })
})

test('a redirect is not followed, wherever it leads', async () => {
  receiver.answers.push((_request, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${receiver.port}/inside` }).end(),
  )
  expect(await out(plain())).toEqual({ status: 307, trouble: 'redirect' })
  expect(receiver.heard).toHaveLength(1)
})

test('a receiver that does not answer is left when the time is over', async () => {
  receiver.answers.push(() => undefined)
  expect(await out(plain(), { within: 200 })).toEqual({ status: null, trouble: 'slow' })
})

test('a receiver that answers drop by drop is left, and its status counts', async () => {
  receiver.answers.push((_request, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(drip))
  })
  const began = Date.now()
  expect(await out(plain(), { within: 300 })).toMatchObject({ status: 200 })
  expect(Date.now() - began).toBeLessThan(2_000)
})

test('a huge answer is not read to its end', async () => {
  let sent = 0
  receiver.answers.push((_request, response) => {
    response.writeHead(200)
    const pour = () => {
      while (!response.destroyed && sent < 500_000_000) {
        sent += 65_536
        if (!response.write(Buffer.alloc(65_536))) return response.once('drain', pour)
      }
      return response
    }
    pour()
  })
  expect(await out(plain())).toEqual({ status: 200, trouble: null })
  expect(sent).toBeLessThan(50_000_000)
})

test('a name that takes too long to resolve, resolves to nothing, or is not known', async () => {
  expect(await out(plain(), { within: 100, resolve: () => new Promise(() => undefined) })).toMatchObject({
    trouble: 'slow',
  })
  expect(await out(plain(), { resolve: async () => [] })).toMatchObject({ trouble: 'unknown' })
  const unknown = Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
  expect(await out(plain(), { resolve: () => Promise.reject(unknown) })).toMatchObject({ trouble: 'unknown' })
})

test('a dead receiver, and one that hangs up, could not be reached', async () => {
  const gone = await openReceiver()
  await gone.close()
  expect(await out(`http://receiver.example:${gone.port}/`)).toEqual({ status: null, trouble: 'unreachable' })
  receiver.answers.push((request) => request.socket.destroy())
  expect(await out(plain())).toEqual({ status: null, trouble: 'unreachable' })
  const odd = createServer((socket) => socket.end('nothing that HTTP knows\r\n\r\n'))
  await new Promise<void>((done) => odd.listen(0, '127.0.0.1', done))
  const address = odd.address()
  const port = typeof address === 'object' ? address?.port : 0
  expect(await out(`http://receiver.example:${port}/`)).toEqual({ status: null, trouble: 'unreachable' })
  odd.close()
})

test.each([
  ['http://127.0.0.1', undefined],
  ['http://[::1]', undefined],
  ['http://[::ffff:127.0.0.1]', undefined],
  ['http://localhost', undefined],
  ['http://receiver.example', ['127.0.0.1']],
  ['http://receiver.example', ['::ffff:127.0.0.1']],
  ['http://receiver.example', ['8.8.8.8', '127.0.0.1']],
  ['http://receiver.example', ['127.0.0.1', '8.8.8.8']],
  ['https://receiver.example', ['169.254.169.254']],
  ['https://receiver.example', ['fd00:ec2::254']],
  ['https://receiver.example', ['100.100.100.200']],
])('%s, found at %s, gets nothing: it is private', async (address, found) => {
  const resolve = found && (async () => found.map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 })))
  expect(
    await send({
      address: `${address}:${receiver.port}/`,
      headers: {},
      body: '',
      inside: none,
      ...(resolve ? { resolve } : {}),
    }),
  ).toEqual({
    status: null,
    trouble: 'nowhere',
  })
  expect(receiver.heard).toEqual([])
})

test('a name that answers otherwise the second time is asked only once, and what was checked is reached', async () => {
  let asked = 0
  const rebinding = async () => [{ address: asked++ === 0 ? '192.0.0.9' : '127.0.0.1', family: 4 }]
  const allowed = insideNetworks({ [networksVariable]: '192.0.0.9' })
  expect(await out(plain(), { inside: allowed, resolve: rebinding, within: 300 })).toMatchObject({ status: null })
  expect([asked, receiver.heard]).toEqual([1, []])
})

test('what lies on the open internet is never reached without https', async () => {
  const outside = async () => [{ address: '8.8.8.8', family: 4 }]
  expect(await out('http://receiver.example/', { resolve: outside })).toEqual({ status: null, trouble: 'plain' })
})

test('a certificate of its own making, or for another name, proves nothing', async () => {
  expect(await out(`https://receiver.example:${secure.port}/`)).toEqual({ status: null, trouble: 'certificate' })
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, ownCertificate])
  try {
    expect(await out(`https://other.example:${secure.port}/`)).toEqual({ status: null, trouble: 'certificate' })
    expect(secure.heard).toEqual([])
    expect(await out(`https://receiver.example:${secure.port}/`)).toEqual({ status: 204, trouble: null })
    expect(secure.heard).toHaveLength(1)
  } finally {
    setDefaultCACertificates(before)
  }
})

test('a receiver that speaks plainly where https is asked for is not trusted', async () => {
  expect(await out(`https://receiver.example:${receiver.port}/`)).toEqual({ status: null, trouble: 'certificate' })
})
