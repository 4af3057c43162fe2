/** Zones as calendars need them: when the clocks there change. Pure, from the offsets of Intl. */
import { offsetAt } from '../../../platform/words/zones.ts'

const DAY_MS = 24 * 3_600_000
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
