/** Everything that people of a community need and can offer just now, and their own that rests. */
import { Acts, ButtonLink } from '../../../../ui/button.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import type { Reader } from '../../../people/contract.ts'
import { type NeedKind, type NeedLine, needKinds } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { GivenBack } from './given-back.tsx'
import type { Returned } from './mistakes.ts'
import { NeedCard } from './need-card.tsx'
import { NeedLines } from './need-lines.tsx'

/** The two ways to begin. */
const SayLinks = ({ lang, slug }: { lang: Reader['lang']; slug: string }) => (
  <Acts>
    {needKinds.map((kind) => (
      <ButtonLink key={kind} href={urls.say({ slug }, { kind })} {...(kind === 'offer' ? { look: 'quiet' } : {})}>
        {words(lang)(`say.${kind}`)}
      </ButtonLink>
    ))}
  </Acts>
)

export const NeedsPage = (
  props: Returned & {
    reader: Reader
    slug: string
    closed: boolean
    standing: Readonly<Record<NeedKind, readonly NeedLine[]>>
    resting: readonly NeedLine[]
    /** A student's words in them wait for one adult's look. */
    waiting: readonly NeedLine[]
    /** Whether the look is the reader's. */
    looks: boolean
    page: number
    pages: number
  },
) => {
  const { reader, slug, closed, standing, resting, waiting, page, pages } = props
  const { lang, zone } = reader
  const t = words(lang)
  const none = { need: t('list.noNeed'), offer: t('list.noOffer') }
  const cards = (some: readonly NeedLine[], kind = false) =>
    some.map((need) => <NeedCard key={need.id} lang={lang} zone={zone} need={need} kind={kind} />)
  const empty = page === 1 && needKinds.every((kind) => standing[kind].length === 0)
  return (
    <Page title={t('nav')} lead={t('list.lead')} {...(empty ? {} : { measure: 'wide' as const })}>
      <GivenBack lang={lang} field="words" typed={props.typed} errors={props.errors} />
      {waiting.length > 0 ? (
        <Notice kind={props.looks ? 'human' : 'info'} title={t('look.title')}>
          <NeedLines lang={lang} needs={waiting} />
        </Notice>
      ) : null}
      {empty ? (
        <Empty title={t('list.empty')} text={t('list.emptyText')}>
          {closed ? null : <SayLinks lang={lang} slug={slug} />}
        </Empty>
      ) : (
        <>
          {closed ? null : <SayLinks lang={lang} slug={slug} />}
          <div class="needs">
            {needKinds.map((kind) => (
              <section key={kind} class="flow">
                <h2>{t(`list.${kind}`)}</h2>
                {standing[kind].length > 0 ? cards(standing[kind]) : <p class="muted">{none[kind]}</p>}
              </section>
            ))}
          </div>
        </>
      )}
      {resting.length > 0 ? (
        <section class="flow">
          <h2>{t('list.resting')}</h2>
          {cards(resting, true)}
        </section>
      ) : null}
      <Pagination lang={lang} page={page} pages={pages} href={(at) => urls.needs({ slug }, { page: at })} />
    </Page>
  )
}
