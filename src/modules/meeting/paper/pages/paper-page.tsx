/** The sheets of a community that one may print: what each is for. */
import { OpenCard } from '../../../../ui/card.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Reader } from '../../../people/contract.ts'
import { urls as meetingUrls } from '../../urls.ts'
import { words as meetingWords } from '../../words.ts'
import { sheetNames } from '../sheets.ts'
import { words } from '../words.ts'

export const PaperPage = ({ reader, slug }: { reader: Reader; slug: string }) => {
  const t = words(reader.lang)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {sheetNames.map((sheet) => (
        <OpenCard key={sheet} title={t(sheet)} href={meetingUrls.sheet({ slug, sheet })}>
          <p class="muted">{t(`${sheet}.text`)}</p>
        </OpenCard>
      ))}
      <p>
        <a href={meetingUrls.meetings({ slug })}>{meetingWords(reader.lang)('nav')}</a>
      </p>
    </Page>
  )
}
