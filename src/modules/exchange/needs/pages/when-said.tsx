/** Who said something, and on which day. */
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'

/** Without a name where it stands beside. */
export const WhenSaid = ({ lang, zone, name, at }: { lang: Language; zone: string; name?: string; at: Date }) => (
  <span>
    {name ? <span dir="auto">{name}</span> : null}
    {name ? ' · ' : null}
    <time datetime={at.toISOString()}>{dayOf(at, lang, zone)}</time>
  </span>
)
