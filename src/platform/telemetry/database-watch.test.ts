// Who is blamed when the database is slow: the statement that was, by the name of what made it.
import { expect, test } from 'vitest'
import { oneLine, watchDatabase } from './database-watch.ts'
import { type Doing, during } from './doing.ts'
import type { Happened } from './lines.ts'

const watching = (slowMs = 100) => {
  const told: Happened[] = []
  const gathered = { transaction: [] as number[][], statement: [] as number[], slow: [] as string[] }
  const time = { at: 1000 }
  const watch = watchDatabase(
    { write: (happened) => told.push(happened), flush: () => undefined },
    slowMs,
    () => ({
      transaction: (_kind, ...seconds) => gathered.transaction.push(seconds),
      statement: (seconds) => gathered.statement.push(seconds),
      slow: (by) => gathered.slow.push(by),
    }),
    () => time.at,
  )
  return { watch, told, gathered, time }
}
const page: Doing = { id: 'a-1', name: () => 'GET /c/:slug', databaseMs: 0 }

test('Of a flight of three only the slow one is told, with its time alone', () => {
  const { watch, told, gathered, time } = watching()
  const connection = {}
  const answered = ['select 1', 'select\n  2', 'select 3'].map((text) => watch.sent(connection, text))
  during(page, () => {
    for (const [index, ms] of [5, 150, 10].entries()) {
      time.at += ms
      answered[index]?.()
    }
  })
  expect(told).toEqual([{ what: 'slow statement', id: 'a-1', by: 'GET /c/:slug', ms: 150, sql: 'select 2' }])
  expect(gathered.statement).toEqual([0.005, 0.15, 0.01])
  expect(gathered.slow).toEqual(['GET /c/:slug'])
})

test('Waiting for a connection is told beside the work, and a request knows its sum', () => {
  const { watch, told, gathered, time } = watching()
  const doing = { ...page }
  during(doing, () => {
    for (const waited of [120, 0]) {
      const flight = watch.asked('read')
      time.at += waited
      flight.begun()
      time.at += 10
      flight.ended()
    }
  })
  expect(doing.databaseMs).toBe(140)
  expect(gathered.transaction).toEqual([
    [0.01, 0.12],
    [0.01, 0],
  ])
  expect(told).toEqual([{ what: 'slow transaction', id: 'a-1', by: 'GET /c/:slug', ms: 130, waited_ms: 120 }])
})

test('Where nobody said who, the reason for passing the walls says it', () => {
  const { watch, told, time } = watching()
  const flight = watch.asked('system', 'facts')
  flight.begun()
  time.at += 100
  flight.ended()
  expect(told).toMatchObject([{ by: 'facts', ms: 100 }])
})

test('The pools are known once they are open', () => {
  const { watch } = watching()
  expect(watch.pools()).toEqual({})
  watch.opened(() => ({ pages: { total: 3, idle: 1, waiting: 2 } }))
  expect(watch.pools()).toEqual({ pages: { total: 3, idle: 1, waiting: 2 } })
})

test('A long statement is cut, and stands on one line', () => {
  expect(oneLine('  select\n\t1  ')).toBe('select 1')
  expect(oneLine('x'.repeat(5000))).toHaveLength(2000)
})
