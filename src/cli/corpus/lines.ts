/** Reads a file of JSON lines as a stream; what cannot be read is told with file and line. */
import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { z } from 'zod'
import { CommandFailed } from '../verb.ts'

const LONGEST_LINE = 4_000_000

/** One row and the line it stands in. */
export interface Row<T> {
  readonly line: number
  readonly row: T
}

/**
 * Rows as they come from the disk, some thousand at a time.
 * @param name how the file is called in what is told
 * @throws CommandFailed at the first line that is no row
 */
export async function* rowsOf<S extends z.ZodType>(
  path: string,
  name: string,
  schema: S,
): AsyncGenerator<Row<z.output<S>>[]> {
  const decoder = new StringDecoder('utf8')
  let [rest, line] = ['', 0]
  const read = (text: string): Row<z.output<S>>[] =>
    text.split('\n').flatMap((one) => {
      line += 1
      return one.trim() === '' ? [] : { line, row: rowIn(one, schema, `${name} line ${line}`) }
    })
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    rest += decoder.write(chunk as Buffer)
    const end = rest.lastIndexOf('\n')
    if (end < 0 && rest.length > LONGEST_LINE) throw new CommandFailed(`${name} line ${line + 1} does not end.`)
    if (end < 0) continue
    yield read(rest.slice(0, end))
    rest = rest.slice(end + 1)
  }
  rest += decoder.end()
  if (rest !== '') yield read(rest)
}

const rowIn = <S extends z.ZodType>(text: string, schema: S, where: string): z.output<S> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new CommandFailed(`${where} is no JSON: ${(error as Error).message.slice(0, 120)}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new CommandFailed(`${where}: ${issue?.path.join('.') || 'the row'}: ${issue?.message}`)
}
