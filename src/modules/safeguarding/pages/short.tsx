/** That a second adult is missing, said kindly, and who stands in. Nothing locks. */
import { calendarDay, dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** A missing second adult: `until` is the last day on which a lead stands in, as `2026-12-03`; nothing without a lead. */
export interface Short {
  readonly until: string | null
  /** Whether those ten school days are over. */
  readonly over: boolean
}

export const ShortNotice = (props: { lang: Language; slug: string; short: Short | undefined; tends: boolean }) => {
  const { lang, short } = props
  if (!short) return null
  const t = words(lang)
  const day = short.until ? dayOf(calendarDay(short.until), lang, 'UTC') : ''
  return (
    <Notice kind={props.tends ? 'human' : 'info'} title={t('short.title')}>
      <p>{short.until && !short.over ? t('short.standsIn', { day }) : t('short.text')}</p>
      {props.tends ? (
        <p>
          <a href={`${urls.who({ slug: props.slug })}#tend`}>{t('short.act')}</a>
        </p>
      ) : null}
    </Notice>
  )
}
