/** The circles of a contribution: never wider than its thread, nor than what it answers, nor than it was before. */
import { type Chosen, type Circle, circles, type HeardGroup } from '../community/contract.ts'
import { isGroup } from '../community/public.ts'

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

/** Whether a few hear it, and neither one alone nor all. Two circles of a few are not one within the other. */
export const isFew = (audience: string): boolean => widthOf(audience) === 1

/** The circles a writer may choose from inside `limit`, widest first; the first is the preset. */
export const circlesWithin = (limit: string): readonly Circle[] =>
  isGroup(limit) ? ['me'] : circles.filter((circle) => widthOf(circle) <= widthOf(limit))

/** The same with the chosen groups that the writer hears; inside a group that group is the preset. */
export const choicesWithin = (limit: string, groups: readonly HeardGroup[] | null): readonly Chosen[] => {
  if (isGroup(limit)) return [limit, 'me']
  const [widest, ...rest] = circlesWithin(limit)
  if (widest !== 'community') return circlesWithin(limit)
  return [widest, ...(groups ?? []).map(({ id }) => `group:${id}` as const), ...rest]
}

/** The circles an author may still narrow `audience` to. */
export const narrowerCircles = (audience: string): readonly Circle[] =>
  isGroup(audience) ? ['me'] : circles.filter((circle) => widthOf(circle) < widthOf(audience))

/** The narrower of two audiences: what limits an answer. Where neither lies within the other, oneself is left. */
export const narrowerOf = (one: string, other: string): string => {
  const apart = one !== other && isFew(one) && isFew(other) && (isGroup(one) || isGroup(other))
  if (apart) return 'me:0'
  return widthOf(other) < widthOf(one) ? other : one
}
