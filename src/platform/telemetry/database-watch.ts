/** Looks on while the database works: adds up for requests, tells of what is slow and who made it. */
import type { DatabaseWatch, PoolState } from '../db/watch.ts'
import { doingNow } from './doing.ts'
import { type Log, short } from './lines.ts'

/** What is measured in numbers, where somebody gathers them; seconds. */
export interface Gathered {
  transaction(kind: string, seconds: number, waited: number): void
  statement(seconds: number): void
  slow(by: string): void
}

/** The observer, and what the pools hold as soon as they are open. */
export interface Watching extends DatabaseWatch {
  readonly pools: () => Readonly<Record<string, PoolState>>
}

const LONGEST_TEXT = 2000

/** A statement on one line, without the room between its words. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT)

/**
 * @param slowMs from how many milliseconds on something is slow, as the program saw it
 * @param clock milliseconds of a clock that only goes forward
 */
export const watchDatabase = (
  log: Log,
  slowMs: number,
  gathered: () => Gathered | undefined,
  clock: () => number = () => performance.now(),
): Watching => {
  let pools: Watching['pools'] = () => ({})
  // On one connection answers come in turn: a statement began when the one before it was answered.
  const lastAnswer = new WeakMap<object, number>()
  const slow = (what: 'slow statement' | 'slow transaction', ms: number, by: string, more: object): void => {
    const { id } = doingNow() ?? {}
    log.write({ what, ...(id === undefined ? {} : { id }), by, ms: short(ms), ...more })
    gathered()?.slow(by)
  }
  const nameOr = (why: string | undefined) => doingNow()?.name() ?? why ?? 'start'
  return {
    pools: () => pools(),
    opened: (asked) => {
      pools = asked
    },
    asked: (kind, why) => {
      const doing = doingNow()
      const asked = clock()
      let begun = asked
      return {
        begun: () => {
          begun = clock()
        },
        ended: () => {
          const ms = clock() - asked
          if (doing) doing.databaseMs += ms
          gathered()?.transaction(kind, (asked + ms - begun) / 1000, (begun - asked) / 1000)
          if (ms >= slowMs) slow('slow transaction', ms, nameOr(why), { waited_ms: short(begun - asked) })
        },
      }
    },
    sent: (connection, text) => {
      const sent = clock()
      return () => {
        const answered = clock()
        const ms = answered - Math.max(sent, lastAnswer.get(connection) ?? 0)
        lastAnswer.set(connection, answered)
        gathered()?.statement(ms / 1000)
        if (ms >= slowMs) slow('slow statement', ms, nameOr(undefined), { sql: oneLine(text) })
      }
    },
  }
}
