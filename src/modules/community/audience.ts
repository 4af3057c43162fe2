/** The one audience rule: who hears a thing, in TypeScript and as the first wall of every query. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../people/contract.ts'
import type { Audience, Chosen, Circle, CommunityId } from './contract.ts'

/** A thing with an author and an audience. */
export interface Heard {
  readonly audience: string
  readonly author_id: number | null
}

/** Whether the asking person hears a thing: the circle is within reach, or the words are one's own. */
export const hears = (scope: MemberScope, thing: Heard): boolean =>
  scope.reach.includes(thing.audience) || (scope.personId !== null && thing.author_id === scope.personId)

/** The same rule for a row called `alias` in SQL; the database applies it a second time by its policies. */
export const heardBy = (scope: MemberScope, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.audience`)} = any(${scope.reach}::text[]) or ${sql.ref(`${alias}.author_id`)} = ${scope.personId})`

/** Whether somebody chose a group, by its key. */
export const isGroup = (chosen: string): chosen is `group:${number}` => /^group:[1-9]\d{0,14}$/.test(chosen)

/** The audience key of a chosen circle or group in a community. */
export const audienceOf = (circle: Chosen, scope: MemberScope, community: CommunityId): Audience => {
  if (isGroup(circle)) return circle
  return circle === 'me' ? `me:${scope.personId ?? 0}` : `${circle}:${community}`
}

/** The circle that an audience key names, for choosing again and for saying who hears. */
export const circleOf = (audience: string): Circle | 'adults' | 'group' | 'public' | 'other' => {
  const kind = audience.split(':')[0]
  return kind === 'me' ||
    kind === 'facilitators' ||
    kind === 'adults' ||
    kind === 'group' ||
    kind === 'community' ||
    kind === 'public'
    ? kind
    : 'other'
}

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

// Of what is none of ours nothing is narrower, and it is narrower than nothing.
const widthOf = (audience: string): number => width[audience.split(':')[0] ?? ''] ?? Number.NaN

/** Whether a new audience is narrower than, or the same as, the old one: an author may always narrow. */
export const narrows = (from: string, to: string): boolean =>
  from === to || [from, to].some((one) => circleOf(one) === 'group')
    ? from === to || widthOf(to) < widthOf(from)
    : widthOf(to) <= widthOf(from)

/** Whether the asking person belongs to a community. */
export const belongsTo = (scope: MemberScope, community: CommunityId): boolean =>
  scope.reach.includes(`community:${community}`)

/** The communities that the asking person belongs to. */
export const placesOfMine = (scope: MemberScope): CommunityId[] =>
  scope.reach.flatMap((circle) => (circle.startsWith('community:') ? [Number(circle.slice('community:'.length))] : []))

/** Whether the asking person is a facilitator of a community. */
export const facilitates = (scope: MemberScope, community: CommunityId): boolean =>
  scope.reach.includes(`facilitators:${community}`)
