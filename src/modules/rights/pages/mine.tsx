/** My data: take a copy, see who came in as me, and leave. */
import { momentOf } from '../../../platform/words/dates.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Reader } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** What the page is given. */
export interface MinePageProps {
  readonly reader: Reader
  readonly sessions: readonly { readonly at: Date; readonly way: string; readonly expires_at: Date }[]
  readonly signIns: readonly { readonly at: Date; readonly kind: string }[]
  readonly trouble?: string | undefined
}

const ways = ['password', 'letter', 'joined', 'first-run', 'passkey', 'card', 'code', 'school', 'demonstration']

export const MinePage = ({ reader, sessions, signIns, trouble }: MinePageProps) => {
  const t = words(reader.lang)
  const when = (at: Date) => momentOf(at, reader.lang, reader.zone)
  const wayOf = (way: string) => t.maybe(ways.includes(way) ? `way.${way}` : 'way.other')
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} measure="narrow">
      {trouble ? <Notice kind="warn">{t.maybe(trouble)}</Notice> : null}
      <section class="flow">
        <h2>{t('copy.title')}</h2>
        <p>{t('copy.says')}</p>
        <p class="muted">{t('copy.without')}</p>
        <Form action={urls.copies()} whole>
          <Button>{t('copy.make')}</Button>
        </Form>
      </section>
      <section class="flow">
        <h2>{t('access.title')}</h2>
        <p>{t('access.says')}</p>
        <Table
          caption={t('access.now')}
          head={[t('access.since'), t('access.way'), t('access.until')]}
          rows={sessions.map(({ at, way, expires_at }) => [when(at), wayOf(way), when(expires_at)])}
        />
        {signIns.length > 0 ? (
          <Table
            caption={t('access.before')}
            head={[t('access.when'), t('access.what')]}
            rows={signIns.map(({ at, kind }) => [
              when(at),
              t(kind === 'password.chosen' ? 'access.password' : 'access.came'),
            ])}
          />
        ) : null}
        <p class="muted">{t('access.nothingElse')}</p>
      </section>
      <section class="flow">
        <h2>{t('leave.title')}</h2>
        <p>{t('leave.says')}</p>
        <p>
          <ButtonLink look="quiet" href={urls.leaving()}>
            {t('leave.begin')}
          </ButtonLink>
        </p>
      </section>
    </Page>
  )
}
