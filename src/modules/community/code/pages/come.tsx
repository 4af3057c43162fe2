/** Coming in by a code: typing it, a name and a picture, and waiting. */
import { type FieldError, type Typed, typedList, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checks } from '../../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { cardUrls, cardWords, inFours } from '../../../people/public.ts'
import { type Perspective, perspectives } from '../../contract.ts'
import { words as communityWords } from '../../words.ts'
import { codeUrls } from '../urls.ts'
import { words } from '../words.ts'
import { AvatarChoice } from './avatar-choice.tsx'

interface Again {
  readonly lang: Language
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const mistakes = ({ lang, errors = [] }: Again) =>
  errors.map(({ field, reason }) => ({ field, message: words(lang).maybe(reason) }))

export const TypeCodePage = (props: Again) => {
  const t = words(props.lang)
  const errors = mistakes(props)
  return (
    <Page title={t('type.title')} lead={t('type.lead')} measure="slim">
      <ErrorSummary lang={props.lang} errors={errors} />
      <Form action={codeUrls.type()} whole>
        <TextField
          name="code"
          width="code"
          autocomplete="off"
          label={t('type.code')}
          hint={t('type.hint')}
          value={typedText(props.typed, 'code')}
          error={mistakeOf(errors, 'code')}
        />
        <Button>{t('type.go')}</Button>
      </Form>
      <p>
        <a href={cardUrls.type()}>{cardWords(props.lang)('typed.title')}</a>
      </p>
    </Page>
  )
}

export const ComePage = (
  props: Again & {
    code: string
    community: { readonly name: string; readonly purpose: string; readonly perspective: Perspective | null }
    /** How somebody is called who is signed in already. */
    known: string | null
    once: string
  },
) => {
  const t = words(props.lang)
  const community = communityWords(props.lang)
  const errors = mistakes(props)
  const { perspective } = props.community
  return (
    <Page
      title={community('join.title', { name: props.community.name })}
      lead={props.community.purpose}
      measure="narrow"
    >
      <ErrorSummary lang={props.lang} errors={errors} />
      <Form action={codeUrls.come({ code: props.code })} once={props.once} whole>
        {props.known === null ? (
          <>
            <TextField
              name="name"
              autocomplete="nickname"
              maxlength={40}
              label={t('come.name')}
              hint={t('come.nameHint')}
              value={typedText(props.typed, 'name')}
              error={mistakeOf(errors, 'name')}
            />
            <AvatarChoice
              lang={props.lang}
              label={t('come.avatar')}
              value={typedText(props.typed, 'avatar')}
              error={mistakeOf(errors, 'avatar')}
            />
          </>
        ) : (
          <p>{t('come.known', { name: props.known })}</p>
        )}
        {perspective === null ? (
          <Checks
            name="perspectives"
            label={community('begin.perspectives')}
            values={typedList(props.typed, 'perspectives')}
            across
            options={perspectives
              .filter((one) => one !== 'student')
              .map((value) => ({ value, label: community(`perspective.${value}`) }))}
          />
        ) : null}
        <p class="muted">{t('come.next')}</p>
        <Button look="big">{t('come.go')}</Button>
      </Form>
    </Page>
  )
}

export const WaitingPage = (props: {
  lang: Language
  name: string
  waits: readonly { readonly slug: string; readonly name: string; readonly let_in: boolean | null }[]
  homeOf: (slug: string) => string
}) => {
  const t = words(props.lang)
  const open = props.waits.some((one) => one.let_in === null)
  return (
    <Page title={t(open ? 'wait.title' : 'wait.answer')} lead={t('wait.hello', { name: props.name })} measure="narrow">
      {props.waits.map((one) => (
        <Notice key={one.slug} kind={one.let_in ? 'ok' : 'info'} title={one.name} announce={one.let_in !== null}>
          <p>{t(one.let_in === null ? 'wait.open' : one.let_in ? 'wait.in' : 'wait.declined')}</p>
          {one.let_in ? (
            <p>
              <ButtonLink href={props.homeOf(one.slug)}>{t('wait.go')}</ButtonLink>
            </p>
          ) : null}
        </Notice>
      ))}
      {props.waits.length === 0 ? <p>{t('wait.nowhere')}</p> : null}
      {open ? (
        <>
          <p>{t('wait.card')}</p>
          <p>
            <ButtonLink look="big" href={codeUrls.waiting()}>
              {t('wait.again')}
            </ButtonLink>
          </p>
        </>
      ) : null}
      <p>
        <a href={codeUrls.type()}>{t('type.title')}</a>
      </p>
    </Page>
  )
}

/** The code as it is read aloud. */
export const codeShown = (code: string): string => inFours(code)
