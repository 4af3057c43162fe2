/** The one screen of a meeting: where the group is, and nothing else. */

import { typedText } from '../../../../platform/http/form.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { type Station, stations } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { waiting } from '../round.ts'
import { partOf, placeAfter, stationAt } from '../station.ts'
import { words } from '../words.ts'
import { CameOrWent, HereForm } from './here.tsx'
import { LastStation } from './last.tsx'
import { MinutesStation } from './minutes.tsx'
import { mistakesIn } from './mistakes.ts'
import { NextStation } from './next.tsx'
import { questionOf, type Together } from './seen.ts'
import { TurnStation } from './turn.tsx'

/** On and back; the press carries the place it was seen from. */
const GoOn = (together: Together) => {
  const t = words(together.reader.lang)
  const { on } = together
  const press = (way: 'next' | 'back') => {
    const to = placeAfter(on.kind, on.station, way)
    if (to === undefined) return null
    const station = t(`${stationAt(on.kind, to)}.name`)
    return (
      <Form action={urls.station({ slug: on.slug, id: on.id })} once={together.once} inline>
        <input type="hidden" name="seen" value={on.station} />
        <Button look={way === 'next' ? 'quiet big' : 'plain'} name="way" value={way}>
          {way === 'next' ? t('go.next', { station }) : t('go.back', { station })}
        </Button>
      </Form>
    )
  }
  return (
    <div class="go-on no-print">
      {press('next')}
      {press('back')}
    </div>
  )
}

/** Who was not heard: shown, and it stops nothing. */
const NotHeard = ({ together, station }: { together: Together; station: Station }) => {
  const t = words(together.reader.lang)
  const part = partOf(station)
  if (!part) return null
  const open = waiting(
    together.circle,
    together.entries.filter((entry) => entry.part === part),
  )
  if (open.length === 0 || open.length === together.circle.length) return null
  return <p class="muted">{t('turn.waits', { names: open.map((one) => one.name ?? t('turn.guest')).join(', ') })}</p>
}

const At = ({ together, station }: { together: Together; station: Station }) => {
  const part = partOf(station)
  if (part) return <TurnStation together={together} part={part} />
  if (station === 'last') return <LastStation {...together} />
  if (station === 'next') return <NextStation {...together} />
  return <MinutesStation {...together} />
}

/** Before the beginning: who is here. Then station by station. */
export const TogetherPage = (together: Together) => {
  const { reader, on } = together
  const t = words(reader.lang)
  const begun = on.state !== 'planned'
  const station = stationAt(on.kind, on.station)
  const asks = t(`${station}.ask`)
  const where = { slug: on.slug, id: on.id }
  return (
    <Page
      title={begun ? (station === 'round' ? questionOf(together, asks) : asks) : t('here.title')}
      {...(begun ? {} : { lead: t('here.lead') })}
      measure="narrow"
      eyebrow={<Breadcrumb lang={reader.lang} crumbs={[{ label: t('back'), href: urls.meeting(where) }]} />}
      {...(begun ? { under: <Along {...together} /> } : {})}
    >
      <ErrorSummary lang={reader.lang} errors={mistakesIn(together)} />
      <Kept {...together} />
      {begun ? <At together={together} station={station} /> : <HereForm {...together} />}
      {begun ? <NotHeard together={together} station={station} /> : null}
      {begun ? <GoOn {...together} /> : null}
      {begun ? <CameOrWent {...together} /> : null}
    </Page>
  )
}

/** Where the group is on its way, in one quiet line. */
const Along = ({ reader, on }: Together) => {
  const t = words(reader.lang)
  return (
    <ol class="along">
      {stations[on.kind].map((station, place) => (
        <li key={station} aria-current={place === on.station ? 'step' : undefined}>
          {t(`${station}.name`)}
        </li>
      ))}
    </ol>
  )
}

/** What somebody typed for a place that the group has left, or that is closed: given back, so that nothing is lost. */
const Kept = ({ reader, on, typed, errors }: Together) => {
  const said = typedText(typed, 'words')
  const part = typedText(typed, 'part')
  const here = part === stationAt(on.kind, on.station) || part === ''
  if (!errors || said === '' || here) return null
  return (
    <Card>
      <p class="eyebrow">{words(reader.lang)('kept')}</p>
      <p class="as-typed" dir="auto">
        {said}
      </p>
    </Card>
  )
}
