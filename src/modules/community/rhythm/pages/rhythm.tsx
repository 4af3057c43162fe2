/** Our rhythm: where the community stands in plain words, how it meets, what the group is asked, and the ways on. */
import type { ComponentChildren } from 'preact'
import type { FieldError, Typed } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import { Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Place, Reader } from '../../../people/contract.ts'
import type { Member } from '../../contract.ts'
import { stages } from '../stage.ts'
import type { Answer, Handover, Proposal, Rhythm } from '../store.ts'
import { rhythmUrls as urls } from '../urls.ts'
import { words } from '../words.ts'
import { AskedOfTheGroup } from './asked.tsx'
import { Farewell } from './farewell.tsx'
import { AskedToTakeOver } from './handing-over.tsx'
import { ProposeStage } from './propose.tsx'
import { Quiet } from './quiet.tsx'
import { Ways } from './ways.tsx'

/** Everything on the page of a community's rhythm. */
export interface RhythmProps {
  readonly reader: Reader
  readonly place: Place
  readonly rhythm: Rhythm
  readonly proposal: Proposal | undefined
  readonly answers: readonly Answer[]
  readonly farewell: Proposal | undefined
  readonly handovers: readonly Handover[]
  readonly people: readonly Member[]
  readonly me: number | null
  readonly tends: boolean
  /** When it meets and what moved, from the modules that know. */
  readonly beats: ComponentChildren
  readonly now: Date
  readonly once: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const Standing = ({ reader, place, rhythm, tends }: RhythmProps) => {
  const t = words(reader.lang)
  const { stage } = rhythm
  const back = stage === 'dormant' ? 'wake' : stage === 'closed' ? 'reopen' : undefined
  return (
    <section class="flow">
      <h2>{t('now')}</h2>
      <p>
        <b>{t(`stage.${stage}`)}.</b> {t(`like.${stage}`)}
      </p>
      <p>
        {t('helps')}: {t(`helps.${stage}`)}
      </p>
      {rhythm.stage_since ? (
        <p class="muted">{t('since', { day: dayOf(rhythm.stage_since, reader.lang, reader.zone) })}</p>
      ) : null}
      {tends && back ? (
        <Form action={urls.moves({ slug: place.slug })}>
          <input type="hidden" name="move" value={back} />
          <Button>{t(back === 'wake' ? 'wake.go' : 'reopen.go')}</Button>
        </Form>
      ) : null}
    </section>
  )
}

const AllStages = ({ reader }: RhythmProps) => {
  const t = words(reader.lang)
  return (
    <Disclosure summary={t('all')}>
      <p class="muted">{t('allHint')}</p>
      <ul class="list">
        {stages.map((stage) => (
          <li key={stage}>
            <b>{t(`stage.${stage}`)}.</b> {t(`like.${stage}`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

export const RhythmPage = (props: RhythmProps) => {
  const { reader, place, rhythm, tends } = props
  const t = words(reader.lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  const open = rhythm.stage !== 'closed'
  const ways = { ...props, mistakes: errors }
  return (
    <Page title={t('nav')} lead={t('lead', { name: place.name })} measure="narrow">
      <ErrorSummary lang={reader.lang} errors={errors} />
      <AskedToTakeOver {...props} />
      {tends && rhythm.quiet ? <Quiet lang={reader.lang} slug={place.slug} /> : null}
      <Standing {...props} />
      {props.farewell ? <Farewell lang={reader.lang} said={props.farewell} /> : null}
      {props.beats}
      {props.proposal ? <AskedOfTheGroup {...props} proposal={props.proposal} /> : null}
      {tends && open && !props.proposal && rhythm.stage !== 'dormant' ? <ProposeStage {...ways} /> : null}
      {tends && open ? <Ways {...ways} /> : null}
      <AllStages {...props} />
    </Page>
  )
}
