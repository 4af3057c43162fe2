/** A scale is measured: its scores, how well its items hold together, and how far the group agrees. */
import { counted, type Note, note } from '../note.ts'
import { isRefused, type Refused } from '../refused.ts'
import { meanOf, sdOf } from '../spread.ts'
import { agreementOf } from './agreement.ts'
import { type AnswerRules, type ItemAnswers, type ReadyAnswers, readyAnswers } from './answers.ts'
import { alphaOf, alphaWithout, itemRestOf, meanCorrelationOf, standardizedAlphaOf } from './consistency.ts'
import { completeRows, listwiseCovariances, pairwiseCovariances } from './covariance.ts'
import { type MissingRule, scoresOf } from './score.ts'

/** A figure under both ways of dealing with missing answers. */
export interface TwoWays {
  readonly listwise: number | null
  readonly pairwise: number | null
}

/** One item as it was scored, over those behind `itemTotal`: after reversal, in units of the answers. */
export interface ItemFigures {
  readonly item: string
  readonly answered: number
  readonly mean: number | null
  readonly sd: number | null
  readonly reversed: 'yes' | 'no'
}

/** The figures of a scale. Scores are means of items, in the units of the answers. */
export interface Scale {
  /** Respondents with a score. */
  readonly n: number
  readonly rows: number
  readonly complete: number
  readonly missing: MissingRule
  readonly items: readonly ItemFigures[]
  readonly mean: number | null
  readonly sd: number | null
  readonly alpha: TwoWays
  readonly standardizedAlpha: TwoWays
  readonly meanCorrelation: TwoWays
  readonly sem: number | null
  readonly itemTotal: Readonly<Record<string, number | null>>
  readonly alphaIfDropped: Readonly<Record<string, number | null>>
  readonly rwg: number | null
  readonly notes: readonly Note[]
}

/** How a scale is scored. */
export interface ScaleRules extends AnswerRules {
  readonly missing: MissingRule
}

/**
 * Measures a scale from the answers to its items.
 * @returns Refused when the items or the rules make no sense
 */
export const scaleOf = (answers: readonly ItemAnswers[], rules: ScaleRules): Scale | Refused => {
  const ready = readyAnswers(answers, rules)
  return isRefused(ready) ? ready : measured(ready, rules)
}

const measured = (ready: ReadyAnswers, rules: ScaleRules): Scale => {
  const columns = ready.items.map(({ values }) => values)
  const scores = [...scoresOf(columns, rules.missing)].filter((score) => !Number.isNaN(score))
  const listwise = listwiseCovariances(columns)
  const pairwise = pairwiseCovariances(columns)
  const complete = completeRows(columns)
  // Only `pairwise` looks at items over different people; the others look at those who answered all.
  const behind = rules.missing === 'pairwise' ? pairwise : listwise
  const perItem = (figure: (item: number) => number | null) =>
    Object.fromEntries(ready.items.map(({ item }, at) => [item, figure(at)]))
  const items = ready.items.map(({ item, values, reversed }): ItemFigures => {
    const all = behind === listwise ? Array.from(complete, (row) => values[row] ?? Number.NaN) : [...values]
    const given = all.filter((answer) => !Number.isNaN(answer))
    return { item, answered: given.length, mean: meanOf(given), sd: sdOf(given), reversed: reversed ? 'yes' : 'no' }
  })
  const sd = sdOf(scores)
  const alpha = { listwise: alphaOf(listwise), pairwise: alphaOf(pairwise) }
  const reliability = rules.missing === 'pairwise' ? alpha.pairwise : alpha.listwise
  const figures = {
    n: scores.length,
    rows: ready.rows,
    complete: complete.length,
    missing: rules.missing,
    items,
    mean: meanOf(scores),
    sd,
    alpha,
    standardizedAlpha: { listwise: standardizedAlphaOf(listwise), pairwise: standardizedAlphaOf(pairwise) },
    meanCorrelation: { listwise: meanCorrelationOf(listwise), pairwise: meanCorrelationOf(pairwise) },
    sem: sd === null || reliability === null || reliability < 0 ? null : sd * Math.sqrt(1 - reliability),
    itemTotal: perItem((item) => itemRestOf(behind, item)),
    alphaIfDropped: perItem((item) => alphaWithout(behind, item)),
    rwg: agreement(items, rules),
  }
  return { ...figures, notes: [...ready.notes, ...notesOn(figures, rules)] }
}

