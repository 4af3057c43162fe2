/** One adult's look at a student's words: who may, what may be asked, and when somebody has waited too long. */
import { dayIn } from '../../../platform/words/dates.ts'
import type { MemberScope } from '../../people/contract.ts'
import { schoolDaysAfter } from '../../safeguarding/public.ts'
import { isMine } from '../access.ts'

/** What an adult may ask before opening a student's words: three things, and nothing else. */
export const questions = ['name', 'hurt', 'danger'] as const
export type LookQuestion = (typeof questions)[number]

/** What the rules need to know of words that may be waiting. */
export interface Waiting {
  readonly author_id: number
  /** While they wait, the adults. */
  readonly audience: string
  readonly withdrawn: boolean
  /** Whether they wait for a look. */
  readonly waits: boolean
}

/** Whether the asking person is one of the adults of a community who see a student's words first. */
export const isAdultOf = (scope: MemberScope, community: number): boolean => scope.reach.includes(`adults:${community}`)

/** Whether the asking person may open these words for everybody, or ask about them first. */
export const mayLook = (scope: MemberScope, said: Waiting): boolean =>
  said.waits && !said.withdrawn && !isMine(scope, said) && scope.reach.includes(said.audience)

const SCHOOL_IS_OUT = 17
/** The school day after a day: a Friday's is Monday. Holidays are not known here; asking too early harms nobody. */
export const nextSchoolDay = (day: string): string => schoolDaysAfter(day, 1, [])

const hourIn = (at: Date, zone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at))

/** Whether words that wait since a moment should have been looked at: the next school day is over, where the site is. */
export const waitsTooLong = (since: Date, now: Date, zone: string): boolean => {
  const due = nextSchoolDay(dayIn(since, zone))
  const today = dayIn(now, zone)
  return today > due || (today === due && hourIn(now, zone) >= SCHOOL_IS_OUT)
}
