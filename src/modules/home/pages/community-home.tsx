/** A community's home: what brings it together, what it works on, what was said, who is here. */
import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Faces } from '../../../ui/face.tsx'
import { Page } from '../../../ui/page.tsx'
import { CameOfItLines, type Ending } from '../../challenge/public.ts'
import { communityUrls, communityWords, MeetingLine, type OnHome, RhythmOnHome } from '../../community/public.ts'
import type { NeedLine, Thing } from '../../exchange/contract.ts'
import { NeedsOnHome, ThingsOnHome } from '../../exchange/public.ts'
import type { Meeting } from '../../meeting/contract.ts'
import { NextMeeting } from '../../meeting/public.ts'
import type { Place, Reader } from '../../people/contract.ts'
import type { Step } from '../checklist.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { type Asked, AskedOfYou } from './asked.tsx'
import { type Said, SaidList } from './said.tsx'

interface CommunityHomeProps {
  readonly reader: Reader
  readonly place: Place
  readonly purpose: string
  readonly since: string
  readonly meets: {
    readonly meets_on: string | null
    readonly meets_at: string | null
    readonly meets_where: string | null
  }
  /** The next one of all meetings; before the first is planned, what was settled in the beginning. */
  readonly meeting: Meeting | undefined
  /** How the community stands, for those who belong. */
  readonly rhythm: OnHome | undefined
  /** What people here need and can offer, the newest. */
  readonly needs: readonly NeedLine[]
  readonly things: readonly Thing[]
  readonly people: readonly { readonly person_id: number; readonly name: string }[]
  readonly members: number
  readonly member: boolean
  readonly tends: boolean
  readonly asked: readonly Asked[]
  readonly working: ComponentChildren
  readonly raiseHref: string
  readonly came: readonly Ending[]
  readonly said: readonly Said[]
  readonly steps: readonly Step[]
}

const stepHref = (step: Step, slug: string): string =>
  ({
    invite: communityUrls.invite,
    meeting: communityUrls.meeting,
    charter: communityUrls.charter,
    agreement: communityUrls.agreement,
    second: communityUrls.people,
  })[step](slug)

const Aside = (props: CommunityHomeProps) => {
  const t = words(props.reader.lang)
  const c = communityWords(props.reader.lang)
  const { slug } = props.place
  const settled = props.meets.meets_on !== null || props.meets.meets_where !== null
  return (
    <>
      {props.tends ? (
        <p class="no-print">
          <a href={urls.desk({ slug })}>{t('desk.title')}</a>
        </p>
      ) : null}
      {props.meeting ? (
        <NextMeeting lang={props.reader.lang} zone={props.reader.zone} meeting={props.meeting} />
      ) : (
        <section>
          <h2>{t('home.meeting')}</h2>
          {settled ? (
            <MeetingLine lang={props.reader.lang} meets={props.meets} />
          ) : (
            <p class="muted">{c('meeting.none')}</p>
          )}
          {props.tends ? (
            <p>
              <a href={communityUrls.meeting(slug)}>{c(settled ? 'meeting.change' : 'meeting.set')}</a>
            </p>
          ) : null}
        </section>
      )}
      <section>
        <h2>{t('home.people')}</h2>
        <Faces people={props.people.map((person) => ({ name: person.name, seed: person.person_id }))} />
        <p>
          <a href={communityUrls.people(slug)}>{t('home.all')}</a>
        </p>
      </section>
      {props.tends && props.steps.length > 0 ? (
        <section>
          <h2>{t('home.checklist')}</h2>
          <ul class="list near">
            {props.steps.map((step) => (
              <li key={step}>
                <a href={stepHref(step, slug)}>{c(`check.${step}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

export const CommunityHomePage = (props: CommunityHomeProps) => {
  const { reader, place } = props
  const t = words(reader.lang)
  return (
    <Page
      title={place.name}
      eyebrow={props.member ? t('home.since', { people: props.members, month: props.since }) : t('home.archive')}
      lead={props.purpose}
      aside={props.member ? <Aside {...props} /> : undefined}
    >
      <AskedOfYou lang={reader.lang} asked={props.asked} />
      {props.rhythm ? (
        <RhythmOnHome lang={reader.lang} slug={place.slug} rhythm={props.rhythm} tends={props.tends} />
      ) : null}
      {props.member ? (
        <section class="flow">
          <h2>{t('home.working')}</h2>
          {props.working ?? (
            <Empty level={3} title={t('home.noQuestion')} text={t('home.noQuestionText')}>
              <ButtonLink look="quiet" href={props.raiseHref}>
                {t('nav.add')}
              </ButtonLink>
            </Empty>
          )}
        </section>
      ) : null}
      {props.came.length > 0 ? (
        <section class="flow">
          <h2>{t('home.came')}</h2>
          <CameOfItLines lang={reader.lang} zone={reader.zone} endings={props.came} />
        </section>
      ) : null}
      {props.member ? (
        <>
          <NeedsOnHome lang={reader.lang} slug={place.slug} closed={place.closed === true} needs={props.needs} />
          <ThingsOnHome lang={reader.lang} slug={place.slug} closed={place.closed === true} things={props.things} />
        </>
      ) : null}
      <section class="flow">
        <h2>{t('home.latest')}</h2>
        {props.said.length === 0 ? (
          <p class="muted">{t('today.quiet')}</p>
        ) : (
          <>
            <SaidList reader={reader} said={props.said} />
            <p class="muted">{t('today.upToDate')}</p>
          </>
        )}
      </section>
    </Page>
  )
}
