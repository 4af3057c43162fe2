// What a law is: a name, a look at the tree, and findings that each say where the thing belongs instead.
import type { Tree } from './tree.ts'

/** One thing that breaks a law: where it stands and, in `says`, where it belongs instead. */
export interface Finding {
  readonly file: string
  readonly line?: number
  readonly says: string
}

/** What a look found, and how much it saw: a count of 0 is a failure, for a blind law finds nothing. */
export interface Verdict {
  readonly findings: readonly Finding[]
  readonly seen: Readonly<Record<string, number>>
}

export interface Law {
  readonly name: string
  readonly look: (tree: Tree) => Verdict
}

/** The judged law, as `--json` prints it. */
export interface Judgement extends Verdict {
  readonly name: string
  readonly ok: boolean
}

/** Looks with one law; a law that saw nothing of a kind it counts gets a finding of its own. */
export function judge(law: Law, tree: Tree): Judgement {
  const { findings, seen } = law.look(tree)
  const blind = Object.entries(seen)
    .filter(([, count]) => count === 0)
    .map(([kind]) => ({
      file: `checks/${law.name}.ts`,
      says: `saw no ${kind}: a law that sees nothing proves nothing`,
    }))
  const all = [...findings, ...blind]
  return { name: law.name, ok: all.length === 0, findings: all, seen }
}

/** The line a person reads: `ok  floors: 12 modules, 143 files` or `FAIL floors: …` and one line per finding. */
export function tell({ name, ok, findings, seen }: Judgement): string {
  const counts = Object.entries(seen).map(([kind, count]) => `${count} ${kind}`)
  const head = `${ok ? 'ok  ' : 'FAIL'} ${name}: ${counts.join(', ')}`
  return [head, ...findings.map(told)].join('\n')
}

function told({ file, line, says }: Finding): string {
  return `     ${file}${line === undefined ? '' : `:${line}`} ${says}`
}
