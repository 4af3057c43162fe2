/** Saying what one needs or can offer, on one screen: which of both, the words, who sees it, Send. */
import { typedText } from '../../../../platform/http/form.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { type Seats, SeenBy } from '../../../dialogue/public.ts'
import type { Reader } from '../../../people/contract.ts'
import { needCircles, needKinds } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn, type Returned } from './mistakes.ts'

export const SayPage = (
  props: Returned & {
    reader: Reader
    slug: string
    once: string
    kind: string
    seats: Seats
    /** Whether an adult looks at the words before everybody hears them. */
    looked: boolean
  },
) => {
  const { reader, slug, typed } = props
  const { lang } = reader
  const t = words(lang)
  const errors = mistakesIn(lang, props)
  const wrong = (field: string) => {
    const error = mistakeOf(errors, field)
    return error ? { error } : {}
  }
  const circle = typedText(typed, 'audience')
  return (
    <Page
      title={t('say.title')}
      lead={t('say.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('nav'), href: urls.needs({ slug }) }]} />}
    >
      <Form action={urls.say({ slug })} once={props.once}>
        <ErrorSummary lang={lang} errors={errors} />
        <Choice
          name="kind"
          label={t('say.which')}
          across
          required
          value={typedText(typed, 'kind', props.kind)}
          options={needKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...wrong('kind')}
        />
        <TextArea
          name="text"
          label={t('say.text')}
          hint={t('say.textHint')}
          low
          required
          value={typedText(typed, 'text')}
          {...wrong('text')}
        />
        <SeenBy
          lang={lang}
          circles={needCircles}
          seats={props.seats}
          circle={needCircles.find((one) => one === circle) ?? needCircles[0]}
          language={typedText(typed, 'language', lang)}
          error={mistakeOf(errors, 'voice-audience')}
        />
        <Acts>
          <Button>{t('say.send')}</Button>
          <span class="meta">
            {t(props.looked ? 'look.before' : 'say.atOnce')} {t('say.promise')}
          </span>
        </Acts>
      </Form>
    </Page>
  )
}
