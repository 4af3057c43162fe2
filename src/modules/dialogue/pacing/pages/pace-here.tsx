/** In a conversation that is paused or goes slowly: until when, why, and what one can do meanwhile. */
import { momentOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Notice } from '../../../../ui/notice.tsx'
import type { PaceHere as Pace } from '../../contract.ts'
import { nextTurn, pausedUntil } from '../pace.ts'
import { words } from '../words.ts'

/** Nothing where everybody speaks as they like. */
export const PaceHere = (props: { lang: Language; zone: string; now: Date; pace: Pace }) => {
  const { lang, zone, now, pace } = props
  const t = words(lang)
  const until = pausedUntil(pace, now)
  if (until)
    return (
      <Notice title={t('here.paused', { when: momentOf(until, lang, zone) })}>
        <p lang={pace.pause_language ?? undefined} dir="auto">
          {pace.pause_why}
        </p>
        <p>{t('here.meanwhile')}</p>
      </Notice>
    )
  if (pace.slow_minutes === null) return null
  const next = nextTurn(pace, now)
  return (
    <Notice>
      <p>
        {t('here.slowly', { span: t('span.each', { hours: pace.slow_minutes / 60 }) })}
        {next ? ` ${t('here.next', { when: momentOf(next, lang, zone) })} ${t('here.meanwhile')}` : null}
      </p>
    </Notice>
  )
}
