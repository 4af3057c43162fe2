/** One webhook: how it is, what was sent, and what can be changed about it. */
import type { FieldError, Typed } from '../../../platform/http/form.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Delivery, Hook } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Deliveries } from './deliveries.tsx'
import { HookFields, mistakesIn } from './hook-fields.tsx'
import { Leaves } from './leaves.tsx'
import { StateChip, StateNotice } from './state.tsx'

/** What the page is given. `told` is what was just done. */
export interface HookPageProps {
  readonly reader: Reader
  readonly hook: Hook
  readonly deliveries: readonly Delivery[]
  readonly page: number
  readonly pages: number
  readonly once: string
  readonly told?: 'saved' | 'again' | undefined
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

export const HookPage = (props: HookPageProps) => {
  const { reader, hook, once } = props
  const { lang } = reader
  const t = words(lang)
  const errors = mistakesIn(lang, props.errors)
  return (
    <Page
      title={new URL(hook.address).host}
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('list.title'), href: urls.hooks() }]} />}
      under={
        <p class="row close">
          <StateChip reader={reader} hook={hook} />
          <span class="muted">{t('hears', { count: hook.kinds.length })}</span>
        </p>
      }
      measure="narrow"
    >
      <ErrorSummary lang={lang} errors={errors} />
      {props.told ? (
        <Notice kind="ok" announce>
          {t(`hook.${props.told}`)}
        </Notice>
      ) : null}
      <StateNotice reader={reader} hook={hook} />
      {hook.state === 'active' ? (
        <Form action={urls.trials({ id: hook.id })} once={`${once}-try`}>
          <Button>{t('hook.try')}</Button>
        </Form>
      ) : null}
      <Deliveries {...props} />
      <Disclosure summary={t('hook.change')} id="change" open={errors.length > 0 || hook.state !== 'active'}>
        <Leaves lang={lang} />
        <Form action={urls.hook({ id: hook.id })} once={`${once}-save`}>
          <Choice
            name="state"
            label={t('field.state')}
            value={hook.state === 'active' ? 'active' : 'off'}
            options={[
              { value: 'active', label: t('field.active') },
              { value: 'off', label: t('field.off') },
            ]}
            across
          />
          <HookFields lang={lang} address={hook.address} kinds={hook.kinds} typed={props.typed} errors={errors} />
          <Button look="quiet">{t('hook.save')}</Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t('secret.renew')}>
        <p>{t('secret.renewText')}</p>
        {hook.former_until ? (
          <p>{t('secret.former', { when: momentOf(hook.former_until, lang, reader.zone) })}</p>
        ) : null}
        <Form action={urls.secrets({ id: hook.id })} once={`${once}-secret`} whole>
          <Button look="quiet">{t('secret.renew')}</Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t('hook.remove')}>
        <p>{t('hook.removeText')}</p>
        <Form action={urls.removal({ id: hook.id })} once={`${once}-remove`}>
          <Button look="quiet">{t('hook.remove')}</Button>
        </Form>
      </Disclosure>
    </Page>
  )
}
