/** Beginning a community: a name, what brings us together, and perhaps the first meeting. */
import { type FieldError, type Typed, typedList, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { MeetingFields } from './meeting-fields.tsx'
import { mistakesIn } from './mistakes.ts'
import { PerspectiveChecks } from './perspective-checks.tsx'

export const BeginPage = (props: { lang: Language; once: string; typed?: Typed; errors?: readonly FieldError[] }) => {
  const t = words(props.lang)
  const errors = mistakesIn(props.lang, props.errors)
  return (
    <Page title={t('begin.title')} lead={t('begin.lead')} measure="narrow">
      <ErrorSummary lang={props.lang} errors={errors} />
      <Form action={urls.begin()} once={props.once}>
        <TextField
          name="name"
          label={t('begin.name')}
          hint={t('begin.nameHint')}
          value={typedText(props.typed, 'name')}
          error={mistakeOf(errors, 'name')}
        />
        <TextArea
          name="purpose"
          low
          label={t('begin.purpose')}
          hint={t('begin.purposeHint')}
          value={typedText(props.typed, 'purpose')}
          error={mistakeOf(errors, 'purpose')}
        />
        <PerspectiveChecks
          lang={props.lang}
          label={t('begin.perspectives')}
          values={typedList(props.typed, 'perspectives')}
          error={mistakeOf(errors, 'perspectives')}
        />
        <section class="flow">
          <h2>{t('meeting.title')}</h2>
          <p class="muted">{t('meeting.optional')}</p>
          <MeetingFields lang={props.lang} typed={props.typed} errors={errors} />
        </section>
        <Button>{t('begin.go')}</Button>
      </Form>
    </Page>
  )
}
