/** One meeting: when and where, the one button, who comes, and what waits for the group there. */
import { calendarDay, weekdayOf } from '../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { challengeUrls } from '../../challenge/public.ts'
import { communityUrls } from '../../community/public.ts'
import { urls as calendarUrls } from '../calendar/urls.ts'
import { words as calendarWords } from '../calendar/words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { ComingPart } from './coming-part.tsx'
import { titleOf } from './meeting-card.tsx'
import { mistakesIn } from './mistakes.ts'
import { Observing } from './observing.tsx'
import type { Seen } from './seen.ts'
import { WhenLines } from './when.tsx'

const dayOf = (seen: Seen, day: string): string => weekdayOf(calendarDay(day), seen.reader.lang, 'UTC')

/** Before its day a meeting can begin, too; only nobody is called to it. */
const isEarly = ({ meeting, today }: Seen): boolean => meeting.state === 'planned' && meeting.day > today

/** The one thing to do now. */
const Now = (seen: Seen) => {
  const { reader, meeting } = seen
  const t = words(reader.lang)
  const where = { slug: meeting.slug, id: meeting.id }
  if (meeting.state === 'cancelled') return null
  const open = meeting.state === 'running' || meeting.state === 'closing'
  return (
    <Acts>
      <ButtonLink
        look={isEarly(seen) ? 'quiet' : 'big'}
        href={meeting.state === 'published' ? urls.minutes(where) : urls.together(where)}
      >
        {t(meeting.state === 'published' ? 'now.minutes' : open ? 'now.go' : 'now.begin')}
      </ButtonLink>
    </Acts>
  )
}

/** What the group comes back to there. */
const Waiting = (seen: Seen) => {
  const { reader, meeting, tryouts, matters, steps } = seen
  const t = words(reader.lang)
  const { slug } = meeting
  return (
    <>
      {steps.length > 0 ? (
        <section class="flow">
          <h2>{t('waits.steps')}</h2>
          <ul class="list near">
            {steps.map((step) => (
              <li key={step.id}>
                <span lang={step.language} dir="auto">
                  {step.words}
                </span>{' '}
                <span class="muted" dir="auto">
                  {step.owner}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {tryouts.length > 0 ? (
        <section class="flow">
          <h2>{t('waits.tryouts')}</h2>
          <ul class="list near">
            {tryouts.map(({ id: tryout, challenge_id: id, slug: at, title, language, ends_on }) => (
              <li key={tryout}>
                <a href={challengeUrls.tryout({ slug: at, id, tryout })} lang={language} dir="auto">
                  {title}
                </a>{' '}
                <span class="muted">{t('waits.until', { day: dayOf(seen, ends_on) })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {matters.length > 0 ? (
        <section class="flow">
          <h2>{t('waits.open')}</h2>
          <ul class="list near">
            {matters.map((one) => (
              <li key={`${one.kind} ${one.id}`} lang={one.language} dir="auto">
                {one.kind === 'challenge' ? (
                  <a href={challengeUrls.challenge({ slug, id: one.id })}>{one.words}</a>
                ) : (
                  one.words
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** Moving and cancelling, quietly at the end. */
const Changing = ({ reader, meeting, mayChange }: Seen) => {
  const t = words(reader.lang)
  const where = { slug: meeting.slug, id: meeting.id }
  if (!mayChange || meeting.state !== 'planned') return null
  if (meeting.kind === 'first')
    return (
      <p>
        <a href={communityUrls.meeting(meeting.slug)}>{t('change.first')}</a>
      </p>
    )
  return (
    <Acts>
      <ButtonLink look="quiet" href={urls.change(where)}>
        {t('change.title')}
      </ButtonLink>
      <ButtonLink look="plain" href={urls.cancel(where)}>
        {t('cancel.link')}
      </ButtonLink>
    </Acts>
  )
}

export const MeetingPage = (seen: Seen) => {
  const { reader, meeting } = seen
  const { lang, zone } = reader
  const t = words(lang)
  const { slug } = meeting
  const planned = meeting.state === 'planned'
  const early = isEarly(seen)
  return (
    <Page
      title={titleOf(lang, meeting)}
      {...(meeting.question ? { titleLang: meeting.language } : {})}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('nav'), href: urls.meetings({ slug }) }]} />}
    >
      <ErrorSummary lang={lang} errors={mistakesIn(t, seen)} />
      {meeting.state === 'cancelled' ? (
        <Notice kind="warn" title={t('cancelled.title')}>
          <p dir="auto">{meeting.cancelled_why || t('cancelled.text')}</p>
        </Notice>
      ) : null}
      <WhenLines lang={lang} zone={zone} meeting={meeting} minutes={planned ? meeting.minutes : undefined} />
      {meeting.kind === 'first' && planned ? <p>{t('first.text')}</p> : null}
      {meeting.challenge_id !== null ? (
        <p>
          <a href={challengeUrls.challenge({ slug, id: meeting.challenge_id })}>{t('about')}</a>
        </p>
      ) : null}
      {early ? null : <Now {...seen} />}
      <ComingPart {...seen} />
      {planned ? <Waiting {...seen} /> : null}
      <Observing {...seen} />
      {early ? <Now {...seen} /> : null}
      {planned ? (
        <p>
          <a href={calendarUrls.file({ slug, id: meeting.id })} data-turbo="false" download>
            {calendarWords(lang)('file')}
          </a>
        </p>
      ) : null}
      <Changing {...seen} />
    </Page>
  )
}
