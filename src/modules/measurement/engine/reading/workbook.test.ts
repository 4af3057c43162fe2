// The first sheet of a workbook is a table like any other; what is no workbook is refused.
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Unreadable } from './unreadable.ts'
import { sheetAsCsv } from './workbook.ts'

/** A zip as Excel writes it, of these files. */
const zip = (files: Record<string, string>): Buffer => {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(Buffer.byteLength(text), 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const csv = (bytes: Buffer) => [...sheetAsCsv(bytes, 'ties.xlsx')].join('')

test('Numbers, shared words, words in place, holes and empty rows', () => {
  const bytes = zip({
    'xl/sharedStrings.xml': '<sst><si><t>from</t></si><si><r><t>a "b"</t></r><r><t>, c</t></r></si></sst>',
    'xl/worksheets/sheet2.xml': sheet('<row r="1"><c r="A1"><v>99</v></c></row>'),
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>to</t></is></c><c r="C1"><v>7</v></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>2.5</v></c></row>`,
    ),
  })
  expect(csv(bytes)).toBe('from,to,7\n\n"a ""b"", c",,2.5\n')
})

test.each([
  ['no zip', Buffer.from('from,to\n1,2\n')],
  ['no sheet', zip({ 'word/document.xml': '<w/>' })],
  ['no XML', zip({ 'xl/worksheets/sheet1.xml': '<worksheet><row' })],
  ['cut short', zip({ 'xl/worksheets/sheet1.xml': sheet('') }).subarray(40)],
])('Refused: %s', (_, bytes) => {
  expect(() => csv(bytes)).toThrow(Unreadable)
})
