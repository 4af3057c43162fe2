/** How fairly the word is shared: between people, and between groups. */
import { counted, type Note, note } from '../note.ts'
import { isRefused, type Refused } from '../refused.ts'
import { blauOf, correctedGiniOf, evennessOf, giniOf, iqvOf, totalOf } from './inequality.ts'
import { type Seat, seatsOf, type TurnCount, type Turns } from './turn.ts'
import { type TurnTaking, turnTakingOf } from './turn-taking.ts'

/** The figures of a round, or of many. */
export interface Equity {
  /** People who held a seat, silent ones included. */
  readonly n: number
  readonly turns: Turns
  readonly gini: number | null
  readonly giniCorrected: number | null
  readonly evenness: number | null
  /** Of the seats over the groups; without groups, of the turns over the people. */
  readonly blau: number | null
  readonly iqv: number | null
  /** Each group's share of the turns over its share of the seats; null without groups. */
  readonly voiceRatio: Readonly<Record<string, number | null>> | null
  /** There when the order of the speakers is known. */
  readonly turnTaking?: TurnTaking
  readonly notes: readonly Note[]
}

/** What may be known beside the counts. */
export interface EquityRules {
  /** Everybody who belongs, so that silence is counted. */
  readonly members?: readonly { readonly id: string; readonly group?: string | null | undefined }[] | undefined
  /** The speakers in the order in which they spoke. */
  readonly sequence?: readonly string[] | undefined
}

/**
 * Measures how evenly turns are spread. The engine computes for any number of people; below twelve a page shows sentences.
 * @returns Refused for a count below zero
 */
export const equityOf = (counts: readonly TurnCount[], { members, sequence }: EquityRules = {}): Equity | Refused => {
  const held = seatsOf(counts, members)
  if (isRefused(held)) return held
  const spread = held.seats.map(({ turns }) => turns)
  const groups = grouped(held.seats)
  const kinds = groups ? [...groups.values()].map(({ seats }) => seats) : spread
  const figures = {
    n: held.seats.length,
    turns: held.turns,
    gini: giniOf(spread),
    giniCorrected: correctedGiniOf(spread),
    evenness: evennessOf(spread),
    blau: blauOf(kinds),
    iqv: iqvOf(kinds),
    voiceRatio: groups ? voices(groups, held.seats.length, totalOf(spread)) : null,
    ...(sequence && { turnTaking: turnTakingOf(sequence) }),
  }
  return { ...figures, notes: [...held.notes, ...notesOn(figures, groups !== undefined)] }
}

type Groups = Map<string, { seats: number; turns: number }>

const NO_GROUP = '(none)'

const grouped = (seats: readonly Seat[]): Groups | undefined => {
  if (seats.every(({ group }) => group === null)) return undefined
  const groups: Groups = new Map()
  for (const { group, turns } of seats) {
    const name = group ?? NO_GROUP
    const known = groups.get(name) ?? { seats: 0, turns: 0 }
    groups.set(name, { seats: known.seats + 1, turns: known.turns + turns })
  }
  return groups
}

const voices = (groups: Groups, seats: number, turns: number): Record<string, number | null> =>
  Object.fromEntries(
    [...groups].map(([name, group]) => [name, turns === 0 ? null : group.turns / turns / (group.seats / seats)]),
  )

const notesOn = (figures: Omit<Equity, 'notes'>, byGroup: boolean): Note[] => {
  const { silent, seats } = figures.turns
  const over = byGroup ? 'seats over the groups' : 'turns over the people (1 - sum of squared shares)'
  const notes = [
    note('gini', `Population form, over ${counted(seats, 'seat')}, ${counted(silent, 'silent one')} among them as 0.`),
    note('blau', `Spread of the ${over}.`),
  ]
  if (seats > 0 && seats < 12)
    notes.push(note('n', 'Below twelve people a coefficient says little: tell it in sentences instead.'))
  return [...notes, ...undefinedIn(figures, byGroup)]
}

const undefinedIn = (figures: Omit<Equity, 'notes'>, byGroup: boolean): Note[] => {
  const nothing = figures.n < 2 ? 'it takes two people to share' : 'nobody took a turn'
  const reasons: [string, unknown, string][] = [
    ['gini', figures.gini, nothing],
    ['giniCorrected', figures.giniCorrected, nothing],
    ['evenness', figures.evenness, nothing],
    ['blau', figures.blau, byGroup ? 'nobody holds a seat' : nothing],
    ['iqv', figures.iqv, byGroup ? 'there is one group only' : nothing],
    ['voiceRatio', figures.voiceRatio, 'the groups are not known'],
    ['turnTaking.index', figures.turnTaking?.index, 'it takes two contributions'],
    ...Object.entries(figures.voiceRatio ?? {}).map(([group, ratio]): [string, unknown, string] => [
      `voiceRatio.${group}`,
      ratio,
      'nobody took a turn',
    ]),
  ]
  return reasons.filter(([, value]) => value === null).map(([about, , reason]) => note(about, `Undefined: ${reason}.`))
}
