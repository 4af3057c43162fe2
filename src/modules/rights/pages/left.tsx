/** After leaving: it is done, and goodbye. */
import type { Language } from '../../../platform/words/words.ts'
import { Page } from '../../../ui/page.tsx'
import { words } from '../words.ts'

export const LeftPage = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <Page title={t('left.title')} lead={t('left.lead')} measure="slim">
      <p>{t('leave.copies')}</p>
    </Page>
  )
}
