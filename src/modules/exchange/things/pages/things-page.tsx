/** Everything that people of a community share, in one calm list, the newest first. */
import { Acts, ButtonLink } from '../../../../ui/button.tsx'
import { OpenCard } from '../../../../ui/card.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import type { Reader } from '../../../people/contract.ts'
import type { Thing } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn, type Returned } from './mistakes.ts'
import { whatItIs } from './what-it-is.tsx'
import { WhoShared } from './who-shared.tsx'

const ShareLinks = ({ lang, slug }: { lang: Reader['lang']; slug: string }) => (
  <Acts>
    <ButtonLink href={urls.share({ slug }, { what: 'link' })}>{words(lang)('share.link')}</ButtonLink>
    <ButtonLink href={urls.share({ slug }, { what: 'file' })} look="quiet">
      {words(lang)('share.file')}
    </ButtonLink>
  </Acts>
)

export const ThingsPage = (
  props: Returned & {
    reader: Reader
    slug: string
    closed: boolean
    things: readonly Thing[]
    page: number
    pages: number
  },
) => {
  const { reader, slug, closed, things, page, pages } = props
  const { lang } = reader
  const t = words(lang)
  return (
    <Page title={t('nav')} lead={t('list.lead')}>
      <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} />
      {things.length === 0 ? (
        <Empty title={t('list.empty')} text={t('list.emptyText')}>
          {closed ? null : <ShareLinks lang={lang} slug={slug} />}
        </Empty>
      ) : (
        <>
          {closed ? null : <ShareLinks lang={lang} slug={slug} />}
          <div class="flow things">
            {things.map((thing) => (
              <OpenCard
                key={thing.id}
                title={thing.title}
                lang={thing.language}
                href={urls.thing({ slug, id: thing.id })}
                eyebrow={whatItIs(lang, thing)}
              >
                <p lang={thing.language} dir="auto">
                  {thing.why}
                </p>
                <WhoShared reader={reader} thing={thing} />
                {thing.waits ? <p class="meta">{t('waits.short')}</p> : null}
              </OpenCard>
            ))}
          </div>
        </>
      )}
      <Pagination lang={lang} page={page} pages={pages} href={(at) => urls.things({ slug }, { page: at })} />
    </Page>
  )
}
