/** What a home shows of meetings: the next one, and the steps somebody took on. */
import { calendarDay, weekdayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Meeting } from '../contract.ts'
import type { NextStep } from '../running/store/step.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { MeetingCard } from './meeting-card.tsx'

/** The next meeting under its heading; nothing when none is planned. `zone` is the reader's. */
export const NextMeeting = (props: { lang: Language; zone: string; meeting: Meeting | undefined }) =>
  props.meeting ? (
    <section class="flow">
      <h2>{words(props.lang)('home.next')}</h2>
      <MeetingCard lang={props.lang} zone={props.zone} meeting={props.meeting} />
    </section>
  ) : null

/** The steps somebody took on, each leading to its meeting; nothing when there is none. */
export const MyNextSteps = ({ lang, steps }: { lang: Language; steps: readonly NextStep[] }) => {
  const t = words(lang)
  if (steps.length === 0) return null
  return (
    <section class="flow">
      <h2>{t('home.steps')}</h2>
      <ul class="list near">
        {steps.map((step) => (
          <li key={step.id}>
            <a href={urls.meeting({ slug: step.slug, id: step.meeting_id })} lang={step.language} dir="auto">
              {step.words}
            </a>{' '}
            {step.due ? (
              <span class="muted">{t('waits.until', { day: weekdayOf(calendarDay(step.due), lang, 'UTC') })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
