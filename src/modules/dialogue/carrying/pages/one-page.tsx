/** One request on its page: for the adult who was asked, for the other adults, for whoever asked. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { momentOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import { type Carried, isAuthor, isCarrier, LONGEST_NO, mayCarry, mayTakeDown, mayTakeOver } from '../carried.ts'
import { urls } from '../urls.ts'
import { reasonSaid, words } from '../words.ts'

const somebody = (lang: Language) => dialogueWords(lang)('voices.somebody')

/** The heading of the page, which is its title too. */
export const oneTitle = (lang: Language, scope: MemberScope, one: Carried): string => {
  const t = words(lang)
  if (isAuthor(scope, one)) return t('one.yours', { carrier: one.carrier ?? somebody(lang) })
  return isCarrier(scope, one)
    ? t('one.you', { author: one.author ?? somebody(lang) })
    : t('one.other', { author: one.author ?? somebody(lang), carrier: one.carrier ?? somebody(lang) })
}

type Props = Setting & {
  scope: MemberScope
  one: Carried
  /** The words, rendered. */
  html: string
  /** Title and address of the conversation, where it is in reach. */
  where?: { readonly title: string; readonly href: string } | undefined
  once: string
  typed?: Typed | undefined
  errors?: readonly FieldError[] | undefined
}

const State = ({ lang, zone, slug, one, scope }: Props) => {
  const t = words(lang)
  const values = { carrier: one.carrier ?? somebody(lang), when: momentOf(one.closed_at ?? one.asked_at, lang, zone) }
  if (one.state === 'open') return isCarrier(scope, one) ? null : <p>{t('state.open', values)}</p>
  return (
    <>
      <p>{t(`state.${one.state}`, values)}</p>
      {one.answer === null ? null : (
        <Card calm>
          <p dir="auto">{one.answer}</p>
        </Card>
      )}
      {one.state === 'said' && one.contribution_id !== null ? (
        <p>
          <a href={dialogueUrls.voice({ slug, id: one.contribution_id })}>{t('state.read')}</a>
        </p>
      ) : null}
    </>
  )
}

export const OnePage = (props: Props) => {
  const { lang, slug, one, scope, where } = props
  const t = words(lang)
  const at = { slug, id: one.id }
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: reasonSaid(lang, reason) }))
  const no = typedText(props.typed, 'answer')
  const crumbs = [
    { label: t('all.title'), href: urls.all({ slug }) },
    ...(where ? [{ label: where.title, href: where.href }] : []),
  ]
  return (
    <Page title={oneTitle(lang, scope, one)} measure="narrow" eyebrow={<Breadcrumb lang={lang} crumbs={crumbs} />}>
      <ErrorSummary lang={lang} errors={errors} />
      {one.text === '' ? null : (
        <Card>
          <Markdown html={props.html} lang={one.language} />
        </Card>
      )}
      <State {...props} />
      {mayCarry(scope, one).ok ? (
        <>
          <p class="muted">{t('one.how')}</p>
          <Form action={urls.saying(at)} once={props.once}>
            <Acts>
              <Button>{t('one.say')}</Button>
            </Acts>
          </Form>
          <Disclosure summary={t('no.summary')} open={no !== '' || errors.length > 0}>
            <Form action={urls.no(at)} unkept>
              <TextArea
                name="answer"
                label={t('no.label')}
                hint={t('no.hint')}
                low
                maxlength={LONGEST_NO}
                value={no}
                error={mistakeOf(errors, 'answer')}
              />
              <Acts>
                <Button look="quiet">{t('no.go')}</Button>
              </Acts>
            </Form>
          </Disclosure>
        </>
      ) : null}
      {isAuthor(scope, one) || isCarrier(scope, one) || one.state !== 'open' ? null : (
        <p class="muted">{t('one.seen')}</p>
      )}
      {mayTakeOver(scope, one, props.now).ok ? (
        <Form action={urls.takingOver(at)}>
          <Acts>
            <Button look="quiet">{t('over.take')}</Button>
            <span class="meta">{t('over.what', { carrier: one.carrier ?? somebody(lang) })}</span>
          </Acts>
        </Form>
      ) : null}
      {mayTakeDown(scope, one).ok ? (
        <Form action={urls.withdrawal(at)}>
          <Acts>
            <Button look="quiet">{t('one.takeBack')}</Button>
            <span class="meta">{t(one.state === 'said' ? 'one.takeBackSaid' : 'one.takeBackOpen')}</span>
          </Acts>
        </Form>
      ) : null}
    </Page>
  )
}
