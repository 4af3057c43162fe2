/** The cases of a community: when and why, and nothing of what was said before one is opened. */
import { dayOf } from '../../../platform/words/dates.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../../people/contract.ts'
import type { CaseLine } from '../store/cases.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const CarePage = (props: { reader: Reader; slug: string; cases: readonly CaseLine[] }) => {
  const { reader, slug, cases } = props
  const t = words(reader.lang)
  return (
    <Page title={t('care.title')} lead={t('care.lead')} measure="narrow">
      {cases.length === 0 ? (
        <Empty title={t('care.none')} text={t('care.noneText')} />
      ) : (
        <List lined>
          {cases.map((one) => (
            <div class="case-line">
              <a href={urls.case({ slug, id: one.id })}>
                {one.reasons.map((reason) => t(`reason.${reason}`)).join(' · ')}
              </a>
              <span class="meta">{dayOf(one.opened_at, reader.lang, reader.zone)}</span>
              {one.closed_at ? (
                <Chip icon="check">{t('case.closed')}</Chip>
              ) : (
                <Chip tone="human" icon="hand">
                  {t('case.open')}
                </Chip>
              )}
            </div>
          ))}
        </List>
      )}
    </Page>
  )
}
