/** Beside a voice that was said in a round: the way there, and with whose eyes it was said. */
import type { Said } from '../../contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** Nothing for other voices. Only members find the round. */
export const SaidInRound = ({ lang, slug, said, acts }: Setting & { said: Said; acts?: boolean }) => {
  if (said.round_id === null) return null
  const t = words(lang)
  const text = said.round_eyes === null ? t('voice.inRound') : t('voice.withEyes', { eyes: said.round_eyes })
  return (
    <span class="in-round">
      {' · '}
      {acts ? <a href={urls.round({ slug, id: said.round_id })}>{text}</a> : text}
    </span>
  )
}
