/** What a community's home says of its rhythm: only when it rests, has closed, is quiet, or asks its people something. */
import type { Language } from '../../../../platform/words/words.ts'
import { Notice } from '../../../../ui/notice.tsx'
import type { OnHome } from '../store.ts'
import { rhythmUrls as urls } from '../urls.ts'
import { words } from '../words.ts'
import { Farewell } from './farewell.tsx'
import { Quiet } from './quiet.tsx'

/** Shows nothing in ordinary times. `tends`: only those who facilitate are asked about the quiet. */
export const RhythmOnHome = (props: { lang: Language; slug: string; rhythm: OnHome; tends: boolean }) => {
  const { lang, slug, rhythm } = props
  const t = words(lang)
  const more = (
    <p>
      <a href={urls.rhythm({ slug })}>{t('notice.rhythm')}</a>
    </p>
  )
  if (rhythm.stage === 'closed') return rhythm.farewell ? <Farewell lang={lang} said={rhythm} /> : null
  return (
    <>
      {rhythm.stage === 'dormant' ? (
        <Notice title={t('stage.dormant')}>
          <p>{t('helps.dormant')}</p>
          {more}
        </Notice>
      ) : null}
      {props.tends && rhythm.quiet ? <Quiet lang={lang} slug={slug} /> : null}
      {rhythm.asks ? (
        <Notice kind="human" title={t('home.asked')}>
          {more}
        </Notice>
      ) : null}
    </>
  )
}
