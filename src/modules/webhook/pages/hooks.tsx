/** All webhooks, and what they are. */
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { OpenCard } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../../people/contract.ts'
import { administrationHref, arrivalWords } from '../../people/public.ts'
import type { Hook } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Leaves } from './leaves.tsx'
import { StateChip } from './state.tsx'

export const HooksPage = ({ reader, hooks }: { reader: Reader; hooks: readonly Hook[] }) => {
  const t = words(reader.lang)
  const up = { label: arrivalWords(reader.lang)('administration.title'), href: administrationHref() }
  const add = <ButtonLink href={urls.add()}>{t('list.add')}</ButtonLink>
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      eyebrow={<Breadcrumb lang={reader.lang} crumbs={[up]} />}
      measure="narrow"
    >
      {hooks.length === 0 ? (
        <Empty title={t('list.none')} text={t('list.noneText')}>
          {add}
        </Empty>
      ) : (
        <div class="flow">
          {hooks.map((hook) => (
            <OpenCard key={hook.id} title={new URL(hook.address).host} href={urls.hook({ id: hook.id })}>
              <p class="row close">
                <StateChip reader={reader} hook={hook} />
                <span class="muted">{t('hears', { count: hook.kinds.length })}</span>
              </p>
            </OpenCard>
          ))}
          <p>{add}</p>
        </div>
      )}
      <Leaves lang={reader.lang} />
    </Page>
  )
}
