/** The verb `ciranda measure scale`: what the answers to a scale say, and how far the scale holds together. */
import { isRefused } from '../../modules/measurement/engine/refused.ts'
import { scaleDefinitions } from '../../modules/measurement/engine/scale/definitions.ts'
import { scaleOf } from '../../modules/measurement/engine/scale/scale.ts'
import { Misused } from '../verb.ts'
import { measuring } from './measuring.ts'
import { picked } from './picked.ts'
import { namesIn, scoringHelp, scoringOf, scoringOptions } from './scoring.ts'

export const measureScaleVerb = measuring({
  name: 'measure scale',
  help: `ciranda measure scale RESPONSES.csv --items a,b,c [--reverse b] [--min 1 --max 6] [--json]

One row is one respondent, one column one item.

${scoringHelp}`,
  options: scoringOptions,
  definitions: scaleDefinitions,
  measure: async ({ positionals, values }, desk) => {
    const [file, ...more] = positionals
    const items = namesIn(values.items)
    if (file === undefined || more.length > 0) throw new Misused('ciranda measure scale reads one file: RESPONSES.csv.')
    if (items.length === 0) throw new Misused('ciranda measure scale needs --items a,b,c.')
    const rules = scoringOf(values)
    const read = await picked(file, { items, range: rules.range, where: values.where, missing: values.na }, desk)
    const scale = scaleOf(read.items, rules)
    if (isRefused(scale)) throw new Misused(scale.refused)
    return { title: `Scale of ${read.items.length} items, ${read.file}`, measured: withNotes(scale, read.notes) }
  },
})

const withNotes = <M extends { notes: readonly N[] }, N>(measured: M, before: readonly N[]): M => ({
  ...measured,
  notes: [...before, ...measured.notes],
})
