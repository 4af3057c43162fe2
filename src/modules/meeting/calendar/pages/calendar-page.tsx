/** My calendar: making the address, seeing it once, renewing it, switching it off. */
import { Acts, Button } from '../../../../ui/button.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Reader } from '../../../people/contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** All my communities, or one of them; `on` when an address works. */
export interface Choice {
  readonly community: number | null
  readonly name: string
  readonly on: boolean
}

export interface CalendarProps {
  readonly reader: Reader
  readonly choices: readonly Choice[]
  /** The address just made. */
  readonly address?: string
  /** Why nothing was made. */
  readonly reason?: string
}

const Made = ({ reader, address }: { reader: Reader; address: string }) => {
  const t = words(reader.lang)
  return (
    <Notice kind="ok" title={t('madeTitle')} announce>
      <p>{t('made')}</p>
      <p>
        <code class="secret">{address}</code>
      </p>
      <CopyButton lang={reader.lang} text={address} label={t('copy')} />
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>{t('open')}</a>
      </p>
    </Notice>
  )
}

const One = ({ reader, choice }: { reader: Reader; choice: Choice }) => {
  const t = words(reader.lang)
  const name = choice.name || t('all')
  const says = (what: string) => t('of', { what, name })
  const which = <input type="hidden" name="community" value={choice.community ?? ''} />
  const make = t(choice.on ? 'renew' : 'make')
  return (
    <section class="flow">
      <h2 dir="auto">{name}</h2>
      {choice.on ? (
        <p class="muted">
          {t('on')} {t('renews')}
        </p>
      ) : null}
      <Acts>
        <Form action={urls.mine()} inline whole>
          {which}
          <Button look="quiet" says={says(make)}>
            {make}
          </Button>
        </Form>
        {choice.on ? (
          <Form action={urls.off()} inline>
            {which}
            <Button look="plain" says={says(t('off'))}>
              {t('off')}
            </Button>
          </Form>
        ) : null}
      </Acts>
    </section>
  )
}

export const CalendarPage = ({ reader, choices, address, reason }: CalendarProps) => {
  const t = words(reader.lang)
  return (
    <Page title={t('title')} lead={t('lead')} measure="narrow">
      <ErrorSummary lang={reader.lang} errors={reason ? [{ field: '', message: t.maybe(reason) }] : []} />
      {address ? <Made reader={reader} address={address} /> : null}
      <section class="flow">
        <h2>{t('how')}</h2>
        <ol>
          <li>{t('how.1')}</li>
          <li>{t('how.2')}</li>
          <li>{t('how.3')}</li>
        </ol>
      </section>
      {choices.map((choice) => (
        <One key={choice.community ?? 'all'} reader={reader} choice={choice} />
      ))}
    </Page>
  )
}
