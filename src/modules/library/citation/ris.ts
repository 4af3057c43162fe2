/** Writes references as RIS, one field a line, as reference managers read it. */
import type { CitedItem, CitedName } from './reference.ts'

// Our own writer, because the kept package's breaks words after 70 letters and drops the particles of names.
const types: Record<string, string> = {
  'article-journal': 'JOUR',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  thesis: 'THES',
  'paper-conference': 'CPAPER',
  motion_picture: 'VIDEO',
  webpage: 'ELEC',
}

const named = (name: CitedName): string => {
  if (name.literal !== undefined) return name.literal
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  return [[particle, name.family].filter(Boolean).join(' '), name.given, name.suffix].filter(Boolean).join(', ')
}

const linesOf = (item: CitedItem): [tag: string, value: string | undefined][] => {
  const [year, month, day] = item.issued?.['date-parts']?.[0] ?? []
  const [first, last] = String(item.page ?? '').split(/\s*[-–—]+\s*/)
  const two = (part: number | undefined) => (part ? String(part).padStart(2, '0') : '')
  return [
    ...(item.author ?? []).map((name): [string, string] => ['AU', named(name)]),
    ...(item.editor ?? []).map((name): [string, string] => [item.type === 'book' ? 'A3' : 'ED', named(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PY', year?.toString()],
    ['DA', year && month ? `${year}/${two(month)}/${two(day)}/` : undefined],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['ET', item.edition ?? item.version],
    ['M3', item.genre],
    ['M1', item.number],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['SN', item.ISBN],
    ['DO', item.DOI],
    ['UR', item.DOI ? `https://doi.org/${item.DOI}` : item.URL],
    ['LA', item.language],
    ['N1', item.note],
    ['ID', item.id],
  ]
}

const entryOf = (item: CitedItem): string => {
  const lines = linesOf(item).flatMap(([tag, value]) => {
    const said = String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    return said ? [`${tag}  - ${said}\r\n`] : []
  })
  return `TY  - ${types[item.type] ?? 'GEN'}\r\n${lines.join('')}ER  - \r\n`
}

/** One entry after the other, with an empty line between. */
export const risOf = (items: readonly CitedItem[]): string => items.map(entryOf).join('\r\n')