const agreement = (items: readonly ItemFigures[], { range }: ScaleRules): number | null => {
  const meanVariance = meanOf(items.map(({ sd }) => (sd === null ? Number.NaN : sd ** 2)))
  if (!range || meanVariance === null) return null
  return agreementOf({ items: items.length, steps: range.max - range.min + 1, meanVariance })
}

const TOLD: Record<MissingRule, string> = {
  listwise: 'A score is the mean of all items; who left one out has no score (listwise).',
  mean75: 'A score is the mean of the answers given, for those who answered at least 75% of the items (mean75).',
  pairwise: 'A score is the mean of the answers given, for everyone who answered at least one item (pairwise).',
}

const notesOn = (scale: Omit<Scale, 'notes'>, rules: ScaleRules): Note[] => {
  const without = scale.rows - scale.n
  const notes = [note('mean', TOLD[rules.missing])]
  if (without > 0) notes.push(note('n', `${counted(without, 'row')} of ${scale.rows} without a score.`))
  const over = rules.missing === 'pairwise' ? 'each two items over those who answered both' : 'those who answered all'
  notes.push(
    note('itemTotal', `Corrected: each item against the sum of the other items (item-rest), ${over}.`),
    note(
      'alpha',
      `listwise: ${scale.complete} who answered all; pairwise: each two items over those who answered both.`,
    ),
  )
  return [...notes, ...undefinedIn(scale, rules), ...warnings(scale)]
}

const undefinedIn = (scale: Omit<Scale, 'notes'>, { range }: ScaleRules): Note[] => {
  const notes: Note[] = []
  const undefinedBecause = (about: string, value: unknown, reason: string) => {
    if (value === null) notes.push(note(about, `Undefined: ${reason}.`))
  }
  undefinedBecause('mean', scale.mean, 'nobody has a score')
  undefinedBecause('sd', scale.sd, 'a spread needs two scores')
  const one = scale.items.length < 2
  for (const figure of ['alpha', 'standardizedAlpha', 'meanCorrelation'] as const)
    for (const way of ['listwise', 'pairwise'] as const) {
      const few = 'fewer than two respondents, or answers that do not vary'
      undefinedBecause(`${figure}.${way}`, scale[figure][way], one ? 'one item cannot agree with itself' : few)
    }
  undefinedBecause('sem', scale.sem, 'it needs the standard deviation and an alpha of at least 0')
  for (const { item } of scale.items) {
    const rest = one ? 'there is no other item' : 'the item or the rest does not vary'
    undefinedBecause(`itemTotal.${item}`, scale.itemTotal[item], rest)
    const left = scale.items.length < 3 ? 'fewer than two items would remain' : 'what remains does not vary'
    undefinedBecause(`alphaIfDropped.${item}`, scale.alphaIfDropped[item], left)
  }
  const steps = range
    ? 'it needs two respondents and answers in whole steps'
    : 'the lowest and highest answer are not known'
  undefinedBecause('rwg', scale.rwg, steps)
  return notes
}

const warnings = (scale: Omit<Scale, 'notes'>): Note[] => {
  const notes: Note[] = []
  if (scale.rwg === 0) notes.push(note('rwg', 'Answers vary as much as chance or more: 0 stands, as is usual.'))
  const against = scale.items.filter(({ item }) => (scale.itemTotal[item] ?? 0) < 0).map(({ item }) => item)
  if (against.length > 0)
    notes.push(note('itemTotal', `Runs against the others: ${against.join(', ')}. Is it worded the other way?`))
  if ((scale.alpha.listwise ?? 0) < 0) notes.push(note('alpha.listwise', 'Below 0: the items do not form one scale.'))
  return notes
}
