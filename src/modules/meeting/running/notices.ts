/** What is told of a meeting's outcome: a step to whoever was named for it, the minutes to those who were not there. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import { calendarDay, weekdayOf } from '../../../platform/words/dates.ts'
import type { MemberScope } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { heldMeeting } from './store/run.ts'
import { namedForStep, notAtMeeting, stepById } from './store/step.ts'
import { words } from './words.ts'

/** The sources of notices about running meetings. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['step.taken-on'],
    topic: { key: 'next-step', label: (lang) => words(lang)('notice.stepTopic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(namedForStep(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[step]] = await house.db.read(scope, stepById(scope, fact.community ?? 0, fact.subject.id))
      if (!step || step.outcome !== null) return undefined
      const t = words(lang)
      return {
        subject: t('notice.stepSubject', { community: step.community }),
        text: t('notice.stepText'),
        quote: { words: step.words, lang: step.language },
        button: { label: t('notice.stepRead'), href: urls.meeting({ slug: step.slug, id: step.meeting_id }) },
      }
    },
  },
  {
    facts: ['meeting.published'],
    topic: { key: 'minutes', label: (lang) => words(lang)('notice.minutesTopic') },
    urgency: 'told',
    audience: async (tx, fact) => (await tx.rows(notAtMeeting(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[on]] = await house.db.read(scope, heldMeeting(scope, fact.community ?? 0, fact.subject.id))
      if (on?.state !== 'published') return undefined
      const t = words(lang)
      return {
        subject: t('notice.minutesSubject', { community: on.community }),
        text: t('notice.minutesText', { day: weekdayOf(calendarDay(on.day), lang, 'UTC') }),
        button: { label: t('notice.minutesRead'), href: urls.minutes({ slug: on.slug, id: on.id }) },
      }
    },
  },
]
