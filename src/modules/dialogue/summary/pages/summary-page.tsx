/** Writing the summary; when somebody else was quicker, both texts stand there. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { languageNames, languages } from '../../../../platform/words/words.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextArea } from '../../../../ui/text-field.tsx'
import { circlesWithin } from '../../circles.ts'
import type { SummaryHere } from '../../contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import type { Room } from '../../store/threads.ts'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const SummaryPage = (
  props: Setting & {
    room: Room
    summary: SummaryHere | null
    once: string
    typed?: Typed | undefined
    errors?: readonly FieldError[] | undefined
    /** Somebody else has written another version meanwhile. */
    meanwhile?: boolean | undefined
  },
) => {
  const { lang, slug, room, summary, typed } = props
  const t = words(lang)
  const d = dialogueWords(lang)
  const mistakes = (props.errors ?? []).map(({ field, reason }) => ({
    field,
    message: reason.startsWith('summary.') ? t.maybe(reason) : d.maybe(reason),
  }))
  const version = String(summary?.version ?? 0)
  const circle = circlesWithin(room.audience)[0] ?? 'me'
  const n = circle === 'community' ? room.members : room.facilitators
  return (
    <Page title={t('summary.title')} lead={t('summary.lead')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <Form action={urls.summary({ slug, id: room.id })} once={props.once}>
        <input type="hidden" name="version" value={props.meanwhile ? version : typedText(typed, 'version', version)} />
        <TextArea
          name="text"
          label={t('summary.text')}
          hint={t('summary.hint')}
          value={typedText(typed, 'text', summary?.text ?? '')}
          rows={6}
          error={mistakeOf(mistakes, 'text')}
        />
        <Select
          name="language"
          label={d('say.inLanguage')}
          value={typedText(typed, 'language', summary?.language ?? lang)}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
        />
        <AudienceNote lang={lang} who={circle === 'me' ? d('say.circle.me') : d(`say.circle.${circle}`, { n })} />
        <Acts>
          <Button>{t('summary.save')}</Button>
          <a href={dialogueUrls.say({ slug, id: room.id })}>{d('voice.back')}</a>
        </Acts>
      </Form>
      {props.meanwhile && summary ? (
        <section>
          <h2>{t('summary.now', { name: summary.author ?? d('voices.somebody') })}</h2>
          <Markdown html={summary.html} lang={summary.language} />
        </section>
      ) : null}
    </Page>
  )
}
