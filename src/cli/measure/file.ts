/** Opens what was named on the command line: a file, a packed file, a workbook, or what is piped in. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { type OpenTable, openTable } from '../../modules/measurement/engine/reading/open-table.ts'
import type { Source } from '../../modules/measurement/engine/reading/text.ts'
import { sheetAsCsv } from '../../modules/measurement/engine/reading/workbook.ts'
import { CommandFailed } from '../verb.ts'

const CHUNK = 262_144

/**
 * Opens a table: `.gz` is unpacked, of an `.xlsx` the first sheet is read, `-` is what is piped in.
 * @throws CommandFailed when there is no such file; Unreadable when it is no table
 */
export const openFile = async (path: string): Promise<OpenTable> => {
  if (path === '-') return openTable(process.stdin, { file: 'stdin' })
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new CommandFailed(`There is no file ${path}.`)
  return openTable(sourceOf(path), { file: basename(path) })
}

const sourceOf = (path: string): Source => (/\.xlsx$/i.test(path) ? sheetOf(path) : bytesOf(path))

async function* sheetOf(path: string): AsyncGenerator<string> {
  yield* sheetAsCsv(await readFile(path), basename(path))
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(path, { highWaterMark: CHUNK })
  if (!path.endsWith('.gz')) return yield* bytes
  const unpacked = bytes.pipe(createGunzip())
  bytes.on('error', (error) => unpacked.destroy(error))
  try {
    yield* unpacked
  } catch {
    throw new CommandFailed(`${basename(path)} cannot be unpacked; it is cut short or not packed by gzip.`)
  }
}
