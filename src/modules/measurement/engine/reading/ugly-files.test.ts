// Files as people send them are read, and what was assumed is said.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textAt } from './column.ts'
import { openTable } from './open-table.ts'
import { readTable } from './read-table.ts'
import { Unreadable } from './unreadable.ts'

const text = (header: string) => ({ kind: 'text', header }) as const
const number = (header: string, min?: number, max?: number) => ({ kind: 'number', header, min, max }) as const
const file = 'answers.csv'

const read = async (content: string | Uint8Array, missing?: string[]) => {
  const table = await readTable([content], { file, missing, columns: { id: text('id'), score: number('score', 1, 6) } })
  const ids = Array.from({ length: table.rows }, (_, row) => textAt(table.text('id'), row))
  return { ids, scores: [...table.numbers('score').values], says: table.notes.map(({ says }) => says) }
}

describe('Read alike', () => {
  test.each([
    ['as it should be', 'id,score\n007,3\n08,4.5\n', []],
    ['line ends of an old Macintosh', 'id,score\r007,3\r08,4.5\r', []],
    ['line ends of Windows, none at the end', 'id,score\r\n007,3\r\n08,4.5', []],
    ['a byte-order mark', '\ufeffid,score\n007,3\n08,4.5\n', []],
    ['semicolons and decimal commas', 'id;score\n007;3\n08;4,5\n', [/semicolons/, /1 number with a decimal comma/]],
    ['tabs', 'id\tscore\n007\t3\n08\t4.5\n', [/tabs/]],
    ['quotes', '"id","score"\n"007","3"\n"08","4.5"\n', []],
    ['another case', 'ID,Score\n007,3\n08,4.5\n', [/"ID" was read as id/, /"Score" was read as score/]],
    ['two letters swapped', 'id,socre\n007,3\n08,4.5\n', [/"socre" was read as score/]],
    ['names of rows without a header', 'id,score\n"1",007,3\n"2",08,4.5\n', [/one cell more/]],
    ['empty lines and a delimiter too many', 'id,score\n\n007,3,\n08,4.5\n\n', []],
    ['columns that nobody asked for', 'x,score,id\na,3,007\n"b, ""c""\nd",4.5,08\n', []],
  ])('%s', async (_, content, notes) => {
    const { ids, scores, says } = await read(content)
    expect(ids).toEqual(['007', '08'])
    expect(scores).toEqual([3, 4.5])
    expect(says).toHaveLength(notes.length)
    for (const [at, note] of notes.entries()) expect(says[at]).toMatch(note)
  })

  test('UTF-16 as Excel saves it, and Windows-1252', async () => {
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from('id\tscore\nJosé\t3\n', 'utf16le')])
    expect(await read(wide)).toMatchObject({ ids: ['José'], scores: [3] })
    const old = Buffer.from('id,score\nJosé,3\n', 'latin1')
    const { ids, says } = await read(old)
    expect(ids).toEqual(['José'])
    expect(says).toEqual(['The file is not UTF-8; it was read as Windows-1252.'])
  })

  test('Nothing, NA, a dot, NULL and -9 are missing, and are counted; a declared code, too', async () => {
    const { scores, says } = await read('id,score\na,\nb,NA\nc,.\nd,-9\ne,77\nf,1\nNA,2\n', ['77'])
    expect(scores).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1, 2])
    expect(says).toEqual([
      'id: 1 cell "NA" read as missing.',
      'score: 1 cell empty, 1 cell "NA", 1 cell ".", 1 cell "-9" and 1 cell "77" read as missing.',
    ])
  })

  test('-9 is a number like any other where it may be one', async () => {
    const table = await readTable(['t\n-9\n3\n'], { file, columns: { t: number('t', -20, 40) } })
    expect([...table.numbers('t').values]).toEqual([-9, 3])
  })

  test('One column keeps its decimal commas', async () => {
    const table = await readTable(['score\n3,5\n4\n'], { file, columns: { score: number('score', 1, 6) } })
    expect([...table.numbers('score').values]).toEqual([3.5, 4])
  })

  test('Numbers alone are no header', async () => {
    const table = await readTable(['1,2\n2,3\n'], { file, columns: { a: number('1'), b: number('2') } })
    expect([...table.numbers('b').values]).toEqual([2, 3])
    expect(table.notes[0]?.says).toMatch(/no header/)
  })
})

