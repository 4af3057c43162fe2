/** What somebody wrote to something that is gone or takes no answer: given back, so that nothing typed is lost. */
import { typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Card } from '../../../../ui/card.tsx'
import { ErrorSummary } from '../../../../ui/form.tsx'
import { words } from '../words.ts'
import { mistakesIn, type Returned } from './mistakes.ts'

/** The sentence, and the words; nothing when nothing came back. */
export const GivenBack = (props: Returned & { lang: Language; field: 'words' | 'thanks' | undefined }) => {
  const { lang, typed, field } = props
  const t = words(lang)
  const text = field ? typedText(typed, field) : ''
  return (
    <>
      <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} {...(text ? { title: t('notSent') } : {})} />
      {text ? (
        <Card calm>
          <p class="eyebrow">{t('given')}</p>
          <p dir="auto">{text}</p>
        </Card>
      ) : null}
    </>
  )
}
