/** The minutes: who was here, what was said part by part, what came of last time, what is next. They print. */
import { calendarDay, weekdayOf } from '../../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button, ButtonLink } from '../../../../ui/button.tsx'
import { PrintButton } from '../../../../ui/copy-button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { type Station, stations } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { partOf } from '../station.ts'
import { words } from '../words.ts'
import { stepLine } from './last.tsx'
import { Decided } from './next.tsx'
import { SaidList } from './said.tsx'
import { questionOf, type Together } from './seen.ts'

const Before = (together: Together) => {
  const t = words(together.reader.lang)
  const told = together.before.filter((step) => step.outcome !== null)
  if (told.length === 0) return <p class="muted">{t(together.before.length === 0 ? 'last.none' : 'minutes.none')}</p>
  return (
    <ul class="list near">
      {told.map((step) => (
        <li key={step.id}>
          <b lang={step.language} dir="auto">
            {step.words}
          </b>{' '}
          <span class="muted">{stepLine(together, step)}</span>
          <br />
          {t(`last.${step.outcome ?? 'not'}`)}
          {step.told ? <span dir="auto">: {step.told}</span> : null}
        </li>
      ))}
    </ul>
  )
}

const Told = ({ together, station }: { together: Together; station: Station }) => {
  const t = words(together.reader.lang)
  const part = partOf(station)
  if (station === 'minutes') return null
  const { on, entries } = together
  return (
    <section class="flow">
      <h2 dir="auto">
        {part ? (part === 'round' ? questionOf(together, t('round.ask')) : t(`${part}.ask`)) : t(`${station}.name`)}
      </h2>
      {part ? <SaidList together={together} turns={entries.filter((entry) => entry.part === part)} plain /> : null}
      {station === 'last' ? <Before {...together} /> : null}
      {station === 'next' ? <Decided {...together} /> : null}
      {station === 'next' && together.steps.length + together.moved.length === 0 && !on.nothing_moved ? (
        <p class="muted">{t('minutes.none')}</p>
      ) : null}
    </section>
  )
}

/** Everything that was put down. */
export const MinutesBody = (together: Together) => {
  const t = words(together.reader.lang)
  const { on, circle, coming, people } = together
  const names = circle.map((one) => one.name ?? t('turn.guest'))
  const absent = people.filter(
    ({ person_id }) =>
      coming.some((one) => one.person_id === person_id && one.answer === 'no') &&
      !circle.some((one) => one.person_id === person_id),
  )
  return (
    <>
      <p dir="auto">
        <b>{t('minutes.here')}</b> {names.join(', ')}
      </p>
      {absent.length > 0 ? (
        <p dir="auto">
          <b>{t('minutes.notHere')}</b> {absent.map((one) => one.name).join(', ')}
        </p>
      ) : null}
      {stations[on.kind].map((station) => (
        <Told key={station} together={together} station={station} />
      ))}
    </>
  )
}

/** At the last station: read over, mended, and found right. */
export const MinutesStation = (together: Together) => {
  const t = words(together.reader.lang)
  const { on } = together
  return (
    <>
      <p class="muted">{t('minutes.lead')}</p>
      <MinutesBody {...together} />
      <Form action={urls.publication({ slug: on.slug, id: on.id })} once={together.once}>
        <p class="muted">{t('minutes.publishHint', { community: on.community })}</p>
        <Acts>
          <Button look="big">{t('minutes.publish')}</Button>
        </Acts>
      </Form>
    </>
  )
}

export const MinutesPage = (together: Together) => {
  const { reader, on } = together
  const t = words(reader.lang)
  const where = { slug: on.slug, id: on.id }
  const published = on.state === 'published'
  const day = weekdayOf(calendarDay(on.day), reader.lang, 'UTC')
  return (
    <Page
      title={t('minutes.title')}
      lead={t('minutes.of', { community: on.community, day })}
      measure="narrow"
      eyebrow={<Breadcrumb lang={reader.lang} crumbs={[{ label: t('back'), href: urls.meeting(where) }]} />}
    >
      {published ? null : <Notice>{t('minutes.draft')}</Notice>}
      <MinutesBody {...together} />
      <div class="acts no-print">
        <PrintButton lang={reader.lang} />
        {published ? null : (
          <ButtonLink look="quiet" href={urls.together(where)}>
            {t('minutes.together')}
          </ButtonLink>
        )}
      </div>
      {published ? <p class="muted no-print">{t('minutes.published', { community: on.community })}</p> : null}
    </Page>
  )
}
