/** Today: what is asked of you, your communities, what was said lately, and then: you are up to date. */
import { ButtonLink } from '../../../ui/button.tsx'
import { OpenCard } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import type { ToldLine } from '../../challenge/public.ts'
import { challengeUrls, ToldList } from '../../challenge/public.ts'
import { communityUrls, heldUrls, MeetingLine } from '../../community/public.ts'
import type { Meeting } from '../../meeting/contract.ts'
import { MyNextSteps, NextMeeting, type NextStep } from '../../meeting/public.ts'
import type { Reader } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { type Asked, AskedOfYou } from './asked.tsx'
import { type Said, SaidList } from './said.tsx'

/** A community of the reader's, as Today lists it. */
export interface Mine {
  readonly slug: string
  readonly name: string
  readonly purpose: string
  readonly meets_on: string | null
  readonly meets_at: string | null
  readonly meets_where: string | null
}

export const TodayPage = ({
  reader,
  asked,
  mine,
  meeting,
  steps,
  held,
  came,
  said,
}: {
  reader: Reader
  asked: readonly Asked[]
  mine: readonly Mine[]
  /** The next one of all the reader's communities, and what the reader took on in earlier ones. */
  meeting: Meeting | undefined
  steps: readonly NextStep[]
  /** Where words of the reader's wait for an adult's look. */
  held: readonly { readonly slug: string; readonly name: string }[]
  /** What the reader was told lately about their own words. */
  came: readonly ToldLine[]
  said: readonly Said[]
}) => {
  const t = words(reader.lang)
  return (
    <Page title={t('today.title')} measure={mine.length === 0 ? 'narrow' : undefined}>
      <AskedOfYou lang={reader.lang} asked={asked} />
      {held.map(({ slug, name }) => (
        <p key={slug}>
          <a href={heldUrls.mine({ slug })}>{t('today.held', { name })}</a>
        </p>
      ))}
      <MyNextSteps lang={reader.lang} steps={steps} />
      <NextMeeting lang={reader.lang} zone={reader.zone} meeting={meeting} />
      {came.length > 0 ? (
        <section class="flow">
          <h2>{t('today.came')}</h2>
          <ToldList lang={reader.lang} zone={reader.zone} told={came} />
          <p>
            <a href={challengeUrls.cameOfIt()}>{t('today.cameAll')}</a>
          </p>
        </section>
      ) : null}
      {mine.length === 0 ? (
        <Empty title={t('today.none')} text={t('today.noneText')}>
          <ButtonLink href={communityUrls.begin()}>{t('today.begin')}</ButtonLink>
        </Empty>
      ) : (
        <section class="flow">
          <h2>{t('today.communities')}</h2>
          {mine.map((community) => (
            <OpenCard
              key={community.slug}
              level={3}
              title={community.name}
              href={urls.community({ slug: community.slug })}
            >
              <p class="muted" dir="auto">
                {community.purpose}
              </p>
              {meeting?.slug === community.slug ? null : <MeetingLine lang={reader.lang} meets={community} />}
            </OpenCard>
          ))}
        </section>
      )}
      {mine.length > 0 ? (
        <section class="flow">
          <h2>{t('today.new')}</h2>
          {said.length === 0 ? <p class="muted">{t('today.quiet')}</p> : <SaidList reader={reader} said={said} />}
          <p class="muted">{t('today.upToDate')}</p>
        </section>
      ) : null}
      {mine.length > 0 ? (
        <p>
          <a href={communityUrls.begin()}>{t('today.begin')}</a>
        </p>
      ) : null}
    </Page>
  )
}
