/** What the clocks of a zone say at a moment, and the moment at which they say it. Pure, from the offsets of Intl. */

const DAY_MS = 24 * 3_600_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export const offsetAt = (zone: string, at: number): number => {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  clocks.set(zone, clock)
  const told = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = told
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** The moment at which the clocks of a zone show `wall`, which is written as if it were UTC. */
export const momentAt = (zone: string, wall: number): number => {
  const before = offsetAt(zone, wall - DAY_MS)
  // Of an hour that comes twice, the first; an hour that is skipped counts on from before.
  if (offsetAt(zone, wall - before) === before) return wall - before
  const after = offsetAt(zone, wall + DAY_MS)
  return offsetAt(zone, wall - after) === after ? wall - after : wall - before
}
