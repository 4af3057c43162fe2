/** What leaves the house by a webhook: told wherever one is added or changed. */
import type { Language } from '../../../platform/words/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { words } from '../words.ts'

export const Leaves = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <Notice title={t('leaves.title')}>
      <p>{t('leaves.what')}</p>
      <p>{t('leaves.private')}</p>
      <p>{t('leaves.page')}</p>
      <p>{t('leaves.undo')}</p>
    </Notice>
  )
}
