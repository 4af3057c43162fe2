/** For leads: who wants to know who said something, and why; yes, no, and whether its author is told. */
import { typedText } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Checks } from '../../../../ui/choice.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import { mistakesIn, type Returned } from '../../../../ui/returned.ts'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import { words as dialogueWords } from '../../words.ts'
import type { Unsealing } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { HowItStands } from './unsealing-page.tsx'

const Deciding = (props: Setting & { one: Unsealing; returned: Returned }) => {
  const { lang, slug, one, returned } = props
  const t = words(lang)
  const mistakes = mistakesIn(t, returned)
  return (
    <Form action={urls.decision({ slug, id: one.id })}>
      <Checks
        name="silent"
        label={t('risk.label')}
        values={typedText(returned.typed, 'silent') ? ['yes'] : []}
        options={[{ value: 'yes', label: t('risk.choose'), hint: t('risk.hint') }]}
      />
      <TextArea
        name="risk"
        low
        maxlength={1000}
        label={t('risk.why')}
        value={typedText(returned.typed, 'risk')}
        error={mistakeOf(mistakes, 'risk')}
      />
      <Acts>
        <Button name="agree" value="yes">
          {t('decide.yes')}
        </Button>
        <Button look="quiet" name="agree" value="no">
          {t('decide.no')}
        </Button>
      </Acts>
    </Form>
  )
}

/** `returned` belongs to the request `of`. */
export const UnsealingsPage = (props: Setting & { all: readonly Unsealing[]; of: number; returned: Returned }) => {
  const { lang, zone, all } = props
  const t = words(lang)
  return (
    <Page title={t('all.title')} lead={all.length > 0 ? t('all.lead') : undefined} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakesIn(t, props.returned)} />
      {all.length === 0 ? <Empty level={2} title={t('all.none')} text={t('all.noneText')} /> : null}
      {all.map((one) => (
        <section key={one.id} class="flow">
          <h2>
            {t('all.asks', {
              name: one.asker ?? dialogueWords(lang)('voices.somebody'),
              day: dayOf(one.asked_at, lang, zone),
            })}
          </h2>
          <Card calm>
            <Markdown html={one.html} lang={one.said_in} />
          </Card>
          <p class="as-typed" lang={one.language} dir="auto">
            {one.reason}
          </p>
          {one.agreed === null && !one.mine ? (
            <Deciding {...props} one={one} returned={props.of === one.id ? props.returned : {}} />
          ) : (
            <HowItStands {...props} one={one} />
          )}
        </section>
      ))}
    </Page>
  )
}
