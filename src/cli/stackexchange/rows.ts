/** Reads the rows of one file of a Stack Exchange archive as they stream by, in constant memory. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { SaxesParser } from 'saxes'
import { CommandFailed } from '../verb.ts'

/** The attributes of one `<row>`. */
export type Row = Readonly<Record<string, string>>

/**
 * The rows of a file, some at a time.
 * @param root the element that holds them, such as `posts`
 * @param stop ends the reading when it is aborted
 * @throws CommandFailed with file, line and column where it stops being XML, or is no such archive
 */
export async function* rowsOf(path: string, root: string, stop?: AbortSignal): AsyncGenerator<Row[]> {
  const name = basename(path)
  const parser = new SaxesParser()
  let rows: Row[] = []
  let depth = 0
  const broken = (why: string) =>
    new CommandFailed(`${name} cannot be read at line ${parser.line}, column ${parser.column}: ${why}`)
  parser.on('error', ({ message }) => {
    throw broken(message.replace(/^\d+:\d+: /, '').replace(/\.?$/, '.'))
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding))
      throw broken(`it says to be in ${encoding}, and only UTF-8 is known.`)
  })
  parser.on('opentag', (tag) => {
    if (depth === 0 && tag.name !== root)
      throw broken(`it begins with <${tag.name}>, and a Stack Exchange archive has <${root}> there.`)
    if (depth === 1 && tag.name === 'row') rows.push(tag.attributes as Record<string, string>)
    depth += 1
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  for await (const text of textOf(path, broken, stop)) {
    parser.write(text)
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
  parser.close()
  if (rows.length > 0) yield rows
}

async function* textOf(path: string, broken: (why: string) => Error, stop?: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw broken('what follows is not UTF-8.')
    }
  }
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024, signal: stop }))
    yield decode(bytes as Buffer)
  yield decode()
}
