/** The first records of a file tell how it is written: which delimiter, whether a header, whether a matrix. */

/** The delimiters that are tried. */
export const delimiters = [',', ';', '\t', '|'] as const
/** A delimiter. */
export type Delimiter = (typeof delimiters)[number]

/** How the beginning of a file is written. */
export interface Dialect {
  readonly delimiter: Delimiter
  readonly records: readonly (readonly string[])[]
}

/** The delimiter under which the first records are widest and most alike, and those records. */
export const dialectOf = (sample: string, whole: boolean): Dialect => {
  const tried = delimiters.map((delimiter) => ({ delimiter, records: recordsIn(sample, delimiter, whole) }))
  // One column: the delimiter is one that occurs nowhere, so that a decimal comma stays in its cell.
  if (tried.every(({ records: [first] }) => (first?.length ?? 0) < 2))
    return tried.find(({ delimiter }) => !sample.includes(delimiter)) ?? (tried[0] as Dialect)
  const scored = tried.map((dialect) => ({ dialect, score: scoreOf(dialect.records) }))
  const best = scored.reduce((most, next) => (next.score > most.score ? next : most))
  return best.dialect
}

const scoreOf = (records: readonly (readonly string[])[]): number => {
  const width = records[0]?.length ?? 0
  if (width < 2) return 0
  const alike = records.filter((record) => Math.abs(record.length - width) <= 1).length / records.length
  return alike * alike * (1 + Math.log2(width) / 10)
}

/** Up to a hundred records of a text; the last one is left out when the text was cut there. */
const recordsIn = (text: string, delimiter: string, whole: boolean): string[][] => {
  const records: string[][] = []
  let record: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length && records.length < 100; at += 1) {
    const char = text[at] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === delimiter) {
      record.push(cell)
      cell = ''
    } else if (char === '\n' || char === '\r') {
      if (record.length > 0 || cell !== '') records.push([...record, cell])
      record = []
      cell = ''
    } else cell += char
  }
  if (whole && records.length < 100 && (record.length > 0 || cell !== '')) records.push([...record, cell])
  return records
}
