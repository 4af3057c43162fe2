// How evenly others' counts are spread, measured by us and by numpy.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { picked } from '../../src/cli/measure/picked.ts'
import { type Equity, equityOf } from '../../src/modules/measurement/engine/equity/equity.ts'
import { isRefused } from '../../src/modules/measurement/engine/refused.ts'
import { quiet } from './desk.ts'
import { type ReferenceRow, same } from './row.ts'

type Figures = Readonly<Record<string, number>>

/** The spread of degrees in every `net-*` folder (degrees as the reference lists them), and of posts where it has them. */
export const equityRows = async (folder: string): Promise<ReferenceRow[]> => {
  const rows: ReferenceRow[] = []
  for (const set of (await readdir(folder)).filter((name) => name.startsWith('net-')).sort()) {
    const files = await readdir(join(folder, set))
    for (const name of files.filter((file) => /^reference\..*\.json$/.test(file))) {
      const told = JSON.parse(await readFile(join(folder, set, name), 'utf8')) as Record<string, Figures>
      const at = (file: string) => join(folder, set, file)
      const degrees = name.replace(/json$/, 'nodes.csv')
      for (const [figure, column, file] of [
        ['equity_in_degree', 'in_degree', degrees],
        ['equity_out_degree', 'out_degree', degrees],
        ['equity_totalPosts', 'totalPosts', 'nodes.csv'],
      ] as const)
        if (told[figure] && files.includes(file))
          rows.push(
            ...spread(`${set}/${name.slice(10, -5)}, ${column}`, await equityIn(at(file), column), told[figure]),
          )
    }
  }
  return rows
}

const equityIn = async (file: string, column: string): Promise<Equity> => {
  const read = await picked(file, { numbers: { value: { header: column } } }, quiet)
  const counts = [...(read.numbers('value') ?? [])].map((taken, at) => ({ id: String(at), taken }))
  const equity = equityOf(counts)
  if (isRefused(equity)) throw new Error(equity.refused)
  return equity
}

const spread = (set: string, ours: Equity, told: Figures): ReferenceRow[] => [
  same(set, 'n', ours.n, told.n ?? null),
  same(set, 'turns.silent', ours.turns.silent, told.zeros ?? null),
  same(set, 'gini', ours.gini, told.gini ?? null),
  same(set, 'giniCorrected', ours.giniCorrected, told.gini_n_minus_1_corrected ?? null),
  same(set, 'evenness', ours.evenness, told.evenness_over_all ?? null),
  same(set, 'blau (1 - hhi)', ours.blau, 1 - (told.hhi ?? Number.NaN)),
]
