/** Coming in with a card: one button after scanning, a field for whoever cannot scan, and what is said after a silence. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { cardUrls } from '../urls.ts'
import { words } from '../words.ts'

/** Shown for every address of this shape, so that looking at it tells nothing and uses nothing up. */
export const CardPage = ({ lang, secret }: { lang: Language; secret: string }) => {
  const t = words(lang)
  return (
    <Page title={t('card.title')} lead={t('card.lead')} measure="narrow">
      <Form action={cardUrls.card({ secret })} whole>
        <Button look="big">{t('card.enter')}</Button>
      </Form>
    </Page>
  )
}

export const TypeCardPage = (props: { lang: Language; typed?: Typed; errors?: readonly FieldError[] }) => {
  const t = words(props.lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  return (
    <Page title={t('typed.title')} lead={t('typed.lead')} measure="slim">
      <ErrorSummary lang={props.lang} errors={errors} />
      <Form action={cardUrls.type()} whole>
        <TextField
          name="signs"
          label={t('typed.signs')}
          hint={t('typed.hint')}
          autocomplete="off"
          value={typedText(props.typed, 'signs')}
          error={mistakeOf(errors, 'signs')}
        />
        <Button>{t('typed.go')}</Button>
      </Form>
    </Page>
  )
}

export const CardEndedPage = ({ lang, kept }: { lang: Language; kept: boolean }) => {
  const t = words(lang)
  return (
    <Page title={t('ended.title')} lead={t('ended.lead')} measure="narrow">
      {kept ? <Notice kind="ok">{t('ended.kept')}</Notice> : null}
      <p>{t('ended.again')}</p>
      <p>
        <ButtonLink look="quiet" href={cardUrls.type()}>
          {t('typed.title')}
        </ButtonLink>
      </p>
    </Page>
  )
}

export const OwnDevicePage = ({ lang }: { lang: Language }) => (
  <Page title={words(lang)('own.title')} lead={words(lang)('own.lead')} measure="narrow">
    <p>
      <a href={cardUrls.address()}>{words(lang)('address.title')}</a>
    </p>
  </Page>
)
