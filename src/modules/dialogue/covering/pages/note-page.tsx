/** The page of a content note: the words, one line before them, and what becomes of it. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Said } from '../../contract.ts'
import { mistakesIn } from '../../pages/mistakes.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Covered } from './covered.tsx'
import { NoteField } from './note-field.tsx'

export const NotePage = (
  props: Setting & {
    said: Said
    mine: boolean
    once: string
    typed?: Typed | undefined
    errors?: readonly FieldError[] | undefined
  },
) => {
  const { lang, slug, said } = props
  const t = words(lang)
  const mistakes = mistakesIn(lang, props.errors)
  const at = { slug, id: said.id }
  return (
    <Page title={t('note.title')} lead={t(props.mine ? 'note.lead' : 'note.leadFacilitator')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <Card calm>
        <Covered lang={lang} note={said.note} noteIn={said.language}>
          <Markdown html={said.html} lang={said.language} />
        </Covered>
      </Card>
      <Form action={urls.note(at)} once={props.once}>
        <NoteField
          lang={lang}
          value={typedText(props.typed, 'note', said.note ?? '')}
          in={said.language}
          error={mistakeOf(mistakes, 'voice-note')}
        />
        {said.note === null ? null : <p class="meta">{t('note.away')}</p>}
        <Acts>
          <Button>{t('note.save')}</Button>
          <a href={dialogueUrls.voice(at)}>{dialogueWords(lang)('voice.back')}</a>
        </Acts>
      </Form>
    </Page>
  )
}
