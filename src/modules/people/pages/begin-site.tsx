/** The first-run page: the site's name, language, school, and its first facilitator. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import { type Language, languageNames, languages } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select, TextField } from '../../../ui/text-field.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'

export const BeginSitePage = (props: { lang: Language; typed?: Typed; errors?: readonly FieldError[] }) => {
  const t = words(props.lang)
  const errors = mistakesIn(t, props.errors)
  const field = (name: string) => ({ name, value: typedText(props.typed, name), error: mistakeOf(errors, name) })
  return (
    <Page title={t('begin.title')} lead={t('begin.lead')} measure="narrow">
      <ErrorSummary lang={props.lang} errors={errors} />
      <Form action={urls.beginSite()} whole>
        <TextField {...field('siteName')} label={t('begin.siteName')} />
        <Select
          name="language"
          label={t('begin.language')}
          value={typedText(props.typed, 'language', props.lang)}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
        />
        <TextField {...field('school')} label={t('begin.school')} autocomplete="organization" />
        <TextField {...field('name')} label={t('begin.name')} autocomplete="name" />
        <TextField {...field('email')} label={t('signIn.email')} type="email" autocomplete="username" />
        <TextField
          {...field('password')}
          value=""
          label={t('signIn.password')}
          hint={t('me.passwordHint')}
          type="password"
          autocomplete="new-password"
        />
        <Button>{t('begin.go')}</Button>
      </Form>
    </Page>
  )
}
