/** Me: how one is called and reads, one's password, and going out. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import type { OwnRoom } from '../../../platform/http/navigation.ts'
import { type Language, languageNames, languages } from '../../../platform/words/words.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select, TextField } from '../../../ui/text-field.tsx'
import { begunUrls } from '../begun/urls.ts'
import { words as begunWords } from '../begun/words.ts'
import { cardUrls } from '../card/urls.ts'
import { words as cardWords } from '../card/words.ts'
import { words as passkeyWords } from '../passkey/words.ts'
import { words as tokenWords } from '../token/words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'

export const MePage = (props: {
  lang: Language
  name: string
  administers: boolean
  /** Pages of one's own that other rooms bring. */
  own?: readonly OwnRoom[] | undefined
  saved: boolean
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const t = words(props.lang)
  const errors = mistakesIn(t, props.errors)
  return (
    <Page title={t('me.title')} lead={t('me.lead')} measure="narrow">
      <ErrorSummary lang={props.lang} errors={errors} />
      {props.saved ? (
        <Notice kind="ok" announce>
          {t('me.saved')}
        </Notice>
      ) : null}
      <Form action={urls.me()} whole>
        <TextField
          name="name"
          autocomplete="name"
          label={t('me.name')}
          value={typedText(props.typed, 'name', props.name)}
          error={mistakeOf(errors, 'name')}
        />
        <Select
          name="language"
          label={t('me.language')}
          value={typedText(props.typed, 'language', props.lang)}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
        />
        <Button>{t('me.save')}</Button>
      </Form>
      {(props.own ?? []).map((room) => (
        <p key={room.key}>
          <a href={room.href()}>{room.label(props.lang)}</a>
        </p>
      ))}
      <p>
        <a href={begunUrls.list()}>{begunWords(props.lang)('all.title')}</a>
      </p>
      <p>
        <a href={urls.reading()}>{t('me.readingLink')}</a>
      </p>
      <p>
        <a href={urls.waysIn()}>{passkeyWords(props.lang)('title')}</a>
      </p>
      <p>
        <a href={cardUrls.address()}>{cardWords(props.lang)('address.title')}</a>
      </p>
      <p>
        <a href={urls.programs()}>{tokenWords(props.lang)('title')}</a>
      </p>
      {props.administers ? (
        <p>
          <a href={urls.administration()}>{t('me.administration')}</a>
        </p>
      ) : null}
      <section class="flow">
        <h2>{t('me.passwordTitle')}</h2>
        <Form action={urls.password()} whole>
          <TextField
            name="now"
            type="password"
            autocomplete="current-password"
            label={t('me.passwordNow')}
            hint={t('me.passwordNowHint')}
            error={mistakeOf(errors, 'now')}
          />
          <TextField
            name="next"
            type="password"
            autocomplete="new-password"
            label={t('me.passwordNext')}
            hint={t('me.passwordHint')}
            error={mistakeOf(errors, 'next')}
          />
          <Button look="quiet">{t('me.passwordSave')}</Button>
        </Form>
      </section>
      <section class="flow">
        <h2>{t('me.outTitle')}</h2>
        <Acts>
          <Form action={urls.signOut()} whole forgets>
            <Button look="quiet">{t('me.out')}</Button>
          </Form>
          <Form action={urls.signOutEverywhere()} whole forgets>
            <Button look="quiet">{t('me.outEverywhere')}</Button>
          </Form>
        </Acts>
      </section>
    </Page>
  )
}
