/** The circles of a contribution: never wider than its thread, nor than what it answers, nor than it was before. */
import { type Circle, circles } from '../community/contract.ts'

const kindOf = (audience: string): string => audience.split(':')[0] ?? ''
const width: Readonly<Record<string, number>> = {
  me: 0,
  facilitators: 1,
  adults: 1,
  group: 1,
  community: 2,
  school: 3,
  network: 4,
  public: 5,
}
const widthOf = (audience: string): number => width[kindOf(audience)] ?? 0

/** The circles a writer may choose from inside `limit`, widest first; the first is the preset. */
export const circlesWithin = (limit: string): readonly Circle[] =>
  circles.filter((circle) => widthOf(circle) <= widthOf(limit))

/** The circles an author may still narrow `audience` to. */
export const narrowerCircles = (audience: string): readonly Circle[] =>
  circles.filter((circle) => widthOf(circle) < widthOf(audience))

/** The narrower of two audiences: what limits an answer. */
export const narrowerOf = (one: string, other: string): string => (widthOf(other) < widthOf(one) ? other : one)
