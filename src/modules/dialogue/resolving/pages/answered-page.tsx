/** Choosing what answered a wondering, or that it is open. */
import type { FieldError } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Said } from '../../contract.ts'
import { Covered } from '../../covering/pages/covered.tsx'
import { mistakesIn } from '../../pages/mistakes.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import type { Candidate } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const SHORT = 120
const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text)

export const AnsweredPage = (
  props: Setting & {
    said: Said
    candidates: readonly Candidate[]
    errors?: readonly FieldError[] | undefined
  },
) => {
  const { lang, slug, said, candidates } = props
  const t = words(lang)
  const d = dialogueWords(lang)
  const at = { slug, id: said.id }
  const mistakes = mistakesIn(lang, props.errors)
  return (
    <Page title={t('answered.title')} lead={t('answered.lead')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <Card calm>
        <Covered lang={lang} note={said.note} noteIn={said.language}>
          <Markdown html={said.html} lang={said.language} />
        </Covered>
      </Card>
      {candidates.length === 0 ? (
        <Empty level={2} title={t('answered.none')} text={t('answered.noneText')} />
      ) : (
        <Form action={urls.answered(at)}>
          <Choice
            name="answer"
            id="voice-answer"
            label={t('answered.which')}
            value={String(said.resolved?.id ?? 0)}
            error={mistakeOf(mistakes, 'voice-answer')}
            options={[
              { value: '0', label: t('answered.open') },
              ...candidates.map((one) => ({
                value: String(one.id),
                label: `${one.author ?? d('voices.somebody')}: ${short(one.text)}`,
                lang: one.language,
              })),
            ]}
          />
          <Acts>
            <Button>{t('answered.save')}</Button>
          </Acts>
        </Form>
      )}
      <p>
        <a href={dialogueUrls.voice(at)}>{d('voice.back')}</a>
      </p>
    </Page>
  )
}
