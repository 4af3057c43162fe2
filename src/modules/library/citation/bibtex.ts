/** Writes references as BibTeX that old and new LaTeX read: Latin accents as commands, every other script as it is. */
import type { CitedItem, CitedName } from './reference.ts'

// Our own writer, because the kept package's leaves out what is not Latin, and does not escape institutions.
const types: Record<string, string> = {
  'article-journal': 'article',
  book: 'book',
  chapter: 'incollection',
  report: 'techreport',
  thesis: 'phdthesis',
  'paper-conference': 'inproceedings',
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  ß: '\\ss{}',
  ø: '\\o{}',
  Ø: '\\O{}',
  æ: '\\ae{}',
  Æ: '\\AE{}',
  œ: '\\oe{}',
  Œ: '\\OE{}',
  ł: '\\l{}',
  Ł: '\\L{}',
}

const accents: Record<string, string> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0327': 'c',
  '\u0328': 'k',
}

const letter = (char: string): string => {
  const command = commands[char]
  if (command) return command
  if ('{}$&%#_'.includes(char)) return `\\${char}`
  const [base = '', mark = '', ...more] = char.normalize('NFD')
  const accent = accents[mark]
  return accent && more.length === 0 && /[a-z]/i.test(base) ? `{\\${accent} ${base}}` : char
}

/** A text as LaTeX reads it. White space is one space; runs of hyphens and quotes stay what they are. */
export const escapeLatex = (text: string): string =>
  [...text.normalize('NFC').replace(/\s+/g, ' ').trim()]
    .map(letter)
    .join('')
    .replace(/(?<=[-'?!])(?=[-'`])/g, '{}')

// Capitals inside a title stay capitals in every style, German nouns first of all.
const titled = (title: string): string =>
  title
    .trim()
    .split(/\s+/)
    .map((word, i) => (/\p{Lu}/u.test(i === 0 ? word.slice(1) : word) ? `{${escapeLatex(word)}}` : escapeLatex(word)))
    .join(' ')

// Held together by braces: what holds a sign that parts names, and Šafárik-Novák, whose first half would be read as a “von”.
const unbroken = (part: string): string => {
  const said = escapeLatex(part)
  return /,| and /i.test(part) || (said.startsWith('{') && part.includes('-')) ? `{${said}}` : said
}

const named = (name: CitedName): string => {
  const { family, given, suffix, literal } = name
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  const whole = literal ?? (given || particle || suffix ? undefined : family)
  if (whole !== undefined) return `{${escapeLatex(whole)}}`
  const parts = [[particle, family].filter(Boolean).join(' '), suffix, given].flatMap((part) => (part ? [part] : []))
  // “Last, Jr., First” has three places, also when the last one is empty.
  return `${parts.map(unbroken).join(', ')}${suffix && !given ? ', ' : ''}`
}

const listed = (names: readonly CitedName[] | undefined): string | undefined =>
  names && names.length > 0 ? names.map(named).join(' and ') : undefined

const dated = (item: CitedItem): Record<string, string | undefined> => {
  const [year, month, day] = item.issued?.['date-parts']?.[0] ?? []
  return { year: year?.toString(), month: month ? months[month - 1] : undefined, day: day?.toString() }
}

const fieldsOf = (item: CitedItem, type: string): Record<string, string | undefined> => {
  // A volume may have come as a number.
  const said = (text: string | undefined) => (text ? escapeLatex(String(text)) : undefined)
  const container = said(item['container-title'])
  const house = said(item.publisher)
  return {
    author: listed(item.author),
    editor: listed(item.editor),
    title: titled(item.title),
    ...(type === 'article' ? { journal: container } : type === 'misc' ? {} : { booktitle: container }),
    ...(type === 'misc' ? { howpublished: container ?? house } : {}),
    ...(type === 'techreport'
      ? { institution: house }
      : type === 'phdthesis'
        ? { school: house }
        : { publisher: house }),
    address: said(item['publisher-place']),
    ...dated(item),
    volume: said(item.volume),
    number: said(item.issue ?? item.number),
    pages: said(item.page)?.replace(/\s*[-–](\{\}-)?\s*/g, '--'),
    edition: said(item.edition),
    ...(type === 'techreport' || type === 'phdthesis' ? { type: said(item.genre) } : {}),
    isbn: item.ISBN,
    doi: item.DOI,
    // An address of the DOI would stand twice in a list.
    url: item.DOI ? undefined : item.URL,
    language: item.language,
    note: said(item.note),
  }
}

const entryOf = (item: CitedItem): string => {
  const type = types[item.type] ?? 'misc'
  const lines = Object.entries(fieldsOf(item, type)).flatMap(([name, value]) => {
    if (!value) return []
    return [`  ${name} = ${name === 'month' ? value : `{${value}}`},`]
  })
  return [`@${type}{${item.id},`, ...lines, '}', ''].join('\n')
}

/** One entry after the other; the key of each is the address (slug) of its entry in the library. */
export const bibtexOf = (items: readonly CitedItem[]): string => items.map(entryOf).join('\n')
