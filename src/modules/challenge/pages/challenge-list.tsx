/** All questions of a community: cards, a filter that waits for Apply, the parked ones out of the way. */
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Select } from '../../../ui/text-field.tsx'
import { steps } from '../contract.ts'
import type { Listing } from '../listing.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { ChallengeCard } from './challenge-card.tsx'

const Filter = (props: { lang: Language; slug: string; listing: Listing }) => {
  const t = words(props.lang)
  const { step = '', whose = '' } = props.listing.asked
  return (
    <Form action={urls.challenges({ slug: props.slug })} method="get" inline>
      <Select
        name="step"
        label={t('list.step')}
        value={step}
        options={[
          { value: '', label: t('list.anyStep') },
          ...steps.map((one) => ({ value: one, label: t(`step.${one}`) })),
        ]}
      />
      <Select
        name="whose"
        label={t('list.whose')}
        value={whose}
        options={[
          { value: '', label: t('list.everybody') },
          { value: 'mine', label: t('list.mine') },
        ]}
      />
      <Button look="quiet">{t('list.apply')}</Button>
    </Form>
  )
}

export const ChallengesPage = (props: { lang: Language; zone: string; slug: string; listing: Listing }) => {
  const t = words(props.lang)
  const { lang, zone, slug, listing } = props
  const ask = <ButtonLink href={urls.raise({ slug })}>{t('list.ask')}</ButtonLink>
  const cards = (some: Listing['shown']) =>
    some.map(({ challenge, names }) => (
      <ChallengeCard key={challenge.id} lang={lang} zone={zone} challenge={challenge} names={names} />
    ))
  if (listing.all === 0)
    return (
      <Page title={t('list.title')}>
        <Empty title={t('list.empty')} text={t('list.emptyText')}>
          {ask}
        </Empty>
      </Page>
    )
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      <Acts>{ask}</Acts>
      <Filter lang={lang} slug={slug} listing={listing} />
      {listing.shown.length > 0 ? (
        <section class="flow">{cards(listing.shown)}</section>
      ) : (
        <Empty title={t('list.none')} text={t('list.noneText')}>
          <a href={urls.challenges({ slug })}>{t('list.showAll')}</a>
        </Empty>
      )}
      <Pagination
        lang={lang}
        page={listing.page}
        pages={listing.pages}
        href={(page) => urls.challenges({ slug }, { ...listing.asked, page })}
      />
      {listing.parked.length > 0 ? <Disclosure summary={t('list.parked')}>{cards(listing.parked)}</Disclosure> : null}
    </Page>
  )
}
