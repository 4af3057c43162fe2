/** Text comes out of bytes: UTF-8, UTF-16 with a mark, or Windows-1252 when UTF-8 it cannot be. */
import { type Note, note } from '../note.ts'
import { Unreadable } from './unreadable.ts'

/** What a file is read from: chunks of bytes, or of text that somebody decoded already. */
export type Source = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>

/**
 * The text of a source, without its byte-order mark. What was assumed is pushed to `notes`.
 * @throws Unreadable when the bytes are no text
 */
export async function* textOf(source: Source, file: string, notes: Note[]): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let plain = true
  let first = true
  for await (const chunk of source) {
    if (typeof chunk === 'string') yield first ? chunk.replace(/^\ufeff/, '') : chunk
    else {
      decoder ??= decoderFor(chunk, notes)
      const text = attempt(decoder, chunk)
      if (text !== undefined) {
        plain &&= text.length === chunk.length
        yield text
      } else if (plain) {
        notes.push(note('reading', 'The file is not UTF-8; it was read as Windows-1252.'))
        decoder = new TextDecoder('windows-1252')
        yield decoder.decode(chunk, { stream: true })
      } else throw new Unreadable({ file }, 'is neither UTF-8 nor Windows-1252 throughout; save it as UTF-8')
    }
    first = false
  }
  if (decoder && attempt(decoder) === undefined) throw new Unreadable({ file }, 'ends in the middle of a letter')
}

const decoderFor = (chunk: Uint8Array, notes: Note[]): TextDecoder => {
  const [a, b] = chunk
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined
  if (wide) notes.push(note('reading', `The file is ${wide.toUpperCase()}, as its first bytes say.`))
  return new TextDecoder(wide ?? 'utf-8', { fatal: true })
}

const attempt = (decoder: TextDecoder, chunk?: Uint8Array): string | undefined => {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    return undefined
  }
}
