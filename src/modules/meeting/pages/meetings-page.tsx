/** All meetings of a community: what is ahead first, then what was, a page at a time. */

import { Acts, ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Meeting } from '../contract.ts'
import { words as paperWords } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { MeetingCard } from './meeting-card.tsx'

export const MeetingsPage = (props: {
  reader: Reader
  slug: string
  ahead: readonly Meeting[]
  before: readonly Meeting[]
  page: number
  pages: number
}) => {
  const { reader, slug, ahead, before, page, pages } = props
  const { lang, zone } = reader
  const t = words(lang)
  const plan = <ButtonLink href={urls.plan({ slug })}>{t('list.plan')}</ButtonLink>
  const paper = (
    <p>
      <a href={urls.paper({ slug })}>{paperWords(lang)('link')}</a>
    </p>
  )
  if (ahead.length + before.length === 0 && page === 1)
    return (
      <Page title={t('nav')}>
        <Empty title={t('list.empty')} text={t('list.emptyText')}>
          {plan}
        </Empty>
        {paper}
      </Page>
    )
  const cards = (some: readonly Meeting[]) =>
    some.map((meeting) => <MeetingCard key={meeting.id} lang={lang} zone={zone} meeting={meeting} />)
  return (
    <Page title={t('nav')} lead={t('list.lead')}>
      <Acts>{plan}</Acts>
      <section class="flow meeting-next">
        <h2>{t('list.ahead')}</h2>
        {ahead.length > 0 ? cards(ahead) : <p class="muted">{t('list.noneAhead')}</p>}
      </section>
      {before.length > 0 ? (
        <section class="flow">
          <h2>{t('list.before')}</h2>
          {cards(before)}
        </section>
      ) : null}
      {paper}
      <Pagination lang={lang} page={page} pages={pages} href={(at) => urls.meetings({ slug }, { page: at })} />
    </Page>
  )
}
