/** Pages of plain words: help, accessibility, and what went wrong. */
import type { Language } from '../../../platform/words/words.ts'
import { Page } from '../../../ui/page.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const HelpPage = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <Page title={t('help.title')} lead={t('help.lead')} measure="narrow">
      {(['who', 'back', 'pageWrong', 'danger'] as const).map((name) => (
        <section key={name} class="flow">
          <h2>{t(`help.${name}`)}</h2>
          <p>{t(`help.${name}Answer`)}</p>
        </section>
      ))}
    </Page>
  )
}

export const AccessibilityPage = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')} measure="narrow">
      <p>{t('accessibility.does')}</p>
      <p>{t('accessibility.aim')}</p>
      <p>{t('accessibility.tell')}</p>
      <p>
        <a href={urls.reading()}>{t('me.readingLink')}</a>
      </p>
    </Page>
  )
}

export const TroublePage = ({
  lang,
  kind,
}: {
  lang: Language
  kind: 'fault' | 'tooLarge' | 'fileTooLarge' | 'foreign' | 'closed' | 'look'
}) => {
  const t = words(lang)
  return (
    <Page title={t(`${kind}.title`)} lead={t(`${kind}.lead`)} measure="narrow">
      <p>
        <a href={urls.front()}>{t('notFound.home')}</a>
      </p>
    </Page>
  )
}
