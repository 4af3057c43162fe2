/** The page of a round: one question, how it stands, one's own turn, and what whoever guides it may do. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { LivePlace } from '../../../../ui/live-place.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Askable } from '../../asking/store.ts'
import { circlesWithin } from '../../circles.ts'
import { ReplyBox } from '../../pages/reply-box.tsx'
import { ActsForm } from '../../pages/voice-acts.tsx'
import { urls as dialogueUrls, voicesAnchor } from '../../urls.ts'
import { ToThemBox } from '../perspective/pages/to-them.tsx'
import { liveName } from '../place.ts'
import { guides, isOver, mayHarvest } from '../round.ts'
import { hadTurn } from '../turns.ts'
import { urls } from '../urls.ts'
import { reasonHere, words } from '../words.ts'
import { HarvestBox } from './harvest.tsx'
import { isMyTurn, type Now, RoundNow } from './round-now.tsx'
import { TurnBox } from './turn-box.tsx'

type Props = Now & {
  readonly where: { readonly title: string; readonly href: string }
  readonly once: string
  readonly typed?: Typed
  readonly harvest?: Typed
  readonly them?: Typed
  /** Who could be asked here, when a perspective round ends. */
  readonly people: readonly Askable[]
  readonly errors?: readonly FieldError[]
}

const Guide = ({ lang, slug, round, scope }: Props) => {
  const t = words(lang)
  if (round.closed_at || !guides(scope, round)) return null
  return (
    <section class="guide">
      <h2>{t('guide.title')}</h2>
      <p>{t('guide.text')}</p>
      <Form action={urls.opening({ slug, id: round.id })}>
        <Acts>
          <Button look="quiet">{t('guide.open')}</Button>
        </Acts>
      </Form>
      {round.waits_here ? null : (
        <p>
          <a href={urls.room({ slug, id: round.id })}>{t('room.link')}</a>
        </p>
      )}
      <p>
        <a href={urls.paper({ slug, id: round.id })}>{t('paper.link')}</a>
      </p>
    </section>
  )
}

// What could not be said in the round any more can be said in the conversation.
const TooLate = (props: Props) => {
  const { lang, slug, round } = props
  const t = words(lang)
  const text = typedText(props.typed, 'text')
  return text.trim() === '' ? null : (
    <section>
      <h2>{t('late.title')}</h2>
      <p>{t('late.text')}</p>
      <ReplyBox
        lang={lang}
        action={dialogueUrls.say({ slug, id: round.thread_id })}
        once={props.once}
        circles={circlesWithin(round.audience)}
        seats={round}
        label={t('late.label')}
        typed={{ text }}
      />
    </section>
  )
}

const Leaving = ({ lang, slug, round }: Props) => {
  const t = words(lang)
  if (round.my_seat === null || round.left || hadTurn(round.took)) return null
  return (
    <Form action={urls.leaving({ slug, id: round.id })}>
      <Acts>
        <Button look="plain">{t('leave.go')}</Button>
      </Acts>
    </Form>
  )
}

const ComeIn = ({ lang, slug, round }: Props) =>
  round.order === 'circle' && (round.my_seat === null || round.left) ? (
    <Form action={urls.place({ slug, id: round.id })}>
      <Acts>
        <Button look="big">{words(lang)('place.go')}</Button>
      </Acts>
    </Form>
  ) : null

const After = (props: Props) => {
  const { lang, slug, round, where, scope } = props
  const t = words(lang)
  return (
    <Acts>
      <ButtonLink look="quiet" href={`${where.href}#${voicesAnchor}`}>
        {t('after.conversation')}
      </ButtonLink>
      {guides(scope, round) && !round.waits_here ? (
        <a href={urls.hold({ slug, id: round.thread_id }, { follows: round.id })}>{t('open.another')}</a>
      ) : null}
    </Acts>
  )
}

export const RoundPage = (props: Props) => {
  const { lang, round, where, scope, now } = props
  const about = props.harvest ? 'harvest' : props.them ? 'them' : 'voice'
  const mistakes = (props.errors ?? []).map(({ field, reason }) => ({
    field: field && `${about}-${field}`,
    message: reasonHere(lang, reason),
  }))
  const over = isOver(round, now)
  const speaks = !over && (isMyTurn(props) || hadTurn(round.took) || props.typed !== undefined)
  return (
    <Page
      title={round.question}
      titleLang={round.language}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: where.title, href: where.href }]} />}
    >
      <ErrorSummary lang={lang} errors={mistakes} />
      <div class="round-place">
        <LivePlace lang={lang} name={liveName(round.id)} last>
          <RoundNow {...props} />
        </LivePlace>
        <ActsForm />
        {over ? <TooLate {...props} /> : null}
        {speaks ? <TurnBox {...props} mistakes={mistakes} /> : null}
        {over ? null : <ComeIn {...props} />}
        {over ? null : <Leaving {...props} />}
      </div>
      {mayHarvest(scope, round) ? <HarvestBox {...props} typed={props.harvest} mistakes={mistakes} /> : null}
      {mayHarvest(scope, round) ? <ToThemBox {...props} typed={props.them} mistakes={mistakes} /> : null}
      {round.closed_at ? <After {...props} /> : null}
      <Guide {...props} />
    </Page>
  )
}