describe('Refused, with the place', () => {
  test.each([
    ['a word', 'id,score\na,3\nb,many\n', 'answers.csv, line 3, column 2 (score): "many" is not a number'],
    ['outside', 'id,score\na,9\n', 'answers.csv, line 2, column 2 (score): 9 lies outside 1 to 6'],
    ['a thousand or a decimal', 'id,score\na,"1,234"\n', 'line 2, column 2 (score): "1,234" may be a thousand'],
    ['thousands', 'id;score\na;1.234,5\n', 'line 2, column 2 (score): "1.234,5" cannot be read as one number'],
    ['decimal commas without quotes', 'id,score\n1,3,5\n2,4,5\n', 'line 2: has 3 cells where the header has 2: put'],
    ['a cell too few', 'id,score\na,3\nb\n', 'answers.csv, line 3, column 1: has 1 cell where the header has 2'],
    ['a cell too many', 'id,score\na,3\nb,4,5\n', 'answers.csv, line 3, column 3: has 3 cells'],
    ['a quote that stays open', 'id,score\na,"3\nb,4\n', 'a quote is opened and never closed'],
    ['no such column', 'id,points\na,3\n', 'answers.csv, line 1: there is no column score; there is id, points'],
    ['two of one name', 'id,score,score\na,3,4\n', 'answers.csv, line 1: two columns are called score'],
    ['two that may be meant', 'id,Score,SCORE\na,3,4\n', '"Score" and "SCORE" may both be score'],
    ['nothing', '', 'answers.csv: is empty'],
    ['a word after a quoted line break', 'id,score\n"a\nb",3\nc,many\n', 'line 4, column 2 (score)'],
    ['a word in an old file', 'id,score\ra,3\rb,many\r', 'line 3, column 2 (score)'],
  ])('%s', async (_, content, message) => {
    const error = await read(content).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Unreadable)
    expect((error as Unreadable).message).toContain(message)
  })

  test('Bytes that are no text', async () => {
    const broken = Buffer.concat([Buffer.from('id,score\nJosé,3\n'), Buffer.from([0xe9, 0x2c, 0x33])])
    await expect(
      readTable([broken.subarray(0, 17), broken.subarray(17)], { file, columns: { id: text('id') } }),
    ).rejects.toThrow('neither UTF-8 nor Windows-1252')
    await expect(openTable([gzipSync('id,score\n')], { file })).resolves.toMatchObject({ shape: 'table' })
  })
})

test('It stops when it is told to, and says how far it is', async () => {
  const stop = new AbortController()
  const heard: number[] = []
  const endless = async function* () {
    yield 'id,score\n'
    for (;;) yield 'a,1\n'.repeat(20_000)
  }
  const reading = readTable(endless(), {
    file,
    columns: { score: number('score') },
    stop: stop.signal,
    heard: (rows) => heard.push(rows) > 3 && stop.abort(),
  })
  await expect(reading).rejects.toThrow('aborted')
  expect(heard.at(-1)).toBeGreaterThan(10_000)
})

test('Whatever is written comes back, in any cut of the bytes and any dialect', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '🙂', '"', ',', ';', '\t', '\n', ' ', '9'), maxLength: 6 })
  const wellKnown = fc.array(fc.tuple(cell, fc.integer({ min: 1, max: 6 })), { minLength: 3, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(
      wellKnown,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 50 }),
      async (rows, delimiter, end, cut) => {
        const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`
        const lines = ['id,score,more'.replaceAll(',', delimiter)]
        for (const [id, score] of rows) lines.push([quoted(`x${id}`), String(score), 'm'].join(delimiter))
        const bytes = Buffer.from(lines.join(end) + end)
        const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, at) =>
          bytes.subarray(at * cut, (at + 1) * cut),
        )
        const table = await readTable(chunks, { file, columns: { id: text('id'), score: number('score', 1, 6) } })
        const back = rows.map((_, row) => [textAt(table.text('id'), row), table.numbers('score').values[row]])
        expect(back).toEqual(rows.map(([id, score]) => [`x${id}`.trim(), score]))
      },
    ),
    { numRuns: 150 },
  )
})
