/** When a community is quiet: asked of its own facts, never of what single people do. */
import { isStage, type Standing } from './stage.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Six weeks: groups meet monthly, so one meeting has surely fallen out, and no summer week alone is called quiet. */
export const QUIET_AFTER_DAYS = 42

/** What is looked at. Moments; `meetsOn` is a calendar day. */
export interface Pulse {
  readonly standing: Standing
  readonly beganAt: Date
  /** When somebody last said that it goes on. */
  readonly awakeSince: Date | null
  /** When something was last said, met or tried. */
  readonly movedAt: Date | null
  readonly askedAt: Date | null
  readonly meetsOn: string | null
}

/** Whether the facilitators are asked now: once for each time of quiet, and never while a meeting is still to come. */
export const isToBeAsked = (pulse: Pulse, now: Date): boolean => {
  if (!isStage(pulse.standing)) return false
  if (pulse.meetsOn !== null && pulse.meetsOn >= now.toISOString().slice(0, 10)) return false
  const signs = [pulse.beganAt, pulse.awakeSince, pulse.movedAt].flatMap((at) => (at ? [at.getTime()] : []))
  const last = Math.max(...signs)
  const asked = pulse.askedAt !== null && pulse.askedAt.getTime() >= last
  return !asked && now.getTime() - last >= QUIET_AFTER_DAYS * DAY_MS
}
