/** What other modules and app.ts may use of meetings. */
import type { House } from '../../platform/house.ts'
import type { Describe } from '../../platform/http/address-book.ts'
import type { NavigationEntry, OwnRoom } from '../../platform/http/navigation.ts'
import { isLanguage } from '../../platform/words/words.ts'
import { urls as calendarUrls } from './calendar/urls.ts'
import { words as calendarWords } from './calendar/words.ts'
import { titleOf } from './pages/meeting-card.tsx'
import { meetingsById } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { beat } from './beat.ts'
export { MyNextSteps, NextMeeting } from './pages/home-parts.tsx'
export { myNextSteps, type NextStep } from './running/store/step.ts'
export { lastMeeting, meetingsBelow, nextMeeting } from './store.ts'
export { urls as meetingUrls } from './urls.ts'

/** Meetings in a community's navigation. */
export const navigation: readonly NavigationEntry[] = [
  {
    key: 'meetings',
    order: 30,
    icon: 'calendar',
    stands: 'main',
    label: (lang) => words(lang)('nav'),
    href: (slug) => urls.meetings({ slug }),
  },
]

/** A person's own room: their calendar. */
export const ownRooms: readonly OwnRoom[] = [
  { key: 'calendar', label: (lang) => calendarWords(lang)('title'), href: () => calendarUrls.mine() },
]

/** Titles and addresses of meetings, for the address book. */
export const describeMeetings =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, meetingsById(ids))
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: titleOf(isLanguage(row.language) ? row.language : 'en', row),
          href: urls.meeting({ slug: row.slug, id: row.id }),
        },
      ]),
    )
  }
