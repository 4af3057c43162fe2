/** Tables of counts, where it is known which cells add up to which, but not who is in them. */
import { type Refused, refused } from '../refused.ts'
import type { AnswerKind, Table } from './table.ts'

/** Counts with what is declared about them. */
export interface DeclaredCounts {
  readonly id: string
  readonly about: readonly string[]
  readonly kind: AnswerKind
  /** Cells that are not divided further. */
  readonly leaves: Readonly<Record<string, number>>
  /** Which cells each sum consists of: leaves, or other sums. `{ all: ['staff', 'families'] }` */
  readonly sums: Readonly<Record<string, readonly string[]>>
}

/**
 * One table for each sum, ready for `suppress`; cells are called `id: name`.
 * @returns Refused for a cell that is not declared, a sum of itself, or a count that is none
 */
export const tablesOf = ({ id, about, kind, leaves, sums }: DeclaredCounts): Table[] | Refused => {
  const respondents = new Map<string, ReadonlySet<string>>()
  for (const [name, count] of Object.entries(leaves)) {
    if (!Number.isInteger(count) || count < 0) return refused(`${name} is no count.`)
    respondents.set(name, new Set(Array.from({ length: count }, (_, at) => `${id}: ${name} ${at}`)))
  }
  const wrong = Object.keys(sums)
    .map((sum) => fill(sum, sums, respondents, []))
    .find((one) => one !== undefined)
  if (wrong !== undefined) return refused(wrong)
  const cell = (name: string) => ({ id: `${id}: ${name}`, respondents: respondents.get(name) ?? new Set<string>() })
  return Object.entries(sums).map(([sum, parts]) => ({
    id: `${id}: ${sum}`,
    about,
    kind,
    whole: cell(sum),
    cells: parts.map(cell),
  }))
}

const fill = (
  name: string,
  sums: DeclaredCounts['sums'],
  respondents: Map<string, ReadonlySet<string>>,
  above: readonly string[],
): string | undefined => {
  if (respondents.has(name)) return undefined
  if (above.includes(name)) return `${name} is a part of itself.`
  const parts = sums[name]
  if (!parts) return `${name} is neither a count nor a sum.`
  for (const part of parts) {
    const wrong = fill(part, sums, respondents, [...above, name])
    if (wrong !== undefined) return wrong
  }
  respondents.set(name, new Set(parts.flatMap((part) => [...(respondents.get(part) ?? [])])))
  return undefined
}
