/** Two small pages for those who tend a community: the first meeting, and the name and purpose. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import type { CommunityRow } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { MeetingFields } from './meeting-fields.tsx'
import { mistakesIn } from './mistakes.ts'

interface TendProps {
  readonly lang: Language
  readonly community: CommunityRow
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

export const MeetingPage = ({ lang, community, typed, errors }: TendProps) => {
  const t = words(lang)
  const mistakes = mistakesIn(lang, errors)
  return (
    <Page title={t('meeting.title')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <Form action={urls.meeting({ slug: community.slug })}>
        <MeetingFields lang={lang} typed={typed} meets={community} errors={mistakes} />
        <Button>{t('meeting.save')}</Button>
      </Form>
    </Page>
  )
}

export const TendPage = ({ lang, community, typed, errors }: TendProps) => {
  const t = words(lang)
  const mistakes = mistakesIn(lang, errors)
  return (
    <Page title={t('tend.title')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <Form action={urls.tend({ slug: community.slug })}>
        <TextField
          name="name"
          label={t('begin.name')}
          value={typedText(typed, 'name', community.name)}
          error={mistakeOf(mistakes, 'name')}
        />
        <TextArea
          name="purpose"
          low
          label={t('begin.purpose')}
          value={typedText(typed, 'purpose', community.purpose)}
          error={mistakeOf(mistakes, 'purpose')}
        />
        <Button>{t('tend.save')}</Button>
      </Form>
    </Page>
  )
}
