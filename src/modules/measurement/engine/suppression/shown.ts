/** What readers know so far, about each kind of answers: every further cell is tried against it. */
import { fewDerivable, type Verdict } from './derivable.ts'
import { type AnswerKind, LEAST } from './table.ts'

/** Grows only: what was shown cannot be taken back from those who saw it. */
export class Shown {
  readonly #groups = new Map<string, ReadonlySet<string>[]>()

  /** Whether few people could be singled out if this group were shown, too. */
  wouldSingleOut(kind: AnswerKind, about: readonly string[], group: ReadonlySet<string>): Verdict {
    for (const one of about) {
      const groups = [...this.#about(kind, one), group]
      const verdict = kind === 'text' ? fewInCommon(groups) : fewDerivable(groups, LEAST.closed)
      if (verdict !== 'no') return verdict
    }
    return 'no'
  }

  add(kind: AnswerKind, about: readonly string[], group: ReadonlySet<string>): void {
    for (const one of about) this.#about(kind, one).push(group)
  }

  #about(kind: AnswerKind, about: string): ReadonlySet<string>[] {
    const key = `${kind} ${about}`
    const groups = this.#groups.get(key) ?? []
    this.#groups.set(key, groups)
    return groups
  }
}

/**
 * Words can be recognised wherever they stand: whoever reads the texts of two groups knows which stand in both and which in
 * one of them. So everybody is hidden among ten in every group that the lists divide people into.
 */
const fewInCommon = (groups: readonly ReadonlySet<string>[]): Verdict => {
  const memberships = new Map<string, string>()
  groups.forEach((group, row) => {
    for (const person of group) memberships.set(person, `${memberships.get(person) ?? ''}${row} `)
  })
  const sizes = new Map<string, number>()
  for (const pattern of memberships.values()) sizes.set(pattern, (sizes.get(pattern) ?? 0) + 1)
  return [...sizes.values()].some((size) => size < LEAST.text) ? 'yes' : 'no'
}
