/** What is told of a plan: planned, moved, cancelled; to the people of the community, with the rest of the week, or at once. */
import type { Notice, NoticeSource } from '../../platform/facts/notice.ts'
import type { House } from '../../platform/house.ts'
import { dayIn } from '../../platform/words/dates.ts'
import type { Language } from '../../platform/words/words.ts'
import { communityById } from '../community/public.ts'
import type { MemberScope } from '../people/contract.ts'
import type { Meeting } from './contract.ts'
import { whenOf } from './pages/when.tsx'
import { firstMeeting, meetingsById, toldOfFirst, toldOfMeeting } from './store.ts'
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

type Source = Omit<NoticeSource<MemberScope>, 'facts' | 'urgency'>
const topic: Source['topic'] = { key: 'meeting', label: (lang) => words(lang)('notice.topic') }

const said = (lang: Language, what: 'planned' | 'moved' | 'cancelled', meeting: Meeting): Notice => {
  const t = words(lang)
  const { community, place, slug, id, state } = meeting
  const when = whenOf(meeting, lang)
  return {
    subject: t(`notice.${what}`, { community }),
    text: place ? t('notice.where', { when, place }) : when,
    button: { label: t(state === 'planned' ? 'notice.look' : 'notice.read'), href: urls.meeting({ slug, id }) },
  }
}

/** The first meeting is settled with the community itself; its facts name the community. */
const ofTheFirst = (house: Pick<House, 'db' | 'clock'>): Source => ({
  topic,
  audience: async (tx, fact) => (await tx.rows(toldOfFirst(fact.subject.id, fact.id))).map((one) => one.person_id),
  say: async ({ scope, lang }, { kind, subject }) => {
    const [[meeting], [community]] = await house.db.read(
      scope,
      firstMeeting(scope, subject.id),
      communityById(scope, subject.id),
    )
    const today = meeting && dayIn(house.clock.now(), meeting.zone)
    if (kind.startsWith('meeting.settled'))
      return meeting?.state === 'planned' && today && meeting.day >= today
        ? said(lang, meeting.sequence === 0 ? 'planned' : 'moved', meeting)
        : undefined
    if (meeting || !community) return undefined
    const t = words(lang)
    return {
      subject: t('notice.unsettled', { community: community.name }),
      text: t('notice.unsettledText'),
      button: { label: t('notice.read'), href: urls.meetings({ slug: community.slug }) },
    }
  },
})

/** The sources of notices about plans: what changes within a week is told at once. */
export const notices = (house: Pick<House, 'db' | 'clock'>): readonly NoticeSource<MemberScope>[] => {
  const source: Source = {
    topic,
    audience: async (tx, fact) => (await tx.rows(toldOfMeeting(fact.subject.id, fact.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, { kind, subject }) => {
      const [[meeting]] = await house.db.read(scope, meetingsById([subject.id]))
      if (!meeting || !worthSaying(kind, meeting, dayIn(house.clock.now(), meeting.zone))) return undefined
      const what = kind.startsWith('meeting.cancelled')
        ? 'cancelled'
        : kind.startsWith('meeting.moved')
          ? 'moved'
          : 'planned'
      return said(lang, what, meeting)
    },
  }
  const first = ofTheFirst(house)
  return [
    { ...source, facts: ['meeting.planned', 'meeting.moved', 'meeting.cancelled'], urgency: 'told' },
    { ...source, facts: ['meeting.moved-soon', 'meeting.cancelled-soon'], urgency: 'asked' },
    { ...first, facts: ['meeting.settled', 'meeting.unsettled'], urgency: 'told' },
    { ...first, facts: ['meeting.settled-soon', 'meeting.unsettled-soon'], urgency: 'asked' },
  ]
}
