/** How the answers to a scale are scored, as it is typed: `--reverse`, `--min`, `--max`, `--missing`, `--na`. */
import type { AnswerRange } from '../../modules/measurement/engine/scale/answers.ts'
import type { ScaleRules } from '../../modules/measurement/engine/scale/scale.ts'
import { type MissingRule, missingRules } from '../../modules/measurement/engine/scale/score.ts'
import { Misused } from '../verb.ts'

/** The options, for `parseArgs`. */
export const scoringOptions = {
  items: { type: 'string' },
  reverse: { type: 'string' },
  min: { type: 'string' },
  max: { type: 'string' },
  missing: { type: 'string' },
  na: { type: 'string', multiple: true },
  where: { type: 'string', multiple: true },
} as const

/** Their lines in the help. */
export const scoringHelp = `  --items a,b,c      columns of the items; a..c means all columns from a to c
  --reverse b        items worded the other way, scored min + max - x (needs --min and --max)
  --min 1 --max 6    lowest and highest answer; another number in the file is refused with its line
  --missing RULE     who has a score: listwise (all items answered; the default), mean75 (75%), pairwise (any)
  --na CODE          a further code for "no answer" besides nothing, NA, . and -9, -99, -999 (may be repeated)
  --where COL=VALUE  only rows where the column holds the value (may be repeated)`

interface TypedScoring {
  readonly reverse?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly missing?: string | undefined
}

/** @throws Misused with what cannot be understood */
export const scoringOf = ({ reverse, min, max, missing = 'listwise' }: TypedScoring): ScaleRules => {
  if (!isRule(missing)) throw new Misused(`--missing is ${missingRules.join(', ')}, not ${missing}.`)
  return { reverse: namesIn(reverse), range: rangeOf(min, max), missing }
}

/** `a, b` as names. */
export const namesIn = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** @throws Misused when it is no number */
export const numberIn = (option: string, typed: string): number => {
  const number = Number(typed.trim().replace(',', '.'))
  if (typed.trim() === '' || !Number.isFinite(number)) throw new Misused(`${option} is a number, not ${typed}.`)
  return number
}

const rangeOf = (min: string | undefined, max: string | undefined): AnswerRange | undefined => {
  if (min === undefined && max === undefined) return undefined
  if (min === undefined || max === undefined) throw new Misused('--min and --max are given together.')
  return { min: numberIn('--min', min), max: numberIn('--max', max) }
}

const isRule = (typed: string): typed is MissingRule => (missingRules as readonly string[]).includes(typed)
