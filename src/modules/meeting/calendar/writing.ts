/** Meetings as a calendar file: what calendar programs read, and nobody's name. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { momentAt, offsetAt } from '../../../platform/words/zones.ts'
import type { Meeting } from '../contract.ts'
import { urls } from '../urls.ts'
import { zoneText } from './zone.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** What the clocks there show, in the shape of a date that knows its zone: the zone of this machine never matters. */
class WallClock extends Date {
  readonly internal = new Date(0)
  readonly tzComponents = (): [string, string, string] => ['+', '00', '00']
  withTimeZone(): this {
    return this
  }
  override getFullYear(): number {
    return this.getUTCFullYear()
  }
  override getMonth(): number {
    return this.getUTCMonth()
  }
  override getDate(): number {
    return this.getUTCDate()
  }
  override getHours(): number {
    return this.getUTCHours()
  }
  override getMinutes(): number {
    return this.getUTCMinutes()
  }
  override getSeconds(): number {
    return this.getUTCSeconds()
  }
}

const timesOf = ({ day, at, zone, minutes }: Meeting) => {
  if (at === null) {
    const start = Date.parse(`${day}T00:00:00Z`)
    return { allDay: true, start: new Date(start), end: new Date(start + DAY_MS) }
  }
  const wall = Date.parse(`${day}T${at}:00Z`)
  const over = momentAt(zone, wall) + minutes * MINUTE_MS
  return { timezone: zone, start: new WallClock(wall), end: new WallClock(over + offsetAt(zone, over)) }
}

// The generator writes a name as it is; commas and lines have a meaning in calendar files.
const escaped = (text: string): string => text.replaceAll(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')

const yearOf = ({ day }: Meeting): number => Number(day.slice(0, 4))

/**
 * A calendar of meetings.
 * @param site.baseUrl the address of the site; its host ends every UID
 * @param site.prodId what made the file
 */
export const calendarText = (
  site: { readonly baseUrl: string },
  name: string,
  meetings: readonly Meeting[],
): string => {
  const years = meetings.map(yearOf)
  const { host } = new URL(site.baseUrl)
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Ciranda', product: 'Meetings' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 3600,
    timezone: { name: null, generator: (zone) => zoneText(zone, Math.min(...years) - 1, Math.max(...years) + 1) },
  })
  for (const meeting of meetings)
    calendar.createEvent({
      id: `meeting-${meeting.id}@${host}`,
      sequence: meeting.sequence,
      stamp: meeting.changed_at,
      lastModified: meeting.changed_at,
      ...timesOf(meeting),
      status: meeting.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: meeting.community,
      location: meeting.place || null,
      description: meeting.question || null,
      url: site.baseUrl + urls.meeting({ slug: meeting.slug, id: meeting.id }),
    })
  return calendar.toString()
}
