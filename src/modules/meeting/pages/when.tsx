/** When and where a meeting is: as the clocks there show it, and which clocks where the reader's are others. */
import { calendarDay, weekdayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Meeting } from '../contract.ts'
import { words } from '../words.ts'

/** What a line of when and where needs. */
export type When = Pick<Meeting, 'day' | 'at' | 'zone' | 'place'>

/** “Thursday 3 December, 16:30” */
export const whenOf = (meeting: Pick<When, 'day' | 'at'>, lang: Language): string => {
  const day = weekdayOf(calendarDay(meeting.day), lang, 'UTC')
  return meeting.at ? words(lang)('when', { day, time: meeting.at }) : day
}

/** “Lisbon”, from a zone such as `Europe/Lisbon`. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

/** The place; a link where it is one. */
export const Where = ({ place }: Pick<When, 'place'>) =>
  /^https?:\/\/\S+$/i.test(place) ? (
    <a href={place} rel="noreferrer">
      {place}
    </a>
  ) : (
    <span dir="auto">{place}</span>
  )

/** Day, time and place under each other, and how long where `minutes` are given. `zone` is the reader's. */
export const WhenLines = ({
  lang,
  zone,
  meeting,
  minutes,
}: {
  lang: Language
  zone: string
  meeting: When
  minutes?: number | undefined
}) => (
  <p class="meeting-when">
    <b>{whenOf(meeting, lang)}</b>
    {meeting.at && meeting.zone !== zone ? (
      <span class="muted"> {words(lang)('whenThere', { city: cityOf(meeting.zone) })}</span>
    ) : null}
    {meeting.place ? (
      <>
        <br />
        <Where place={meeting.place} />
      </>
    ) : null}
    {minutes ? (
      <>
        <br />
        <span class="muted">{words(lang)('plan.minutes', { n: minutes })}</span>
      </>
    ) : null}
  </p>
)
