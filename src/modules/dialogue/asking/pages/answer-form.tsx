/** Answering on one screen: the words, who hears them, Send; and beside it Pass and I'd rather not, as large. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { SeenBy } from '../../pages/seen-by.tsx'
import { type Ask, answerCircles } from '../ask.ts'
import { reasonSaid, words } from '../words.ts'

const mistakesIn = (lang: Language, errors: readonly FieldError[] = []): Mistake[] =>
  errors.map(({ field, reason }) => ({ field: field && `voice-${field}`, message: reasonSaid(lang, reason) }))

/** `whole` for a page load of its own: the link of a letter answers without going anywhere else. */
export const AnswerForm = (props: {
  lang: Language
  ask: Ask
  action: string
  once: string
  whole?: boolean
  typed?: Typed | undefined
  errors?: readonly FieldError[] | undefined
}) => {
  const { lang, ask, typed } = props
  const t = words(lang)
  const mistakes = mistakesIn(lang, props.errors)
  const circles = answerCircles(ask)
  const preset = typedText(typed, 'audience')
  return (
    <>
      <ErrorSummary lang={lang} errors={mistakes} />
      <Form action={props.action} once={props.once} whole={props.whole ?? false}>
        <TextArea
          name="text"
          id="voice-text"
          label={t('answer.words')}
          rows={4}
          value={typedText(typed, 'text')}
          error={mistakeOf(mistakes, 'voice-text')}
        />
        <SeenBy
          lang={lang}
          circles={circles}
          seats={ask}
          circle={circles.find((circle) => circle === preset) ?? circles[0] ?? 'facilitators'}
          language={typedText(typed, 'language', lang)}
          error={mistakeOf(mistakes, 'voice-audience')}
        />
        <Acts>
          <Button look="big" name="act" value="answered">
            {t('answer.send')}
          </Button>
        </Acts>
        <p class="meta">{t('answer.promise')}</p>
        <Acts>
          <Button look="quiet big" name="act" value="passed">
            {t('answer.pass')}
          </Button>
          <Button look="quiet big" name="act" value="declined">
            {t('answer.decline')}
          </Button>
        </Acts>
        <p class="meta">{t('answer.passWhat')}</p>
      </Form>
    </>
  )
}
