/** Adding an address to an account that has none, and the page behind the letter's link. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { words as peopleWords } from '../../words.ts'
import { cardUrls } from '../urls.ts'
import { words } from '../words.ts'

export interface AddressProps {
  readonly lang: Language
  /** Whether one comes in by e-mail already. */
  readonly known: boolean
  readonly card: boolean
  /** Whether the site sends letters. */
  readonly letters: boolean
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

export const AddressPage = (props: AddressProps) => {
  const t = words(props.lang)
  const people = peopleWords(props.lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({
    field,
    message: reason.startsWith('signIn.') ? people.maybe(reason) : t.maybe(reason),
  }))
  const form = (
    <Form action={cardUrls.address()} whole>
      <TextField
        name="email"
        type="email"
        autocomplete="email"
        label={people('signIn.email')}
        hint={t('address.hint')}
        value={typedText(props.typed, 'email')}
        error={mistakeOf(errors, 'email')}
      />
      <Button>{t('address.send')}</Button>
    </Form>
  )
  return (
    <Page title={t('address.title')} lead={t('address.lead')} measure="narrow">
      <ErrorSummary lang={props.lang} errors={errors} />
      {props.known ? (
        <Notice>{t('address.known')}</Notice>
      ) : props.letters ? (
        form
      ) : (
        <Notice>{people('signIn.noMail')}</Notice>
      )}
      {props.card ? (
        <section class="flow">
          <h2>{t('address.card')}</h2>
          <p>{t('address.cardWhy')}</p>
          <Form action={cardUrls.endCard()}>
            <Button look="quiet">{t('address.cardEnd')}</Button>
          </Form>
        </section>
      ) : null}
    </Page>
  )
}

export const AddressSentPage = ({ lang }: { lang: Language }) => (
  <Page title={words(lang)('sent.title')} lead={words(lang)('sent.lead')} measure="narrow" />
)

export const ProveAddressPage = ({ lang, token, trouble }: { lang: Language; token: string; trouble?: string }) => {
  const t = words(lang)
  return (
    <Page title={t('prove.title')} lead={trouble ? t.maybe(trouble) : t('prove.lead')} measure="narrow">
      {trouble ? null : (
        <Form action={cardUrls.proveAddress({ token })} whole>
          <Button>{t('prove.go')}</Button>
        </Form>
      )}
    </Page>
  )
}
