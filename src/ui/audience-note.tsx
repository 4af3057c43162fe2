/** Who will see it: beside every field one writes in. */
import type { Language } from '../platform/words/words.ts'
import { Icon } from './icons.tsx'
import { words } from './words.ts'

/** `who` names the circle in plain words, such as “the 8 people of Reading together”. */
export const AudienceNote = (props: { lang: Language; who: string; more?: string }) => (
  <p class="audience">
    <Icon name="lock" />
    <span>
      {words(props.lang)('seen-by')} <b dir="auto">{props.who}</b>
      {props.more ? ` ${props.more}` : ''}
    </span>
  </p>
)
