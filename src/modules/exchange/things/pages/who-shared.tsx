/** Who shared something, and on which day. */
import { dayOf } from '../../../../platform/words/dates.ts'
import { Face } from '../../../../ui/face.tsx'
import type { Reader } from '../../../people/contract.ts'
import type { Thing } from '../contract.ts'

/** One line. */
export const WhoShared = ({ reader, thing }: { reader: Reader; thing: Thing }) => (
  <p class="thing-who">
    <Face name={thing.author} seed={thing.author_id} little />
    <span>
      <span dir="auto">{thing.author}</span> ·{' '}
      <time datetime={thing.shared_at.toISOString()}>{dayOf(thing.shared_at, reader.lang, reader.zone)}</time>
    </span>
  </p>
)
