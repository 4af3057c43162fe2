/** A chosen group: a few of a community who hear something together. Who may be in one. Pure. */
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'

/** Fewer would be private with each other. */
const LEAST = 3
/** So many vetted adults stand beside a student. */
const ADULTS = 2

/** How many people somebody chose, and who among them are students and vetted adults. */
export interface Counted {
  readonly people: number
  readonly students: number
  readonly adults: number
}

/** Whether these people may be a group. */
export const mayBeGroup = ({ people, students, adults }: Counted): Outcome<null> => {
  if (people < LEAST) return refuse('group.three', 'people')
  return students > 0 && adults < ADULTS ? refuse('group.adults', 'people') : done(null)
}
