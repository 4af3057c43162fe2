/** What is told of a plan: planned, moved, cancelled; to the people of the community, with the rest of the week, or at once. */
import type { NoticeSource } from '../../platform/facts/notice.ts'
import type { House } from '../../platform/house.ts'
import { dayIn } from '../../platform/words/dates.ts'
import type { MemberScope } from '../people/contract.ts'
import type { Meeting } from './contract.ts'
import { whenOf } from './pages/when.tsx'
import { meetingsById, toldOfMeeting } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Whether a fact of this kind is still worth saying of a meeting as it stands. `today` is the calendar day there. */
export const worthSaying = (
  kind: string,
  meeting: Pick<Meeting, 'state' | 'day' | 'sequence'>,
  today: string,
): boolean => {
  if (meeting.day < today) return false
  if (kind.startsWith('meeting.cancelled')) return meeting.state === 'cancelled'
  // Whoever is told that it was moved needs not be told of a plan that is none any more.
  return meeting.state === 'planned' && (kind.startsWith('meeting.moved') || meeting.sequence === 0)
}

/** The sources of notices about plans: what changes within a week is told at once. */
export const notices = (house: Pick<House, 'db' | 'clock'>): readonly NoticeSource<MemberScope>[] => {
  const source: Omit<NoticeSource<MemberScope>, 'facts' | 'urgency'> = {
    topic: { key: 'meeting', label: (lang) => words(lang)('notice.topic') },
    audience: async (tx, fact) => (await tx.rows(toldOfMeeting(fact.subject.id, fact.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, { kind, subject }) => {
      const [[meeting]] = await house.db.read(scope, meetingsById([subject.id]))
      if (!meeting || !worthSaying(kind, meeting, dayIn(house.clock.now(), meeting.zone))) return undefined
      const t = words(lang)
      const { community, place, slug, id, state } = meeting
      const when = whenOf(meeting, lang)
      const what = kind.startsWith('meeting.cancelled')
        ? 'cancelled'
        : kind.startsWith('meeting.moved')
          ? 'moved'
          : 'planned'
      return {
        subject: t(`notice.${what}`, { community }),
        text: place ? t('notice.where', { when, place }) : when,
        button: { label: t(state === 'planned' ? 'notice.look' : 'notice.read'), href: urls.meeting({ slug, id }) },
      }
    },
  }
  return [
    { ...source, facts: ['meeting.planned', 'meeting.moved', 'meeting.cancelled'], urgency: 'told' },
    { ...source, facts: ['meeting.moved-soon', 'meeting.cancelled-soon'], urgency: 'asked' },
  ]
}
