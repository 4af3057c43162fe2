/** The pace of a conversation: paused for a while, or slowly, so that nobody speaks again before others could. */
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'

const MINUTE_MS = 60_000

/** The spans in which each person may speak once, in minutes: an hour, six, twelve, a day. */
export const spans = [60, 360, 720, 1440] as const

/** How long a pause lasts. It ends by itself. */
export const PAUSE_MINUTES = 24 * 60

/** The longest reason for a pause, in characters. */
export const LONGEST_WHY = 300

/** What the rules need to know of a conversation's pace, and of when the asking person spoke there last. */
export interface Pace {
  readonly slow_minutes: number | null
  readonly paused_until: Date | null
  readonly spoke_at: Date | null
}

/** When a pause that begins now ends. */
export const endOfPause = (now: Date): Date => new Date(now.getTime() + PAUSE_MINUTES * MINUTE_MS)

/** Until when it is paused; nothing when it is not. */
export const pausedUntil = (pace: Pick<Pace, 'paused_until'>, now: Date): Date | undefined =>
  pace.paused_until && pace.paused_until > now ? pace.paused_until : undefined

/** When the asking person's next turn comes; nothing when it is there. */
export const nextTurn = (pace: Pace, now: Date): Date | undefined => {
  if (pace.slow_minutes === null || pace.spoke_at === null) return undefined
  const next = new Date(pace.spoke_at.getTime() + pace.slow_minutes * MINUTE_MS)
  return next > now ? next : undefined
}

/** Until when the asking person is to wait, for whichever reason. */
export const waitsUntil = (pace: Pace, now: Date): Date | undefined => {
  const ends = [pausedUntil(pace, now), nextTurn(pace, now)].flatMap((end) => end ?? [])
  return ends.sort((one, other) => other.getTime() - one.getTime())[0]
}

/** Whether something may be said now. Whoever was asked by name, or speaks through another's pen, waits for no turn. */
export const maySpeak = (pace: Pace | undefined, now: Date, called: boolean): Outcome<null> => {
  if (!pace) return done(null)
  if (pausedUntil(pace, now)) return refuse('pace.paused')
  return !called && nextTurn(pace, now) ? refuse('pace.slow') : done(null)
}
