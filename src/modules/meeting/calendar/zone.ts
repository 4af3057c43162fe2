/** Zones as calendars need them: what the clocks there say, and when they change. Pure, from the offsets of Intl. */

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
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

/** A change of the clocks: the moment, and the offsets before and after it in milliseconds. */
export interface Change {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Every change of a zone's clocks between two moments, found by halving the days between which they differ. */
export const changesIn = (zone: string, from: number, to: number): Change[] => {
  const changes: Change[] = []
  for (let day = from; day < to; day += 10 * DAY_MS) {
    let [low, high] = [day, day + 10 * DAY_MS]
    const [old, now] = [offsetAt(zone, low), offsetAt(zone, high)]
    if (old === now) continue
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000
      if (offsetAt(zone, middle) === old) low = middle
      else high = middle
    }
    changes.push({ at: high, from: old, to: now })
  }
  return changes
}

const two = (n: number): string => String(n).padStart(2, '0')
const signed = (offset: number): string => {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}
const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')

const part = ({ at, from, to }: Change): string[] => {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD'
  const start = `DTSTART:${wallText(at + from)}`
  return [`BEGIN:${kind}`, start, `TZOFFSETFROM:${signed(from)}`, `TZOFFSETTO:${signed(to)}`, `END:${kind}`]
}

/** The VTIMEZONE of a zone for some years, the first and the last among them: every change stands there by itself. */
export const zoneText = (zone: string, firstYear: number, lastYear: number): string => {
  const begin = Date.UTC(firstYear, 0, 1)
  const offset = offsetAt(zone, begin)
  const first: Change = { at: begin - offset, from: offset, to: offset }
  const changes = [first, ...changesIn(zone, begin, Date.UTC(lastYear + 1, 0, 1))]
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...changes.flatMap(part), 'END:VTIMEZONE'].join('\r\n')
}
