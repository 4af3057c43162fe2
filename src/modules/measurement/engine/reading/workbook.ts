/** A workbook (.xlsx) becomes the text of a table: its first sheet, as CSV, one line for each of its rows. */
import { inflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { Unreadable } from './unreadable.ts'

// A sheet that unpacks to more than this is no sheet of a school.
const LARGEST = 256 * 1024 * 1024

/**
 * Reads the first sheet of a workbook that is held in memory.
 * @throws Unreadable when it is no workbook
 */
export function* sheetAsCsv(bytes: Buffer, file: string): Generator<string> {
  const entries = entriesOf(bytes, file)
  const text = (name: string): string | undefined => {
    const entry = entries.get(name)
    return entry && unpacked(bytes, entry, file)
  }
  const sheet = [...entries.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort(bySheet)[0]
  const xml = sheet && text(sheet)
  if (!xml) throw new Unreadable({ file }, 'is not a workbook with a sheet')
  let at = 1
  for (const { row, cells } of parsed(xml, text('xl/sharedStrings.xml') ?? '<sst/>', file)) {
    // Empty rows keep their line, so that a line named in a refusal is the row of the sheet.
    for (; at < row; at += 1) yield '\n'
    yield `${cells.map(quoted).join(',')}\n`
    at += 1
  }
}

const parsed = (sheet: string, shared: string, file: string): Row[] => {
  try {
    return rowsOf(sheet, stringsOf(shared))
  } catch {
    throw new Unreadable({ file }, 'is damaged: its sheet is no XML')
  }
}

const bySheet = (one: string, other: string): number => Number(/\d+/.exec(one)) - Number(/\d+/.exec(other))
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

interface Entry {
  readonly at: number
  readonly packed: number
  readonly size: number
  readonly method: number
}

const entriesOf = (bytes: Buffer, file: string): Map<string, Entry> => {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw new Unreadable({ file }, 'is not a workbook')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new Unreadable({ file }, 'is damaged')
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      at: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      method: bytes.readUInt16LE(at + 10),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

const unpacked = (bytes: Buffer, { at, packed, size, method }: Entry, file: string): string => {
  if (size > LARGEST || at + 30 > bytes.length) throw new Unreadable({ file }, 'is damaged or too large')
  const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const body = bytes.subarray(begin, begin + packed)
  try {
    return (method === 0 ? body : inflateRawSync(body, { maxOutputLength: LARGEST })).toString('utf8')
  } catch {
    throw new Unreadable({ file }, 'is damaged: a part of it cannot be unpacked')
  }
}

const stringsOf = (xml: string): string[] => {
  const strings: string[] = []
  const parser = new SaxesParser()
  let [text, reading] = ['', false]
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = ''
    // Phonetic hints (rPh) hold a text, too, which is not the word.
    reading = name === 't' ? true : name === 'rPh' ? false : reading
  })
  parser.on('text', (more) => {
    if (reading) text += more
  })
  parser.on('closetag', ({ name }) => {
    if (name === 't') reading = false
    if (name === 'si') strings.push(text)
  })
  parser.write(xml).close()
  return strings
}

interface Row {
  readonly row: number
  readonly cells: string[]
}

const rowsOf = (xml: string, shared: readonly string[]): Row[] => {
  const rows: Row[] = []
  const parser = new SaxesParser()
  let [kind, column, value, reading] = ['', 0, '', false]
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Record<string, string>
    if (name === 'row') rows.push({ row: Number(given.r ?? (rows.at(-1)?.row ?? 0) + 1), cells: [] })
    if (name === 'c') {
      kind = given.t ?? 'n'
      column = given.r ? columnIn(given.r) : (rows.at(-1)?.cells.length ?? 0)
      value = ''
    }
    if (name === 'v' || name === 't') reading = true
  })
  parser.on('text', (more) => {
    if (reading) value += more
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'v' || name === 't') reading = false
    const cells = rows.at(-1)?.cells
    if (name !== 'c' || !cells || column > 16_384) return
    while (cells.length < column) cells.push('')
    cells[column] = kind === 's' ? (shared[Number(value)] ?? '') : value
  })
  parser.write(xml).close()
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  for (const { cells } of rows) while (cells.length > 0 && cells.length < width) cells.push('')
  return rows
}

/** AB12 is column 27, counted from 0. */
const columnIn = (reference: string): number =>
  [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
