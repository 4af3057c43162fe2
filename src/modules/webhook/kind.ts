/** The kinds of facts that may leave the house, as an administrator chooses them. */

/** The choices, in groups as the page shows them. What single people do (coming in, joining, signing in) is not offered. */
export const kindGroups = {
  community: ['community.begun', 'community.renamed', 'meeting.settled', 'charter.settled', 'agreement.settled'],
  meeting: ['meeting.planned', 'meeting.moved', 'meeting.cancelled', 'meeting.began', 'meeting.published'],
  challenge: [
    'challenge.raised',
    'challenge.reworded',
    'challenge.explored',
    'challenge.chosen',
    'challenge.answered',
    'challenge.parked',
    'challenge.reopened',
    'challenge.told',
    'challenge.taken-back',
  ],
  tryout: [
    'tryout.proposed',
    'tryout.found-safe',
    'tryout.started',
    'tryout.changed',
    'tryout.seen',
    'tryout.reviewed',
    'tryout.kept',
    'tryout.adapted',
    'tryout.stopped',
  ],
  voice: ['thread.opened', 'contribution.said', 'contribution.edited', 'contribution.withdrawn', 'reflection.shared'],
  lent: ['need.said', 'need.met', 'thing.shared'],
  story: ['story.begun', 'story.readied', 'story.opened', 'story.published', 'story.reopened', 'story.withdrawn'],
} as const

/** A group of kinds. */
export type KindGroup = keyof typeof kindGroups

/** The groups in their order. */
export const groups = Object.keys(kindGroups) as KindGroup[]

/** Every kind that may be chosen. */
export const kinds: readonly string[] = Object.values(kindGroups).flat()

/** What a trial sends: it tells of the webhook itself. */
export const trialKind = 'webhook.tried'

/** Whether a kind has words; one that is offered no more is told as it is. */
export const hasWords = (kind: string): boolean => kind === trialKind || kinds.includes(kind)

const TEN_MINUTES_MS = 10 * 60 * 1000
const takenBackWithoutTrace = new Set<string>([
  'thread.opened',
  'contribution.said',
  'contribution.edited',
  'need.said',
  'thing.shared',
])

/**
 * When a fact may leave: what its writer may still take back without a trace stays inside until that time is over.
 */
export const leavesAt = (kind: string, happened: Date): Date =>
  takenBackWithoutTrace.has(kind) ? new Date(happened.getTime() + TEN_MINUTES_MS) : happened
