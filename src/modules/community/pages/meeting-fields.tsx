/** Day, time and place of a meeting, as fields and as a line. */
import { type Typed, typedText } from '../../../platform/http/form.ts'
import { calendarDay, weekdayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { DateFields } from '../../../ui/date-fields.tsx'
import { type Mistake, mistakeOf } from '../../../ui/form.tsx'
import { TextField, TimeField } from '../../../ui/text-field.tsx'
import { words } from '../words.ts'

/** A meeting as the community's row keeps it. */
export interface Meets {
  readonly meets_on: string | null
  readonly meets_at: string | null
  readonly meets_where: string | null
}

export const MeetingFields = (props: { lang: Language; typed?: Typed; meets?: Meets; errors: readonly Mistake[] }) => {
  const t = words(props.lang)
  const { typed, meets } = props
  const day = typed
    ? { day: typedText(typed, 'on-day'), month: typedText(typed, 'on-month'), year: typedText(typed, 'on-year') }
    : (meets?.meets_on ?? {})
  return (
    <>
      <DateFields
        lang={props.lang}
        name="on"
        label={t('meeting.day')}
        value={day}
        error={mistakeOf(props.errors, 'on')}
      />
      <TimeField
        name="at"
        label={t('meeting.time')}
        value={typedText(typed, 'at', meets?.meets_at ?? '')}
        error={mistakeOf(props.errors, 'at')}
      />
      <TextField
        name="where"
        label={t('meeting.place')}
        value={typedText(typed, 'where', meets?.meets_where ?? '')}
        error={mistakeOf(props.errors, 'where')}
      />
    </>
  )
}

/** “Thursday 3 December, 16:30” and the place; nothing when nothing is settled. */
export const MeetingLine = ({ lang, meets }: { lang: Language; meets: Meets }) => {
  const t = words(lang)
  if (!meets.meets_on && !meets.meets_where) return null
  const day = meets.meets_on ? weekdayOf(calendarDay(meets.meets_on), lang, 'UTC') : ''
  return (
    <p>
      {day ? <b>{meets.meets_at ? t('meeting.when', { day, time: meets.meets_at }) : day}</b> : null}
      {day && meets.meets_where ? <br /> : null}
      {meets.meets_where ? <span dir="auto">{meets.meets_where}</span> : null}
    </p>
  )
}
