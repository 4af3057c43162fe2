/** The paths of calendars: one meeting as a file, the address that calendar programs ask, and its page under Me. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  file: path('/c/:slug/meetings/:id/calendar.ics'),
  address: path('/calendar/:secret'),
  mine: path('/me/calendar'),
  off: path('/me/calendar/off'),
}
