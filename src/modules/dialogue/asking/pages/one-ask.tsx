/** The page of one question: to answer for the person asked, to see where it stands for the others. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import { urls as scribeUrls } from '../../scribe/urls.ts'
import { voiceUrl } from '../../urls.ts'
import { isAsked, isAsker, mayAnswer, mayReopen, mayTakeBack } from '../access.ts'
import { type Ask, standing } from '../ask.ts'
import { urls } from '../urls.ts'
import { reasonSaid, words } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { WordsAsked } from './words-asked.tsx'

/** The heading of the page, which is its title too. */
export const oneAskTitle = (lang: Language, scope: MemberScope, ask: Ask): string => {
  const t = words(lang)
  const [asker, asked] = [ask.asker ?? t('notice.somebody'), ask.asked ?? t('notice.somebody')]
  if (isAsked(scope, ask)) return t('one.toYou', { name: asker })
  return isAsker(scope, ask) ? t('one.byYou', { name: asked }) : t('one.other', { asker, asked })
}

const State = (props: Props) => {
  const { lang, zone, ask, scope, now } = props
  const t = words(lang)
  const state = standing(ask, now)
  const name = ask.asked ?? t('notice.somebody')
  const mine = isAsked(scope, ask)
  const passed = state === 'passed' ? 'one.youPassed' : 'one.youDeclined'
  const said =
    mine && (state === 'passed' || state === 'declined')
      ? t(passed)
      : t(`one.${state}`, { name, day: dayOf(ask.closed_at ?? ask.ends_at, lang, zone) })
  return (
    <>
      <p>{said}</p>
      {state === 'answered' && ask.contribution_id !== null ? (
        <p>
          <a href={voiceUrl({ slug: ask.slug, id: ask.contribution_id })}>{t('one.read')}</a>
        </p>
      ) : null}
    </>
  )
}

interface Props {
  readonly lang: Language
  readonly zone: string
  readonly now: Date
  readonly scope: MemberScope
  readonly ask: Ask
  /** Title and address of the conversation. */
  readonly title: string
  readonly href: string
  readonly once: string
  readonly linkEnded?: boolean
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

export const OneAskPage = (props: Props) => {
  const { lang, ask, scope, now } = props
  const t = words(lang)
  const at = { slug: ask.slug, id: ask.id }
  const answers = mayAnswer(scope, ask, now).ok
  const typed = typedText(props.typed, 'text')
  const errors = answers ? [] : (props.errors ?? [])
  return (
    <Page
      title={oneAskTitle(lang, scope, ask)}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: props.title, href: props.href }]} />}
    >
      <ErrorSummary
        lang={lang}
        errors={errors.map(({ reason }) => ({ field: '', message: reasonSaid(lang, reason) }))}
      />
      {props.linkEnded ? (
        <Notice kind="ok" announce>
          <p>{t('one.linkEnded')}</p>
        </Notice>
      ) : null}
      <WordsAsked lang={lang} ask={ask} title={undefined} />
      {!answers && typed !== '' ? (
        <TextArea name="text" id="voice-text" label={t('link.yourWords')} value={typed} rows={6} />
      ) : null}
      {answers ? (
        <>
          <AnswerForm {...props} action={urls.answer(at)} />
          <Disclosure summary={t('one.endLink')}>
            <p>{t('one.endLinkWhat')}</p>
            <Form action={urls.linkEnd(at)}>
              <Button look="quiet">{t('one.endLink')}</Button>
            </Form>
          </Disclosure>
        </>
      ) : (
        <State {...props} />
      )}
      {isAsker(scope, ask) && standing(ask, now) === 'open' ? (
        <p>
          <a href={scribeUrls.write({ slug: ask.slug, id: ask.thread_id }, { ask: String(ask.id) })}>
            {t('one.writeDown')}
          </a>
        </p>
      ) : null}
      <Acts>
        {mayReopen(scope, ask, now).ok ? (
          <Form action={urls.reopening(at)}>
            <Button look="quiet">{t('one.reopen')}</Button>
          </Form>
        ) : null}
        {mayTakeBack(scope, ask, now).ok ? (
          <Form action={urls.withdrawal(at)}>
            <Button look="plain">{t('one.takeBack')}</Button>
          </Form>
        ) : null}
      </Acts>
    </Page>
  )
}
