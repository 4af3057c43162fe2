/** One screen in the room: the question, who speaks, what they say; and who was written down here already. */
import { type FieldError, type Typed, typedText } from '../../../../../platform/http/form.ts'
import { Breadcrumb } from '../../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../../ui/button.tsx'
import { Disclosure } from '../../../../../ui/disclosure.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../../ui/form.tsx'
import { Page } from '../../../../../ui/page.tsx'
import { Ring } from '../../../../../ui/ring.tsx'
import { Select, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { MemberScope } from '../../../../people/contract.ts'
import type { Setting } from '../../../pages/who-said.tsx'
import { nextTurn } from '../../pages/round-now.tsx'
import type { Round, SeatHere, Turn } from '../../round.ts'
import { drawn, hadTurn } from '../../turns.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'

type Props = Setting & {
  readonly scope: MemberScope
  readonly round: Round
  readonly seats: readonly SeatHere[]
  readonly turns: readonly Turn[]
  readonly once: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

// Who had a turn on a device of their own is among them still: who is silent is nobody's to see.
const canSpeak = (seat: SeatHere): boolean => !seat.left && !hadTurn(seat.took)

const Speaks = (props: Props & { mistakes: ReturnType<typeof mistakesIn> }) => {
  const { lang, slug, round, seats, turns, typed, mistakes } = props
  const t = words(lang)
  const open = seats.filter(canSpeak)
  const next = nextTurn(turns)?.seat_id
  const preset = open.find(({ id }) => id === next) ?? (round.order === 'circle' ? undefined : open[0])
  const choiceOf = ({ id, version }: SeatHere) => `${id}.${version}`
  return (
    <Form action={urls.room({ slug, id: round.id })} once={props.once}>
      <input type="hidden" name="language" value={lang} />
      <Select
        name="seat"
        label={t('room.speaks')}
        value={typedText(typed, 'seat', preset ? choiceOf(preset) : '')}
        options={[
          { value: '', label: t('room.choose') },
          ...open.map((seat) => ({ value: choiceOf(seat), label: seat.name ?? t('somebody') })),
        ]}
        error={mistakeOf(mistakes, 'seat')}
      />
      <TextArea
        name="text"
        label={t('room.words')}
        value={typedText(typed, 'text')}
        rows={4}
        error={mistakeOf(mistakes, 'text')}
      />
      <div class="turn-acts">
        <Button look="big" name="way" value="said">
          {t('room.write')}
        </Button>
        <Button look="quiet big" name="way" value="passed">
          {t('turn.pass')}
        </Button>
        <Button look="quiet big" name="way" value="later">
          {t('turn.later')}
        </Button>
      </div>
    </Form>
  )
}

const Here = ({ lang, slug, round, seats }: Props) => {
  const t = words(lang)
  return (
    <section>
      <h2>{t('room.here')}</h2>
      <ul class="list">
        {seats.map((seat) => (
          <li key={seat.id} class="room-seat">
            <span dir="auto">{seat.name ?? t('somebody')}</span>
            <span class="meta">
              {seat.left ? t('room.away') : seat.mine && seat.took ? t(`room.${seat.took}`) : ''}
            </span>
            {canSpeak(seat) ? (
              <Button
                look="plain"
                form="room-away"
                name="seat"
                value={String(seat.id)}
                says={t('room.notHereSays', { name: seat.name ?? t('somebody') })}
              >
                {t('room.notHere')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <form id="room-away" method="post" action={urls.absent({ slug, id: round.id })} />
    </section>
  )
}

const mistakesIn = ({ lang, errors = [] }: Pick<Props, 'lang' | 'errors'>) =>
  errors.map(({ field, reason }) => ({ field, message: words(lang).maybe(reason) }))

export const RoomPage = (props: Props) => {
  const { lang, slug, round, seats } = props
  const t = words(lang)
  const mistakes = mistakesIn(props)
  const known = seats.filter(({ took, mine }) => mine && took === 'said').length
  const at = { slug, id: round.id }
  return (
    <Page
      title={t('room.title')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: round.question, href: urls.round(at) }]} />}
    >
      <ErrorSummary lang={lang} errors={mistakes} />
      <div class="round-head">
        <Ring lang={lang} seats={drawn({ over: false, seats: seats.length, known, mine: false })} size="large" silent />
        <p class="room-question" lang={round.language} dir="auto">
          {round.question}
        </p>
      </div>
      <Speaks {...props} mistakes={mistakes} />
      <Disclosure summary={t('room.guest')} open={mistakes.some(({ field }) => field === 'name')}>
        <Form action={urls.guests(at)} once={`${props.once}-guest`}>
          <TextField
            name="name"
            label={t('room.guestName')}
            hint={t('room.guestHint')}
            value={typedText(props.typed, 'name')}
            maxlength={80}
            error={mistakeOf(mistakes, 'name')}
          />
          <Acts>
            <Button look="quiet">{t('room.guestGo')}</Button>
          </Acts>
        </Form>
      </Disclosure>
      <Here {...props} />
      <p>
        <a href={urls.paper(at)}>{t('paper.link')}</a>
      </p>
    </Page>
  )
}
