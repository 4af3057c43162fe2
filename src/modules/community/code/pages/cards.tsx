/** Cards: who has one, making new ones, and the sheet to print. */
import type { FieldError } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Avatar, isAvatar } from '../../../../ui/avatar.tsx'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { PrintButton } from '../../../../ui/copy-button.tsx'
import { Face } from '../../../../ui/face.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Reader } from '../../../people/contract.ts'
import { inFours } from '../../../people/public.ts'
import { QrCode } from '../../pages/poster.tsx'
import type { QrSquares } from '../../qr.ts'
import { codeUrls } from '../urls.ts'
import { words } from '../words.ts'

interface Holder {
  readonly person_id: number
  readonly name: string
  readonly avatar: string | null
  readonly card_since: Date | null
}

export const CardsPage = (props: {
  reader: Reader
  slug: string
  holders: readonly Holder[]
  errors?: readonly FieldError[]
}) => {
  const { reader, slug, holders } = props
  const t = words(reader.lang)
  const without = holders.filter((one) => one.card_since === null)
  const errors = (props.errors ?? []).map(({ reason }) => ({ field: '', message: t.maybe(reason) }))
  return (
    <Page title={t('cards.title')} lead={t('cards.lead')} measure="narrow">
      <ErrorSummary lang={reader.lang} errors={errors} />
      {without.length > 0 ? (
        <Form action={codeUrls.printCards({ slug })} whole>
          {without.map((one) => (
            <input key={one.person_id} type="hidden" name="people" value={one.person_id} />
          ))}
          <Button icon="print">{t('cards.make', { n: without.length })}</Button>
        </Form>
      ) : null}
      {holders.length === 0 ? <p>{t('cards.nobody')}</p> : null}
      <ul class="people">
        {holders.map((one) => (
          <li key={one.person_id} class="person">
            <Face name={one.name} seed={one.person_id} avatar={one.avatar} />
            <div class="row between">
              <span>
                <b dir="auto">{one.name}</b>
                <br />
                <span class="muted">
                  {one.card_since
                    ? t('cards.since', { day: dayOf(one.card_since, reader.lang, reader.zone) })
                    : t('cards.none')}
                </span>
              </span>
              {one.card_since ? (
                <Form action={codeUrls.printCards({ slug })} inline whole>
                  <input type="hidden" name="people" value={one.person_id} />
                  <Button look="quiet" says={t('cards.newFor', { name: one.name })}>
                    {t('cards.new')}
                  </Button>
                </Form>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <p class="muted">{t('cards.lost')}</p>
    </Page>
  )
}

/** A card ready for paper. */
export interface PaperCard {
  readonly person_id: number
  readonly name: string
  readonly avatar: string | null
  readonly signs: string
  readonly squares: QrSquares
}

export const CardSheetPage = (props: {
  lang: Language
  slug: string
  siteName: string
  /** Where the signs are typed, without `https://`. */
  typeAt: string
  cards: readonly PaperCard[]
}) => {
  const t = words(props.lang)
  return (
    <Page title={t('sheet.title')} measure="wide">
      <div class="no-print flow">
        <Notice kind="warn">{t('sheet.once')}</Notice>
        <PrintButton lang={props.lang} />
      </div>
      <ul class="cards-sheet">
        {props.cards.map((card) => (
          <li key={card.person_id} class="paper-card">
            <div class="paper-card-words">
              {isAvatar(card.avatar) ? (
                <span class="face">
                  <Avatar name={card.avatar} />
                </span>
              ) : null}
              <b dir="auto">{card.name}</b>
              <span>{props.siteName}</span>
              <span class="paper-card-how">{t('sheet.scan')}</span>
              <span class="paper-card-how">{t('sheet.type', { address: props.typeAt })}</span>
            </div>
            <div class="paper-card-code">
              <QrCode squares={card.squares} />
              <code>{inFours(card.signs)}</code>
            </div>
          </li>
        ))}
      </ul>
      <p class="no-print">
        <ButtonLink look="quiet" href={codeUrls.cards({ slug: props.slug })}>
          {t('sheet.back')}
        </ButtonLink>
      </p>
    </Page>
  )
}
