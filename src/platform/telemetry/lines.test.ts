// The log: a line for each thing, gathered for a moment, as JSON for programs and as text for people.
import { expect, test, vi } from 'vitest'
import { asText, type Happened, openLog } from './lines.ts'

const at = new Date('2026-11-24T10:00:00.123Z')
const request: Happened = {
  what: 'request',
  id: 'a1-2',
  method: 'GET',
  route: '/c/:slug',
  status: 200,
  ms: 12.3,
  db_ms: 4,
  bytes: 5120,
}

test('JSON lines are gathered, and written at once when asked', () => {
  const said: string[] = []
  const log = openLog(
    'json',
    (lines) => said.push(lines),
    () => at,
  )
  log.write(request)
  log.write({ ...request, route: '/a"b', bytes: null, cut: true })
  log.write({ what: 'slow statement', by: 'job a:b', ms: 300, sql: 'select $1' })
  expect(said).toEqual([])
  log.flush()
  log.flush()
  expect(said).toHaveLength(1)
  const lines = said[0]
    ?.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toEqual([
    { level: 'info', at: at.toISOString(), ...request },
    { level: 'info', at: at.toISOString(), ...request, route: '/a"b', bytes: null, cut: true },
    { level: 'warn', at: at.toISOString(), what: 'slow statement', by: 'job a:b', ms: 300, sql: 'select $1' },
  ])
})

test('Nothing waits longer than a moment, and a flood does not wait at all', () => {
  vi.useFakeTimers()
  let said = ''
  const log = openLog('json', (lines) => {
    said += lines
  })
  log.write(request)
  vi.advanceTimersByTime(250)
  expect(said).toContain('"a1-2"')
  said = ''
  for (let i = 0; i < 200; i++) log.write(request)
  expect(said.length).toBeGreaterThan(16_000)
  vi.useRealTimers()
})

test('Off says nothing', () => {
  const say = vi.fn()
  const log = openLog('off', say)
  log.write(request)
  log.flush()
  expect(say).not.toHaveBeenCalled()
})

test.each<[Happened, string]>([
  [request, '10:00:00.123 200 GET /c/:slug  12.3 ms (database 4)  5120 bytes  a1-2'],
  [
    { ...request, bytes: null, cut: true },
    '10:00:00.123 200 GET /c/:slug  12.3 ms (database 4)  ? bytes  a1-2  cut off',
  ],
  [
    { what: 'slow transaction', by: 'GET /search', ms: 250, waited_ms: 200 },
    '10:00:00.123 slow transaction of GET /search: 250 ms (waited 200)',
  ],
  [
    { what: 'slow statement', by: 'job a:b', ms: 250, sql: 'select 1' },
    '10:00:00.123 slow statement of job a:b: 250 ms  select 1',
  ],
])('As text: %j', (happened, text) => expect(asText(at, happened)).toBe(text))
