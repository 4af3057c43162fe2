/** A meeting as one may open it: when, where, what it is about. */
import type { Language } from '../../../platform/words/words.ts'
import { OpenCard } from '../../../ui/card.tsx'
import type { Meeting } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { WhenLines, whenOf } from './when.tsx'

/** What a meeting is called: its question, or its kind. */
export const titleOf = (lang: Language, meeting: Pick<Meeting, 'kind' | 'question'>): string =>
  meeting.question || words(lang)(meeting.kind === 'first' ? 'first' : 'usual')

/** Where a meeting is opened: its minutes once they stand. */
export const meetingHref = ({ slug, id, state }: Pick<Meeting, 'slug' | 'id' | 'state'>): string =>
  state === 'published' ? urls.minutes({ slug, id }) : urls.meeting({ slug, id })

/** A card; `zone` is the reader's. */
export const MeetingCard = (props: { lang: Language; zone: string; meeting: Meeting; level?: 2 | 3 }) => {
  const { lang, zone, meeting } = props
  const t = words(lang)
  const state = meeting.state === 'planned' || meeting.state === 'published' ? undefined : t(`state.${meeting.state}`)
  return (
    <OpenCard
      title={titleOf(lang, meeting)}
      href={meetingHref(meeting)}
      level={props.level ?? 3}
      {...(meeting.question ? { lang: meeting.language } : {})}
      {...(state ? { eyebrow: state } : {})}
    >
      {meeting.state === 'published' ? (
        <p class="muted">{whenOf(meeting, lang)}</p>
      ) : (
        <WhenLines lang={lang} zone={zone} meeting={meeting} />
      )}
    </OpenCard>
  )
}
