// A page travels in the smallest form that the browser takes, and arrives as it was.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { squeeze } from './squeeze.ts'

const text = `<!doctype html><p>${'Olá, Zuzana Kováčová. '.repeat(200)}</p>`
const page = Buffer.from(text)

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['BR', 'br'],
  ['deflate, zstd', undefined],
  ['brotli, x-gzip', undefined],
  ['br; q=0', undefined],
  ['', undefined],
  [undefined, undefined],
])('A browser that takes “%s” gets %s', (accepts, encoding) => {
  expect(squeeze(page, accepts).encoding).toBe(encoding)
})

test('What arrives is what was sent, and smaller on the way', () => {
  const [br, gzip] = ['br', 'gzip'].map((accepts) => squeeze(page, accepts).body as Uint8Array)
  expect(brotliDecompressSync(br as Uint8Array).toString()).toBe(text)
  expect(gunzipSync(gzip as Uint8Array).toString()).toBe(text)
  expect(Math.max(br?.length ?? 0, gzip?.length ?? 0)).toBeLessThan(page.length / 5)
})

test('A very short answer travels as it is', () => {
  const short = Buffer.from('<p>Yes</p>')
  expect(squeeze(short, 'br')).toEqual({ body: short, encoding: undefined })
})
