/** Writes a copy as a ZIP: a page to read from disk, a file for programs per table, and the media. */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { ZipFile } from 'yazl'
import type { FileStore } from '../../../platform/files/store.ts'
import type { OwnTable } from '../../../platform/own-data/part.ts'
import type { Reader } from '../../people/contract.ts'
import { CopyIndex } from '../pages/copy-index.tsx'
import type { Gathered } from './gathering.ts'
import { look } from './look.ts'

const written = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/** The files of the tables; a table that came in several shares is one file. */
const tablesOf = ({ parts }: Gathered): Map<string, OwnTable['rows']> => {
  const files = new Map<string, OwnTable['rows']>()
  for (const { table, rows } of parts.flatMap(({ tables }) => tables))
    files.set(table, [...(files.get(table) ?? []), ...rows])
  return files
}

/** The archive as a stream; it is written while it is read. */
export const archiveOf = (
  gathered: Gathered,
  { files, reader, siteName }: { files: FileStore; reader: Reader; siteName: string },
): Readable => {
  const zip = new ZipFile()
  // A file that cannot be read ends this download, and nothing else.
  zip.on('error', (error) => (zip.outputStream as Readable).destroy(error as Error))
  const options = { mtime: gathered.at }
  const tables = tablesOf(gathered)
  const names = [...tables.keys()].map((table) => `data/${table}.json`)
  const index = renderToString(h(CopyIndex, { gathered, reader, siteName, names }))
  zip.addBuffer(Buffer.from(`<!doctype html>${index}`), 'index.html', options)
  zip.addBuffer(Buffer.from(look), 'look.css', options)
  for (const [table, rows] of tables) zip.addBuffer(written(rows), `data/${table}.json`, options)
  // One after the other, when its turn comes; what was taken back in this very moment is empty in the copy, too.
  for (const { name, key } of gathered.files)
    zip.addReadStreamLazy(name, { ...options, compress: false }, (give) => {
      files.open(key).then(
        (opened) => give(null, opened ? Readable.fromWeb(opened.stream as WebStream) : Readable.from([])),
        (error) => give(error, Readable.from([])),
      )
    })
  zip.end()
  return zip.outputStream as Readable
}
