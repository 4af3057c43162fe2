/** The page for editing one's own words; when they were changed elsewhere meanwhile, both stand there. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import { languageNames, languages } from '../../../platform/words/words.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Markdown } from '../../../ui/markdown.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select, TextArea } from '../../../ui/text-field.tsx'
import { circleOf } from '../../community/public.ts'
import type { Said } from '../contract.ts'
import { NamePicker } from '../mentioning/pages/name-picker.tsx'
import { urls as nameUrls } from '../mentioning/urls.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'
import type { Setting } from './who-said.tsx'

export const EditPage = (
  props: Setting & {
    said: Said & { readonly text: string; readonly thread_id: number }
    once: string
    typed?: Typed | undefined
    errors?: readonly FieldError[]
    /** The words on the page are not the ones the writer began with. */
    meanwhile?: boolean
  },
) => {
  const { lang, slug, said, typed } = props
  const t = words(lang)
  const names = said.waits ? undefined : nameUrls.names({ slug, id: said.thread_id })
  const mistakes = mistakesIn(lang, props.errors)
  return (
    <Page title={t('edit.title')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <Form action={urls.words({ slug, id: said.id })} once={props.once}>
        <input
          type="hidden"
          name="version"
          value={props.meanwhile ? said.version : typedText(typed, 'version', String(said.version))}
        />
        <NamePicker lang={lang} names={names} circle={circleOf(said.audience)}>
          <TextArea
            name="text"
            id="voice-text"
            label={t('say.text')}
            hint={t('edit.keeps')}
            value={typedText(typed, 'text', said.text)}
            lang={said.language}
            rows={8}
            error={mistakeOf(mistakes, 'voice-text')}
          />
        </NamePicker>
        <Select
          name="language"
          id="voice-language"
          label={t('say.inLanguage')}
          value={typedText(typed, 'language', said.language)}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          error={mistakeOf(mistakes, 'voice-language')}
        />
        <Acts>
          <Button>{t('edit.save')}</Button>
          <a href={urls.voice({ slug, id: said.id })}>{t('voice.back')}</a>
        </Acts>
      </Form>
      {props.meanwhile ? (
        <section>
          <h2>{t('edit.now')}</h2>
          <Markdown html={said.html} lang={said.language} />
        </section>
      ) : null}
    </Page>
  )
}
