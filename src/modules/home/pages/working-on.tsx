/** What a community works on: its question as a card, and the try-out that runs. */
import { calendarDay, dayOf } from '../../../platform/words/dates.ts'
import type { Challenge } from '../../challenge/contract.ts'
import { ChallengeCard, challengeUrls, type RunningTryout } from '../../challenge/public.ts'
import type { Reader } from '../../people/contract.ts'
import { words } from '../words.ts'

export const WorkingOn = (props: { reader: Reader; challenge: Challenge; tryouts: readonly RunningTryout[] }) => {
  const { reader, challenge } = props
  const t = words(reader.lang)
  return (
    <div class="flow tight">
      <ChallengeCard lang={reader.lang} zone={reader.zone} challenge={challenge} level={3} />
      {props.tryouts.map((tryout) => (
        <p key={tryout.id} class="muted">
          {t('home.trying', { day: dayOf(calendarDay(tryout.ends_on), reader.lang, 'UTC') })}{' '}
          <a
            href={challengeUrls.tryout({ slug: challenge.slug, id: challenge.id, tryout: tryout.id })}
            lang={tryout.language}
            dir="auto"
          >
            {tryout.title}
          </a>
        </p>
      ))}
    </div>
  )
}
