/** The pages behind the link of a letter: the question, what was sent, and all that shows nothing of either. */
import type { FieldError, Typed } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Acts, Button, ButtonLink } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { Circle } from '../../../community/contract.ts'
import { words as dialogueWords } from '../../words.ts'
import type { Ask, Pass } from '../ask.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { WordsAsked } from './words-asked.tsx'

/** The heading of the question's page, which is its title too. */
export const askedYouTitle = (lang: Language, ask: Ask): string =>
  words(lang)('one.toYou', { name: ask.asker ?? words(lang)('notice.somebody') })

/** The question alone, with its form. `undone` after an answer was taken back. */
export const LinkPage = (props: {
  lang: Language
  token: string
  ask: Ask
  title: string | undefined
  once: string
  undone?: boolean
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const { lang, ask, token } = props
  const t = words(lang)
  return (
    <Page title={askedYouTitle(lang, ask)} eyebrow={ask.place} measure="narrow">
      {props.undone ? (
        <Notice kind="ok" announce>
          <p>{t('sent.undone')}</p>
        </Notice>
      ) : null}
      <WordsAsked lang={lang} ask={ask} title={props.title} />
      <p>
        <b>{t('link.as', { name: ask.asked ?? '' })}</b>
      </p>
      <AnswerForm {...props} action={urls.link({ token })} whole />
      <p class="meta">{t('link.only')}</p>
    </Page>
  )
}

/** What was done, and ten minutes to undo it. Only the form that was sent makes this page. */
export const SentPage = (props: {
  lang: Language
  token: string
  ask: Ask
  how: 'answered' | Pass
  circle: Circle
  /** Whether the asker is among those who hear it. */
  heard: boolean
  text: string
  undo: string
}) => {
  const { lang, ask, token, how, circle } = props
  const t = words(lang)
  const asker = ask.asker ?? t('notice.somebody')
  const n = circle === 'community' ? ask.members : ask.facilitators
  const told = circle === 'me' ? '' : dialogueWords(lang)(`say.circle.${circle}`, { n })
  const says = how === 'answered' ? (props.heard ? 'sent.seen' : 'sent.seenOnly') : (`sent.${how}` as const)
  return (
    <Page title={t('sent.title', { name: ask.asked ?? '' })} measure="narrow">
      <Notice kind="ok" announce>
        <p>{t(says, { asker, circle: told })}</p>
      </Notice>
      <Form action={urls.undo({ token })} whole>
        <input type="hidden" name="undo" value={props.undo} />
        <input type="hidden" name="text" value={props.text} />
        <Acts>
          <Button look="quiet">{t('sent.undo')}</Button>
        </Acts>
        <p class="meta">{t('sent.undoTime')}</p>
      </Form>
    </Page>
  )
}

/** Nothing of the question: it was answered, or the link is over, or never was. What was typed is given back. */
export const ClosedLinkPage = (props: {
  lang: Language
  /** Why, in words. */
  said?: string
  text: string
  /** Where somebody who is signed in finds what waits for them. */
  homeHref: string | undefined
  signInHref: string
}) => {
  const { lang, text } = props
  const t = words(lang)
  return (
    <Page title={t('link.closedTitle')} measure="narrow">
      <p class="lead">{props.said ?? t('link.closed')}</p>
      {text ? (
        <>
          {props.said ? null : <p>{t('link.kept')}</p>}
          <TextArea name="text" id="voice-text" label={t('link.yourWords')} value={text} rows={6} />
        </>
      ) : null}
      <p>
        {props.homeHref ? (
          <ButtonLink href={props.homeHref}>{t('link.home')}</ButtonLink>
        ) : (
          <ButtonLink href={props.signInHref}>{t('link.signIn')}</ButtonLink>
        )}
      </p>
    </Page>
  )
}

/** Somebody else is signed in on this device: nothing is shown until they say that the letter is theirs. */
export const OtherPersonPage = (props: { lang: Language; goOn: string; name: string; homeHref: string }) => {
  const t = words(props.lang)
  return (
    <Page title={t('link.otherTitle')} measure="narrow">
      <Notice kind="warn">
        <p>{t('link.other', { name: props.name })}</p>
        <p>{t('link.otherWhat')}</p>
      </Notice>
      <Acts>
        <ButtonLink href={props.goOn} look="quiet">
          {t('link.goOn')}
        </ButtonLink>
        <a href={props.homeHref}>{t('link.leave')}</a>
      </Acts>
    </Page>
  )
}
