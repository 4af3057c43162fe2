/** What others know of a community: ids, roles, perspectives, the choice of who hears. */

// SQL elsewhere may read the views community.place, community.member, community.known (members by name) and
// community.heard_group (chosen groups that are spoken to), as far as the asking person reaches.

/** A community's number. */
export type CommunityId = number

/** The roles in a community. */
export const roles = ['facilitator', 'member', 'guest', 'observer'] as const
/** A role in a community. */
export type Role = (typeof roles)[number]

/** The perspectives by which voice is balanced; one person may hold several. */
export const perspectives = [
  'teacher',
  'specialist',
  'support',
  'family',
  'student',
  'leader',
  'researcher',
  'partner',
] as const
/** A perspective. */
export type Perspective = (typeof perspectives)[number]

/** The circles a form offers today; the columns know all seven. */
export const circles = ['community', 'facilitators', 'me'] as const
/** Who hears: everybody here, the facilitators, or the writer alone. */
export type Circle = (typeof circles)[number]

/** What somebody may choose to speak to: a circle, or a chosen group by its key. */
export type Chosen = Circle | `group:${number}`

/** A chosen group that the asking person hears: from the view `community.heard_group`. */
export interface HeardGroup {
  readonly id: number
  /** The one without leaders makes itself and has no name. */
  readonly kind: 'chosen' | 'without-leaders'
  readonly name: string | null
  readonly people: number
}

/** The key of an audience, as the audience columns hold it. */
export type Audience = 'public' | `${'me' | 'facilitators' | 'group' | 'community' | 'school' | 'network'}:${number}`

/** A member as other modules' pages show one: from the view `community.member` with `people.named`. */
export interface Member {
  readonly person_id: number
  readonly name: string
  readonly role: Role
  readonly perspectives: Perspective[]
  /** The picture that somebody chose to be known by. */
  readonly avatar?: string | null
}
