/** The words that a reply quotes, to be shortened or emptied. */
import type { Language } from '../../../../platform/words/words.ts'
import { type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { words } from '../../words.ts'

/** What the form quotes, filled in before it is sent. */
export interface QuoteTyped {
  readonly id: number
  readonly words: string
  readonly language: string
}

export const QuoteField = (props: { lang: Language; quote: QuoteTyped; mistakes?: readonly Mistake[] | undefined }) => {
  const t = words(props.lang)
  return (
    <>
      <input type="hidden" name="quote" value={props.quote.id} />
      <TextArea
        name="quoteWords"
        id="voice-quoteWords"
        label={t('quote.label')}
        hint={t('quote.hint')}
        low
        lang={props.quote.language}
        value={props.quote.words}
        error={mistakeOf(props.mistakes, 'voice-quoteWords')}
      />
    </>
  )
}
