/** Whether a student may be heard or shown: what they say themselves, what their guardians say, how old they are. Pure. */
import type { Country } from '../numbers.ts'
import type { AgesHere, Purpose } from './ages.ts'

/** What is heard or seen of somebody. */
export const whats = ['words', 'photo', 'voice'] as const
export type What = (typeof whats)[number]
/** How far it goes. */
export const reaches = ['community', 'school', 'network', 'public'] as const
export type Reach = (typeof reaches)[number]

/** One use: words in the community, a picture in the school. */
export interface Use {
  readonly what: What
  readonly circle: Reach
}

/** Every use, in the order in which they are asked. */
export const uses: readonly Use[] = whats.flatMap((what) => reaches.map((circle) => ({ what, circle })))

/** A yes or a no to one use; of several the last one holds. */
export interface Answer extends Use {
  readonly yes: boolean
}

/** A guardian's; a yes holds through the day `until`. */
export interface GuardiansAnswer extends Answer {
  readonly id: number
  readonly until: string | null
}

/** How old somebody is, in bands. */
export const bands = ['0-12', '13', '14-15', '16-17', '18'] as const
export type Band = (typeof bands)[number]
const youngest: Readonly<Record<Band, number>> = { '0-12': 0, '13': 13, '14-15': 14, '16-17': 16, '18': 18 }

/** All that was said about one student in one community. Guardians whose responsibility is restricted are not among it. */
export interface Answers {
  /** Whether this community asks guardians before a student takes part. */
  readonly asks: boolean
  readonly country: Country | null
  /** Not known: as young as can be. */
  readonly band: Band | null
  readonly own: readonly Answer[]
  readonly guardians: readonly GuardiansAnswer[]
}

/** Why not. */
export type WhyNot = 'own-no' | 'guardian-no' | 'guardian-missing' | 'guardian-over' | 'own-missing'
export type Heard = { readonly may: true } | { readonly may: false; readonly why: WhyNot }

const about =
  ({ what, circle }: Use) =>
  (one: Use): boolean =>
    one.what === what && one.circle === circle

/** What the student themselves said last to a use. */
export const ownAnswer = (use: Use, { own }: Pick<Answers, 'own'>): boolean | undefined =>
  own.filter(about(use)).at(-1)?.yes

/** What each guardian said last to a use. */
export const guardiansAnswers = (use: Use, { guardians }: Pick<Answers, 'guardians'>): GuardiansAnswer[] => [
  ...new Map(guardians.filter(about(use)).map((one) => [one.id, one])).values(),
]

/** For which purpose the age of a use is set. */
const purposeOf = ({ what, circle }: Use): Purpose =>
  what !== 'words' ? 'image' : circle === 'community' ? 'participation' : 'publication'

/** Whether guardians have a say: the student is too young, or may be, to answer alone. */
export const isUnder = (band: Band | null, age: number): boolean => band === null || youngest[band] < age

const takesPart = (use: Use): boolean => use.what === 'words' && use.circle === 'community'

/** Whether a guardian's yes has to be there: always for what leaves the community, for pictures and for recordings. */
export const needsGuardian = (use: Use, { band, asks }: Pick<Answers, 'band' | 'asks'>, ages: AgesHere): boolean =>
  isUnder(band, ages[purposeOf(use)]) && (asks || !takesPart(use))

/**
 * The rule. A no wins: the student's own at any age, a guardian's while they have a say. To take part is a yes by itself;
 * everything else needs the student's own. `today` is a day, such as `2026-12-01`.
 */
export const mayBeHeard = (use: Use, answers: Answers, ages: AgesHere, today: string): Heard => {
  const no = (why: WhyNot): Heard => ({ may: false, why })
  const own = ownAnswer(use, answers)
  if (own === false) return no('own-no')
  if (isUnder(answers.band, ages[purposeOf(use)])) {
    const said = guardiansAnswers(use, answers)
    if (said.some((one) => !one.yes)) return no('guardian-no')
    if (needsGuardian(use, answers, ages)) {
      if (said.length === 0) return no('guardian-missing')
      if (!said.some((one) => one.until === null || one.until >= today)) return no('guardian-over')
    }
  }
  return own === undefined && !takesPart(use) ? no('own-missing') : { may: true }
}

/** The last day of the school year in which a day lies: until then holds a yes to pictures and recordings. */
export const schoolYearEnds = (day: string): string => {
  const year = Number(day.slice(0, 4))
  const end = `${year}-07-31`
  return day <= end ? end : `${year + 1}-07-31`
}

/** Until when a guardian's answer holds when no day is named. */
export const untilOf = (use: Use, yes: boolean, today: string): string | null =>
  yes && use.what !== 'words' ? schoolYearEnds(today) : null
