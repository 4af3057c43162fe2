/** All requests that concern the reader: an adult's, what waits first; one's own. */
import { Empty } from '../../../../ui/empty.tsx'
import { List } from '../../../../ui/list.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { saidOn } from '../../said-on.ts'
import type { Carried } from '../carried.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { oneTitle } from './one-page.tsx'

export const AllPage = (props: Setting & { scope: MemberScope; all: readonly Carried[] }) => {
  const { lang, zone, slug, now, scope, all } = props
  const t = words(lang)
  return (
    <Page title={t('all.title')} lead={t('all.lead')} measure="narrow">
      {all.length === 0 ? (
        <Empty level={2} title={t('all.none')} text={t('all.noneText')} />
      ) : (
        <section>
          <h2 class="unseen">{t('all.title')}</h2>
          <List lined>
            {all.map((one) => (
              <>
                <a href={urls.one({ slug, id: one.id })}>{oneTitle(lang, scope, one)}</a>
                <p class="meta">
                  {t(`short.${one.state}`)} · {saidOn(one.closed_at ?? one.asked_at, now, lang, zone)}
                </p>
              </>
            ))}
          </List>
        </section>
      )}
    </Page>
  )
}
