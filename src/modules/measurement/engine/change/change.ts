/** What changed between two waves, over those who were measured in both. */
import { counted, type Note, note } from '../note.ts'
import { isRefused, type Refused, refused } from '../refused.ts'
import { correlationOf, meanOf, sdOf } from '../spread.ts'
import { type Effects, effectsOf } from './effect.ts'
import { type ReliableChange, reliableChangeOf } from './reliable.ts'
import { type TTest, tTestOf } from './t-test.ts'
import { type Pairs, pairsOf, type Wave } from './wave.ts'
import { type Wilcoxon, wilcoxonOf } from './wilcoxon.ts'

/** Mean and standard deviation of one wave, over the pairs. */
export interface WaveFigures {
  readonly wave: string
  readonly mean: number | null
  readonly sd: number | null
}

/** The figures of a change. `mean` and `sd` are those of the changes, after minus before, in the units of the values. */
export interface Change extends Effects {
  readonly n: number
  readonly before: WaveFigures
  readonly after: WaveFigures
  readonly r: number | null
  readonly mean: number | null
  readonly sd: number | null
  readonly ci95: TTest['ci95'] | null
  readonly t: number | null
  readonly df: number | null
  readonly p: number | null
  readonly wilcoxon: Wilcoxon | null
  /** The same test with changes that differ by rounding only taken as equal; there only when it says something else. */
  readonly wilcoxonRounded?: Wilcoxon
  readonly up: number
  readonly same: number
  readonly down: number
  readonly reliableChange: ReliableChange | null
  readonly notes: readonly Note[]
}

/**
 * Several waves in their order: each with the next, and the first with the last.
 * @returns Refused with fewer than two waves, or as `changeOf` does
 */
export const changesOf = (waves: readonly Wave[], rules: ChangeRules = {}): readonly Change[] | Refused => {
  const [first, ...later] = waves
  const last = later.at(-1)
  if (!first || !last) return refused('A change needs two waves.')
  const changes: Change[] = []
  const steps = later.map((wave, at): [Wave, Wave] => [waves[at] ?? first, wave])
  for (const [before, after] of later.length > 1 ? [...steps, [first, last] as [Wave, Wave]] : steps) {
    const change = changeOf(before, after, rules)
    if (isRefused(change)) return change
    changes.push(change)
  }
  return changes
}

/** What may be known beside the waves. */
export interface ChangeRules {
  /** Reliability of the instrument, at least 0 and below 1, for reliable change. */
  readonly alpha?: number | undefined
}

/**
 * Measures the change from one wave to another.
 * @returns Refused when the reliability is none
 */
export const changeOf = (before: Wave, after: Wave, { alpha }: ChangeRules = {}): Change | Refused => {
  if (alpha !== undefined && !(alpha >= 0 && alpha < 1)) return refused('A reliability is at least 0 and below 1.')
  const pairs = pairsOf(before, after)
  const changes = pairs.after.map((value, at) => value - (pairs.before[at] ?? Number.NaN))
  const mean = meanOf(changes)
  const sd = steady(sdOf(changes), mean)
  const [sdBefore, sdAfter] = [sdOf(pairs.before), sdOf(pairs.after)]
  const r = correlationOf(pairs.before, pairs.after)
  const test = tTestOf(changes.length, mean, sd)
  const wilcoxon = wilcoxonOf(changes)
  const rounded = wilcoxonOf(changes.map(withoutNoise(largestOf(pairs))))
  const figures = {
    n: pairs.ids.length,
    before: { wave: before.name, mean: meanOf(pairs.before), sd: sdBefore },
    after: { wave: after.name, mean: meanOf(pairs.after), sd: sdAfter },
    r,
    mean,
    sd,
    ...effectsOf({ n: changes.length, mean, sd, sdBefore, sdAfter, r }),
    ci95: test?.ci95 ?? null,
    t: test?.t ?? null,
    df: test?.df ?? null,
    p: test?.p ?? null,
    wilcoxon,
    ...(rounded && (rounded.v !== wilcoxon?.v || rounded.p !== wilcoxon.p) && { wilcoxonRounded: rounded }),
    up: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    down: changes.filter((change) => change < 0).length,
    reliableChange: reliableChangeOf(pairs.ids, changes, sdBefore, alpha),
  }
  return { ...figures, notes: [...pairs.notes, ...notesOn(figures, alpha)] }
}

// Equal changes differ by rounding errors; R's t.test calls them "essentially constant" by the same measure.
const steady = (sd: number | null, mean: number | null): number | null =>
  sd !== null && mean !== null && sd < 10 * Number.EPSILON * Math.abs(mean) ? 0 : sd

const largestOf = ({ before, after }: Pairs): number =>
  [...before, ...after].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)

// Twelve digits of the largest value: far below any real difference, far above the rounding of a mean of items.
const withoutNoise = (largest: number): ((change: number) => number) => {
  if (largest === 0) return (change) => change
  const step = 10 ** (Math.ceil(Math.log10(largest)) - 12)
  return (change) => Math.round(change / step) || 0
}

const notesOn = (change: Omit<Change, 'notes'>, alpha: number | undefined): Note[] => {
  const notes = [note('mean', `${change.after.wave} minus ${change.before.wave}, over ${counted(change.n, 'pair')}.`)]
  if (change.n > 0 && change.n <= 8)
    notes.push(note('p', 'With eight people or fewer look at the values themselves; p says next to nothing.'))
  if (change.wilcoxon) notes.push(note('wilcoxon', toldOf(change.wilcoxon, change.n)))
  if (change.wilcoxonRounded) {
    const says =
      'Some changes are equal but for rounding; `wilcoxon` ranks them apart, as R does by default, `wilcoxonRounded` as equal (R: digits.rank = 12).'
    notes.push(note('wilcoxonRounded', says))
  }
  return [...notes, ...undefinedIn(change, alpha)]
}

const toldOf = ({ method, n }: Wilcoxon, all: number): string => {
  const dropped = all - n
  const zeros = dropped > 0 ? `; ${counted(dropped, 'unchanged pair')} dropped` : ''
  return method === 'exact'
    ? 'p is exact: fewer than 50 pairs, no ties, none unchanged.'
    : `p is normal with continuity correction: 50 pairs or more, ties, or unchanged pairs${zeros}.`
}

const undefinedIn = (change: Omit<Change, 'notes'>, alpha: number | undefined): Note[] => {
  const few = change.n === 0 ? 'nobody was measured twice' : 'one pair has no spread'
  const still = change.n < 2 ? few : 'everybody changed by the same amount'
  const flat = change.n < 2 ? few : 'the values of a wave do not vary'
  const reasons: Record<string, string> = {
    mean: few,
    sd: few,
    r: flat,
    dz: still,
    dav: flat,
    drm: change.dz === null ? still : flat,
    glass: flat,
    hedgesGav: change.n === 2 ? 'the small-sample factor needs three pairs' : flat,
    hedgesGz: change.n === 2 ? 'the small-sample factor needs three pairs' : still,
    ci95: still,
    t: still,
    df: still,
    p: still,
    wilcoxon: change.n === 0 ? few : 'nobody changed',
    reliableChange: alpha === undefined ? 'it needs the reliability of the instrument (alpha)' : flat,
  }
  return Object.entries(reasons)
    .filter(([figure]) => change[figure as keyof typeof change] === null)
    .map(([figure, reason]) => note(figure, `Undefined: ${reason}.`))
}
