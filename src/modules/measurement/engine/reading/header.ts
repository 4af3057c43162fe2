/** Headers are found as they are written, in another case, under another usual name, or misspelt by a letter or two. */
import { type Note, note } from '../note.ts'
import { Unreadable } from './unreadable.ts'

/** What is looked for: the header as asked, and other names under which it is usual. */
export interface Sought {
  readonly header: string
  readonly aliases?: readonly string[] | undefined
}

/** Which column it is, and a note when the header is not written as asked. */
export interface Found {
  readonly index: number
  readonly notes: readonly Note[]
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '')

/** Finds a column, or answers undefined. Two columns that fit equally well are refused. */
export const columnOf = (headers: readonly string[], sought: Sought, file: string): Found | undefined => {
  const exact = headers.indexOf(sought.header)
  if (exact >= 0) {
    if (headers.indexOf(sought.header, exact + 1) < 0) return { index: exact, notes: [] }
    throw new Unreadable({ file, line: 1 }, `two columns are called ${sought.header}; give each a name of its own`)
  }
  for (const fits of waysFor(sought)) {
    const hits = headers.flatMap((header, index) => (fits(plain(header)) ? [index] : []))
    const [index] = hits
    if (index === undefined) continue
    if (hits.length > 1) throw new Unreadable({ file, line: 1 }, twoFit(headers, hits, sought.header))
    return { index, notes: [note('reading', `"${headers[index]}" was read as ${sought.header}.`)] }
  }
  return undefined
}

/** Finds a column that must be there. */
export const columnNamed = (headers: readonly string[], sought: Sought, file: string): Found => {
  const found = columnOf(headers, sought, file)
  if (found) return found
  const there = headers.slice(0, 30).join(', ') + (headers.length > 30 ? ', …' : '')
  throw new Unreadable({ file, line: 1 }, `there is no column ${sought.header}; there is ${there}`)
}

const waysFor = ({ header, aliases = [] }: Sought): ((name: string) => boolean)[] => {
  const asked = plain(header)
  return [
    (name) => name === asked,
    ...aliases.map((alias) => (name: string) => name === plain(alias)),
    // A digit more is another item, never a misspelling: A1 and A2 are both right.
    (name) => asked.length >= 5 && /^\D*$/.test(asked + name) && distance(asked, name) <= (asked.length >= 8 ? 2 : 1),
    ...aliases.map((alias) => (name: string) => alias.length >= 5 && distance(plain(alias), name) <= 1),
  ]
}

const twoFit = (headers: readonly string[], hits: readonly number[], asked: string): string =>
  `${hits.map((index) => `"${headers[index]}"`).join(' and ')} may both be ${asked}; name the one that is meant`

/** How many letters are added, left out, changed or swapped with their neighbour. */
const distance = (one: string, other: string): number => {
  if (Math.abs(one.length - other.length) > 2) return 3
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? 0
}
