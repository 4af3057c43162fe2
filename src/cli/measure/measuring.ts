/** What the verbs of `measure` share: reading their files, `--json`, `--explain`, progress, and being stopped. */
import type { ParseArgsConfig, parseArgs } from 'node:util'
import { type Definition, figureAt } from '../../modules/measurement/engine/explain/definition.ts'
import type { Watch } from '../../modules/measurement/engine/reading/records.ts'
import { Unreadable } from '../../modules/measurement/engine/reading/unreadable.ts'
import { typed } from '../typed.ts'
import { CommandFailed, type Terminal, type Verb } from '../verb.ts'
import { explained, type Measured, tableOf } from './figures.ts'

type Options = NonNullable<ParseArgsConfig['options']>
/** What was typed, as `parseArgs` gives it. */
export type Typed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>

/** A verb of `measure`. */
export interface Measuring<O extends Options> {
  readonly name: string
  /** The usage line and what it does; the shared options are added. */
  readonly help: string
  readonly options: O
  readonly definitions: readonly Definition[]
  /**
   * Reads its files and measures.
   * @throws Misused, CommandFailed, Unreadable
   */
  measure(typed: Typed<O>, desk: Desk): Promise<{ title: string; measured: Measured }>
}

/** What a verb finds when it sits down to measure. */
export interface Desk {
  readonly terminal: Terminal
  /** For `readTable`: tells how many rows were read, and stops when Ctrl-C was pressed. */
  readonly watch: Watch
}

const shared = { json: { type: 'boolean' }, explain: { type: 'string' } } as const

/** Makes the verb: its own options beside the shared ones. */
export const measuring = <const O extends Options>(own: Measuring<O>): Verb => ({
  name: own.name,
  help: `${own.help}
  --json             all figures and notes as one JSON object
  --explain FIGURE   formula, source, range and a worked example of one figure; no file is read

Figures: ${own.definitions.map(({ figure }) => figure).join(', ')}.
What is undefined is null, with the reason in notes. Files: CSV with any of , ; tab |, also .gz and .xlsx, - for stdin.
`,
  run: async (args, terminal) => {
    const read = typed(own.name, args, { ...own.options, ...shared })
    const { json, explain } = read.values as { json?: boolean; explain?: string }
    if (explain !== undefined) return terminal.out(explained(explain, own.definitions))
    const watch: Watch = { heard: rowsTo(terminal), stop: terminal.stop }
    try {
      const { title, measured } = await own.measure(read as unknown as Typed<O>, { terminal, watch })
      terminal.out(
        json
          ? `${JSON.stringify({ ...measured, definitions: named(measured, own.definitions) }, null, 2)}\n`
          : tableOf(title, measured, own.definitions),
      )
    } catch (error) {
      throw error instanceof Unreadable ? new CommandFailed(error.message) : error
    }
  },
})

/** The definition of each figure that was measured: its name and formula. */
const named = (measured: Measured, definitions: readonly Definition[]): Record<string, string> =>
  Object.fromEntries(
    definitions
      .filter(({ figure }) => figureAt(measured, figure) !== undefined)
      .map(({ figure, name, formula }) => [figure, `${name}: ${formula}`]),
  )

const EVERY = 100_000

/** Tells every hundred thousand rows. */
const rowsTo = ({ tell, live }: Terminal): ((rows: number) => void) => {
  let told = 0
  return (rows) => {
    if (rows < told + EVERY) return
    told = rows - (rows % EVERY)
    const line = `${told.toLocaleString('en')} rows read`
    tell(live ? `\r${line}\u001b[K` : `${line}\n`)
  }
}
