/** Records come out of text one after the other, each with the line it ends on. */
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import type { OpenTable } from './open-table.ts'
import { Unreadable } from './unreadable.ts'

/** Long reading can be watched and stopped. */
export interface Watch {
  /** Told from time to time how many rows were read. */
  readonly heard?: ((rows: number) => void) | undefined
  readonly stop?: AbortSignal | undefined
}

/** Told each record; `line` answers where it ends in the file. */
export type OnRecord = (record: readonly string[], line: () => number) => void

/**
 * Reads a table to its end, the header left out. Empty lines are skipped.
 * @throws Unreadable when quotes do not close; whatever `onRecord` throws; the reason of `stop`
 */
export const eachRecord = async (table: OpenTable, { heard, stop }: Watch, onRecord: OnRecord): Promise<void> => {
  let rows = 0
  let skip = table.headed
  const parser = parse({
    delimiter: table.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (record: string[], { lines }) => {
      if (skip) skip = false
      else {
        onRecord(record, () => lines)
        rows += 1
      }
      return null
    },
  })
  const told = async function* () {
    for await (const text of table.text) {
      stop?.throwIfAborted()
      yield text
      heard?.(rows)
    }
  }
  try {
    await pipeline(told(), parser, drain, stop ? { signal: stop } : {})
  } catch (error) {
    stop?.throwIfAborted()
    throw error instanceof CsvError ? refused(error, table.file) : error
  }
}

const drain = async (records: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of records);
}

const refused = (error: CsvError, file: string): Unreadable => {
  const line = typeof error.lines === 'number' ? error.lines : undefined
  const reason = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is opened and never closed' : error.message
  return new Unreadable({ file, line }, reason)
}
