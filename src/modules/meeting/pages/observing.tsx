/** The first small task of somebody who observes: noting one open question, where the group already asks. */
import { challengeUrls } from '../../challenge/public.ts'
import { words } from '../words.ts'
import type { Seen } from './seen.ts'

/** Nothing for the others, and after a meeting that was cancelled. */
export const Observing = ({ reader, me, meeting, people, matters }: Seen) => {
  const observes = people.some(({ person_id, role }) => person_id === me && role === 'observer')
  if (!observes || meeting.state === 'cancelled') return null
  const t = words(reader.lang)
  const { slug } = meeting
  const id = matters.find(({ kind }) => kind === 'challenge')?.id
  return (
    <p class="muted">
      {t('observe.first')}{' '}
      <a
        href={
          id === undefined ? challengeUrls.challenges({ slug }) : `${challengeUrls.challenge({ slug, id })}#unknowns`
        }
      >
        {t('observe.note')}
      </a>
    </p>
  )
}
