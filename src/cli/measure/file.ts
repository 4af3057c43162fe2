/** Opens what was named on the command line: a file, a packed file, a workbook, or what is piped in. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { type OpenTable, openTable } from '../../modules/measurement/engine/reading/open-table.ts'
import type { Source } from '../../modules/measurement/engine/reading/text.ts'
import { CommandFailed } from '../verb.ts'

const CHUNK = 262_144

/**
 * Opens a table: `.gz` is unpacked, `-` is what is piped in.
 * @throws CommandFailed when there is no such file; Unreadable when it is no table
 */
export const openFile = async (path: string): Promise<OpenTable> => {
  if (path === '-') return openTable(process.stdin, { file: 'stdin' })
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new CommandFailed(`There is no file ${path}.`)
  return openTable(sourceOf(path), { file: basename(path) })
}

async function* sourceOf(path: string): Source & AsyncGenerator<Uint8Array> {
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
