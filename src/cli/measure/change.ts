/** The verb `ciranda measure change`: what changed between two or more waves, over those who were measured in both. */
import { type Change, changesOf } from '../../modules/measurement/engine/change/change.ts'
import { changeDefinitions } from '../../modules/measurement/engine/change/definitions.ts'
import { note } from '../../modules/measurement/engine/note.ts'
import { isRefused } from '../../modules/measurement/engine/refused.ts'
import { Misused } from '../verb.ts'
import { type Desk, measuring, type Typed } from './measuring.ts'
import { namesIn, numberIn, scoringHelp, scoringOf, scoringOptions } from './scoring.ts'
import { type Measure, type ReadWaves, wavesOfFiles, wavesOfLong, wavesOfWide } from './waves.ts'

const options = {
  ...scoringOptions,
  before: { type: 'string' },
  after: { type: 'string' },
  wave: { type: 'string', multiple: true },
  'wave-column': { type: 'string' },
  values: { type: 'string' },
  id: { type: 'string' },
  value: { type: 'string' },
  alpha: { type: 'string' },
} as const

export const measureChangeVerb = measuring({
  name: 'measure change',
  help: `ciranda measure change --before A.csv --after B.csv --id ID --value V [--json]
ciranda measure change --wave A.csv --wave B.csv --wave C.csv --id ID --value V
ciranda measure change LONG.csv --wave-column COL --id ID --value V
ciranda measure change WIDE.csv --values before,after [--id ID]

Only people with a value in both waves count; of a repeated id the first row counts.
More than two waves: each with the next, and the first with the last.

  --value V          the column that is measured; or --items, for the mean score on a scale
  --alpha A          reliability of the instrument, for reliable change
${scoringHelp}`,
  options,
  definitions: changeDefinitions,
  measure: async (typed, desk) => {
    const read = await wavesTyped(typed, desk)
    const alpha = typed.values.alpha === undefined ? undefined : numberIn('--alpha', typed.values.alpha)
    const changes = changesOf(read.waves, { alpha })
    if (isRefused(changes)) throw new Misused(changes.refused)
    const title = `Change from ${read.waves[0]?.name} to ${read.waves.at(-1)?.name}`
    const [only] = changes
    if (only && changes.length === 1) return { title, measured: { ...only, notes: [...read.notes, ...only.notes] } }
    return { title, measured: { steps: changes.map(stepOf), changes, notes: [...read.notes, ...told(changes)] } }
  },
})

const wavesTyped = ({ positionals, values }: Typed<typeof options>, desk: Desk): Promise<ReadWaves> => {
  const { id, value, before, after } = values
  const [file, ...more] = positionals
  const files = [before, ...(values.wave ?? []), after].filter((one) => one !== undefined)
  if (more.length > 0 || (file !== undefined && files.length > 0))
    throw new Misused('Name one file in long or wide form, or a file for each wave.')
  const measure: Measure = {
    value,
    items: namesIn(values.items),
    rules: scoringOf(values),
    picking: { ...(values.where && { where: values.where }), ...(values.na && { missing: values.na }) },
  }
  if (file !== undefined && values.values !== undefined)
    return wavesOfWide(file, { id, columns: namesIn(values.values) }, measure, desk)
  if (id === undefined) throw new Misused('ciranda measure change needs --id, the column that names the person.')
  if ((value === undefined) === (measure.items.length === 0))
    throw new Misused('ciranda measure change needs either --value V or --items a,b,c.')
  if (file !== undefined) {
    const wave = values['wave-column']
    if (wave === undefined) throw new Misused('With one file --wave-column COL says which column holds the wave.')
    return wavesOfLong(file, { id, wave }, measure, desk)
  }
  if (files.length < 2)
    throw new Misused('ciranda measure change needs two waves: --before and --after, or --wave twice.')
  return wavesOfFiles(files, id, measure, desk)
}

const stepOf = (change: Change) => ({
  from: change.before.wave,
  to: change.after.wave,
  n: change.n,
  mean: change.mean,
  sd: change.sd,
  dz: change.dz,
  dav: change.dav,
  drm: change.drm,
  hedgesGav: change.hedgesGav,
  t: change.t,
  df: change.df,
  p: change.p,
  v: change.wilcoxon?.v ?? null,
  pWilcoxon: change.wilcoxon?.p ?? null,
})

const told = (changes: readonly Change[]) =>
  changes.flatMap(({ before, after, notes }) =>
    notes.map(({ about, says }) => note(about, `${before.wave} to ${after.wave}: ${says}`)),
  )
