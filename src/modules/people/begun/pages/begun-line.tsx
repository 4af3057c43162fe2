/** The quiet line in a form that was filled again: since when the words are kept, and how to start afresh. */
import { dayIn, momentOf } from '../../../../platform/words/dates.ts'
import type { Reader } from '../../contract.ts'
import type { KeptBegun } from '../begun.ts'
import { begunUrls } from '../urls.ts'
import { words } from '../words.ts'

/** “14:05” today, “30 November 2026, 14:05” before. */
export const keptAt = ({ lang, zone }: Reader, at: Date, now: Date): string => {
  const moment = momentOf(at, lang, zone)
  return dayIn(at, zone) === dayIn(now, zone) ? (/\d\d[:.]\d\d/.exec(moment)?.[0] ?? moment) : moment
}

/** Says in a form which words begun it holds, so that they are forgotten once it is sent. */
export const BegunMark = ({ id }: { id: string }) => <input type="hidden" name="begun" value={id} />

/** `homeless` words found no place in the form: it has changed since. */
export const BegunLine = (props: { reader: Reader; begun: KeptBegun; now: Date; homeless: number }) => {
  const { reader, begun, now } = props
  const t = words(reader.lang)
  return (
    <>
      <BegunMark id={begun.id} />
      <p class="begun-line" data-begun={begun.id} data-version={begun.version}>
        {t('line.kept', { at: keptAt(reader, begun.kept_at, now) })}
        <a href={begun.page} data-afresh>
          {t('line.afresh')}
        </a>
        {props.homeless > 0 ? (
          <span>
            {t('line.changed')} <a href={begunUrls.one({ id: begun.id })}>{t('line.all')}</a>
          </span>
        ) : null}
      </p>
    </>
  )
}
