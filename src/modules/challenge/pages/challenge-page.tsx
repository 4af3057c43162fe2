/** The page of a question: what we don't know, what we try, where we differ, the voices, what next. */
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { Voices } from '../../dialogue/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { reportHref, reportLabel } from '../../safeguarding/public.ts'
import { mayAdd } from '../access.ts'
import { nextFor } from '../next.ts'
import { TryoutSlip } from '../tryout/pages/tryout-slip.tsx'
import { currentOf } from '../tryout/tryout.ts'
import { urls } from '../urls.ts'
import type { Whole } from '../whole.ts'
import { CameOfItSection } from '../word-back/pages/came-of-it.tsx'
import { words } from '../words.ts'
import { ChallengeAside, type StoryLink } from './challenge-aside.tsx'
import { ChallengeSteps } from './challenge-card.tsx'
import { DifferenceSection } from './difference-section.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { mistakesIn, type Returned } from './mistake.ts'
import { NextSection } from './next-section.tsx'
import { OutcomeSection } from './outcome-section.tsx'
import { UnknownSection } from './unknown-section.tsx'

type Props = Returned & {
  lang: Language
  zone: string
  place: string
  scope: MemberScope
  whole: Whole
  stories: readonly StoryLink[]
  said: ReadonlyMap<number, string>
  once: string
}

const Trying = (props: Props) => {
  const t = words(props.lang)
  const { challenge, tryouts, members, today } = props.whole
  const current = currentOf(tryouts)
  const earlier = tryouts.filter((one) => one !== current).reverse()
  const next = nextFor(props.scope, challenge, current, members)
  const slip = (one: (typeof tryouts)[number], isCurrent: boolean) => (
    <TryoutSlip
      key={one.id}
      lang={props.lang}
      slug={challenge.slug}
      tryout={one}
      today={today}
      next={isCurrent ? next : undefined}
      once={`${props.once}-${one.id}`}
    />
  )
  if (!current) return null
  return (
    <section id="trying">
      <h2>{t('tryout.section')}</h2>
      {slip(current, true)}
      {earlier.length > 0 ? (
        <Disclosure summary={t('tryout.earlier')}>{earlier.map((one) => slip(one, false))}</Disclosure>
      ) : null}
    </section>
  )
}

const EarlierWords = (props: Props) => {
  const t = words(props.lang)
  const { wordings } = props.whole
  if (wordings.length < 2) return null
  return (
    <Disclosure summary={t('wording.earlier')}>
      <List lined>
        {wordings.map((wording) => {
          const day = dayOf(wording.at, props.lang, props.zone)
          return (
            <>
              <p lang={wording.language} dir="auto">
                {wording.question}
              </p>
              <p class="meta">{wording.changed ? `${day}: ${wording.changed}` : t('wording.first', { day })}</p>
            </>
          )
        })}
      </List>
    </Disclosure>
  )
}

export const ChallengePage = (props: Props) => {
  const t = words(props.lang)
  const { lang, zone, scope, whole, once } = props
  const { challenge } = whole
  const { slug, id, state } = challenge
  const acts = mayAdd(scope, challenge) && state !== 'parked'
  const next = nextFor(scope, challenge, currentOf(whole.tryouts), whole.members)
  const shared = { ...props, slug, id, me: scope.personId, acts }
  return (
    <Page
      title={challenge.question}
      titleLang={challenge.language}
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('list.title'), href: urls.challenges({ slug }) }]} />}
      under={<ChallengeSteps lang={lang} challenge={challenge} />}
      aside={<ChallengeAside lang={lang} place={props.place} scope={scope} whole={whole} stories={props.stories} />}
    >
      <ErrorSummary lang={lang} errors={mistakesIn(t, props.errors)} />
      <DraftNotice lang={lang} slug={slug} challenge={challenge} filled={next === 'open'} />
      {state === 'answered' || state === 'parked' ? (
        <p>
          <Chip {...(state === 'answered' ? { tone: 'teal' as const, icon: 'check' as const } : {})}>
            {t(`state.${state}`)}
          </Chip>
        </p>
      ) : null}
      <OutcomeSection lang={lang} zone={zone} outcomes={whole.outcomes} answered={state === 'answered'} />
      <CameOfItSection lang={lang} zone={zone} scope={scope} endings={whole.endings} />
      <UnknownSection {...shared} items={whole.unknowns} />
      <Trying {...props} />
      <DifferenceSection {...shared} items={whole.differences} />
      <NextSection
        lang={lang}
        slug={slug}
        scope={scope}
        challenge={challenge}
        next={next}
        alone={whole.people.length < 2 && whole.voices.length === 0}
        once={once}
      />
      <Voices
        lang={lang}
        zone={zone}
        slug={slug}
        here={urls.challenge({ slug, id })}
        scope={scope}
        thread={whole.thread}
        rows={whole.voices}
        page={whole.page}
        now={whole.now}
        once={`${once}-voice`}
      />
      <EarlierWords {...props} />
      {mayAdd(scope, challenge) && challenge.author_id !== scope.personId ? (
        <p class="meta">
          <a href={reportHref(slug, 'challenge', id)}>{reportLabel(lang)}</a>
        </p>
      ) : null}
    </Page>
  )
}
