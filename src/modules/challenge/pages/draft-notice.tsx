/** What helps while a question is a private draft: a note for the family, or asking it another way. */
import type { Language } from '../../../platform/words/words.ts'
import { Acts, ButtonLink } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Challenge } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** Shows nothing once others hear the question. */
export const DraftNotice = (props: { lang: Language; slug: string; challenge: Challenge; filled: boolean }) => {
  const t = words(props.lang)
  const { challenge, slug } = props
  const href = urls.reword({ slug, id: challenge.id })
  const look = props.filled ? {} : { look: 'quiet' as const }
  if (!challenge.audience.startsWith('me:')) return null
  if (challenge.about_child !== 'not-yet')
    return (
      <Notice title={t('state.draft')}>
        <p>{t('draft.mine')}</p>
        <Acts>
          <ButtonLink href={href} {...look}>
            {t('draft.share')}
          </ButtonLink>
        </Acts>
      </Notice>
    )
  return (
    <Notice title={t('draft.title')}>
      <p>{t('draft.text')}</p>
      <Disclosure summary={t('draft.noteTitle')} open>
        <p>{t('draft.note')}</p>
        <CopyButton lang={props.lang} text={t('draft.note')} label={t('draft.copy')} />
      </Disclosure>
      <Disclosure summary={t('draft.otherTitle')} open>
        <ul>
          <li>{t('draft.lesson')}</li>
          <li>{t('draft.yard')}</li>
          <li>{t('draft.timetable')}</li>
        </ul>
      </Disclosure>
      <Acts>
        <ButtonLink href={href} {...look}>
          {t('draft.again')}
        </ButtonLink>
      </Acts>
    </Notice>
  )
}
