/** Who hears a round, in plain words: never more people than it is said to. */
import type { Language } from '../../../../platform/words/words.ts'
import { circleOf } from '../../../community/public.ts'
import { words as dialogueWords } from '../../words.ts'
import { words } from '../words.ts'

/** Of a conversation or of a round in it. What is public is heard by the community, for a round stays inside. */
export const whoHears = (
  lang: Language,
  heard: { readonly audience: string; readonly members: number; readonly facilitators: number },
): string => {
  const t = dialogueWords(lang)
  const circle = circleOf(heard.audience)
  if (circle === 'facilitators') return t('say.circle.facilitators', { n: heard.facilitators })
  if (circle === 'community' || circle === 'public') return t('say.circle.community', { n: heard.members })
  return words(lang)('heard.few')
}
