/** What stands at the address of a story that was withdrawn. */
import type { Language } from '../../../platform/words/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const GonePage = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <Page title={t('gone.title')} lead={t('gone.text')} measure="narrow">
      <div class="acts">
        <ButtonLink href={urls.library()} look="quiet">
          {t('gone.back')}
        </ButtonLink>
      </div>
    </Page>
  )
}
