/** Writes the log: a line for each thing that happened, as JSON for programs or as text for people. */

/** How the log is written. */
export const logForms = ['json', 'text', 'off'] as const
/** A form of the log. */
export type LogForm = (typeof logForms)[number]

/** One thing that happened; never a name, an address or anybody's words. */
export type Happened =
  | {
      readonly what: 'request'
      readonly id: string
      readonly method: string
      readonly route: string
      readonly status: number
      readonly ms: number
      readonly db_ms: number
      readonly bytes: number | null
      /** The caller went away before everything was sent. */
      readonly cut?: true
    }
  | {
      readonly what: 'slow statement' | 'slow transaction'
      readonly id?: string
      /** Who made it: a route or a job. */
      readonly by: string
      readonly ms: number
      /** The statement without its values. */
      readonly sql?: string
      /** Of `ms`, how long it waited for a connection. */
      readonly waited_ms?: number
    }

/** A log; what is written is gathered for a moment. */
export interface Log {
  write(happened: Happened): void
  /** Writes what was gathered, at once. */
  flush(): void
}

const GATHERED_MS = 250
const GATHERED_LENGTH = 16_384

/** Tenths of a millisecond are enough. */
export const short = (ms: number): number => Math.round(ms * 10) / 10

/** One line as text. Pure. */
export const asText = (at: Date, happened: Happened): string => {
  const time = at.toISOString().slice(11, 23)
  if (happened.what === 'request') {
    const { method, route, status, ms, db_ms: database, bytes, id, cut } = happened
    return `${time} ${status} ${method} ${route}  ${ms} ms (database ${database})  ${bytes ?? '?'} bytes  ${id}${cut ? '  cut off' : ''}`
  }
  const { what, by, ms, sql, waited_ms: waited } = happened
  return `${time} ${what} of ${by}: ${ms} ms${waited === undefined ? '' : ` (waited ${waited})`}${sql === undefined ? '' : `  ${sql}`}`
}

/** One line as JSON; a request's is put together by hand, for there is one each time. Only the route needs quoting. Pure. */
const asJson = (at: Date, happened: Happened): string => {
  const time = at.toISOString()
  if (happened.what !== 'request') return `${JSON.stringify({ level: 'warn', at: time, ...happened })}\n`
  const { id, method, route, status, ms, db_ms: database, bytes, cut } = happened
  return `{"level":"info","at":"${time}","what":"request","id":"${id}","method":"${method}","route":${JSON.stringify(route)},"status":${status},"ms":${ms},"db_ms":${database},"bytes":${bytes}${cut ? ',"cut":true' : ''}}\n`
}

/** Opens a log. `say` takes one or several whole lines. */
export const openLog = (form: LogForm, say: (lines: string) => void, now: () => Date = () => new Date()): Log => {
  if (form === 'off') return { write: () => undefined, flush: () => undefined }
  let gathered = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (gathered !== '') say(gathered)
    gathered = ''
  }
  return {
    flush,
    write: (happened) => {
      const at = now()
      gathered += form === 'json' ? asJson(at, happened) : `${asText(at, happened)}\n`
      if (gathered.length > GATHERED_LENGTH) flush()
      else timer ??= setTimeout(flush, GATHERED_MS).unref()
    },
  }
}
