/** Keeps readers of facts reading: woken by the ring after a commit, and every few seconds by themselves. */
import pg from 'pg'
import type { Database } from '../db/database.ts'
import { report } from '../telemetry/report.ts'
import { type FactReader, placeReader, readBatch, settleFacts } from './reader.ts'
import { factsChannel } from './record.ts'

const LOOK_EVERY_MS = 3_000
const AGAIN_AFTER_MS = 10_000
const BATCH = 200

/** Readers at work; `stop` waits until what they do is done. */
export interface Reading {
  stop(): Promise<void>
}

/** Hears the channel on a connection of its own and opens it again when it breaks. */
const listen = (url: string, wake: () => void) => {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const again = () => {
    client = undefined
    if (!stopped) timer = setTimeout(open, AGAIN_AFTER_MS)
  }
  const open = async () => {
    const opened = new pg.Client({ connectionString: url, keepAlive: true })
    client = opened
    opened.on('error', () => undefined)
    opened.on('notification', wake)
    try {
      await opened.connect()
      opened.once('end', again)
      await opened.query(`listen ${factsChannel}`)
      wake()
    } catch {
      // Polling goes on; a pooler that passes no notifications only makes it slower.
      await opened.end().catch(() => undefined)
      if (client === opened) again()
    }
  }
  void open()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}

/** Begins; `ring` is called besides, whenever there may be new facts. One turn at a time in this process, and the place in the database lets only one process read at once. */
export const keepReading = (db: Database, url: string, readers: readonly FactReader[], ring = () => {}): Reading => {
  let stopped = false
  let due = true
  let turning: Promise<void> | undefined
  let placed = false
  const turn = async () => {
    if (!placed) {
      if (await settleFacts(db)) report('facts', new Error('The database moved: facts were set right again'))
      for (const reader of readers) await placeReader(db, reader)
      placed = true
    }
    for (const reader of readers)
      try {
        while (!stopped && (await readBatch(db, reader, BATCH)) === BATCH);
      } catch (error) {
        report(`reader of facts ${reader.name}`, error)
      }
  }
  const wake = () => {
    due = true
    if (turning || stopped) return
    turning = (async () => {
      while (due && !stopped) {
        due = false
        await turn().catch((error) => report('readers of facts', error))
      }
      turning = undefined
    })()
  }
  const timer = setInterval(wake, LOOK_EVERY_MS)
  const deafen = listen(url, () => {
    ring()
    wake()
  })
  wake()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await deafen()
      await turning
    },
  }
}
