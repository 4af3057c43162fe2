/** Ways to come in: the link by e-mail, the password, and the passkeys of one's devices. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Reader } from '../../contract.ts'
import { urls } from '../../urls.ts'
import type { OtherWays, Passkey } from '../passkey.ts'
import type { PlaceFound } from '../place.ts'
import { words } from '../words.ts'
import { PassKeyForm } from './pass-key.tsx'

export interface WaysInProps {
  readonly reader: Reader
  readonly ways: OtherWays | undefined
  readonly passkeys: readonly Passkey[]
  readonly found: PlaceFound
  /** Whether the site sends letters. */
  readonly letters: boolean
  /** A name to begin with for this device. */
  readonly device: string
  readonly told?: 'added' | 'removed' | 'unlinked' | undefined
  /** The passkey that would be the last way in, when somebody wants it gone. */
  readonly last?: number
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const Others = ({ reader, ways, letters }: WaysInProps) => {
  const t = words(reader.lang)
  return (
    <ul class="list">
      {ways?.email ? (
        <li>
          <b>{t('letter')}</b>
          <br />
          <span class="muted">{letters ? t('letterTo', { email: ways.email }) : t('noLetters')}</span>
        </li>
      ) : null}
      <li class="row between">
        <span>
          <b>{t('password')}</b>
          <br />
          <span class="muted">{t(ways?.password ? 'passwordSet' : 'passwordNone')}</span>
        </span>
        <a href={urls.me()}>{t('passwordChange')}</a>
      </li>
      {ways?.school ? (
        <li class="row between">
          <span>
            <b>{t('school')}</b>
            <br />
            <span class="muted">{t('schoolSays')}</span>
          </span>
          <Form action={urls.unlinkSchool()} inline>
            <Button look="quiet">{t('schoolEnd')}</Button>
          </Form>
        </li>
      ) : null}
    </ul>
  )
}

const One = ({ reader, passkey, last }: { reader: Reader; passkey: Passkey; last: boolean }) => {
  const t = words(reader.lang)
  const { lang, zone } = reader
  const used = passkey.last_used ? t('used', { day: dayOf(calendarDay(passkey.last_used), lang, 'UTC') }) : t('unused')
  return (
    <li class="flow">
      <div class="row between">
        <span>
          <b dir="auto">{passkey.name}</b>
          <br />
          <span class="muted">{[t('since', { day: dayOf(passkey.made_at, lang, zone) }), used].join(' · ')}</span>
        </span>
        {last ? null : (
          <Form action={urls.removePasskey({ id: passkey.id })} inline>
            <Button look="quiet" says={t('removes', { name: passkey.name })}>
              {t('remove')}
            </Button>
          </Form>
        )}
      </div>
      {last ? (
        <Notice kind="warn" title={t('lastTitle')}>
          <p>{t('last')}</p>
          <Form action={urls.removePasskey({ id: passkey.id })}>
            <input type="hidden" name="sure" value="yes" />
            <Button look="quiet" says={t('removes', { name: passkey.name })}>
              {t('removeSure')}
            </Button>
          </Form>
        </Notice>
      ) : null}
    </li>
  )
}

const Add = ({ reader, found, device, typed, errors = [] }: WaysInProps) => {
  const t = words(reader.lang)
  if (found.kind === 'nowhere') return <Notice>{t('nowhere')}</Notice>
  if (found.kind === 'elsewhere')
    return (
      <Notice>
        <p>{t('elsewhere')}</p>
        <p>
          <a href={found.address + urls.waysIn()}>{found.address}</a>
        </p>
      </Notice>
    )
  const said = errors.map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  return (
    <PassKeyForm
      lang={reader.lang}
      ask={urls.newPasskeyChallenge()}
      does="make"
      action={urls.addPasskey()}
      label={t('add')}
    >
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        maxlength={80}
        value={typedText(typed, 'name', device)}
        error={mistakeOf(said, 'name')}
      />
    </PassKeyForm>
  )
}

export const WaysInPage = (props: WaysInProps) => {
  const t = words(props.reader.lang)
  const said = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  return (
    <Page title={t('title')} lead={t('lead')} measure="narrow">
      <ErrorSummary lang={props.reader.lang} errors={said} />
      {props.told ? (
        <Notice kind="ok" announce>
          {t(props.told)}
        </Notice>
      ) : null}
      <Others {...props} />
      <section class="flow">
        <h2>{t('passkeys')}</h2>
        <p>{t('what')}</p>
        {props.passkeys.length === 0 ? <p class="muted">{t('none')}</p> : null}
        <ul class="list">
          {props.passkeys.map((passkey) => (
            <One key={passkey.id} reader={props.reader} passkey={passkey} last={passkey.id === props.last} />
          ))}
        </ul>
        <Add {...props} />
      </section>
    </Page>
  )
}
