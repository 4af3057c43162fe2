/** How a round stands now, for one reader: the ring, what it waits for, and what may be heard. One part of a page that lives. */
import { markOf } from '../../../../platform/live/place.ts'
import { momentOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Ring } from '../../../../ui/ring.tsx'
import { Voices as VoiceList } from '../../../../ui/voice.tsx'
import { belongsTo } from '../../../community/public.ts'
import type { MemberScope } from '../../../people/contract.ts'
import type { Said } from '../../contract.ts'
import { keptVoice, markOfVoice } from '../../pages/kept-voice.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import { ToThemShown } from '../perspective/pages/to-them.tsx'
import { type Heard, isOver, type Round, seatStateOf, type Turn } from '../round.ts'
import { drawn, hadTurn, nextInCircle } from '../turns.ts'
import { words, youSaid } from '../words.ts'
import { HeardAnswer, OwnAnswer } from './answers.tsx'
import { HarvestShown } from './harvest.tsx'

/** All that decides what stands there. */
export interface Now extends Setting {
  readonly scope: MemberScope
  readonly round: Round
  readonly heard: readonly Heard[]
  readonly turns: readonly Turn[]
  readonly said: readonly Said[]
}

/** The id of the part. */
export const roundAnchor = (id: number): string => `round-${id}`

/** Whose turn it is around the circle; nobody's where turns are free. */
export const nextTurn = (turns: readonly Turn[]): Turn | undefined => {
  const next = nextInCircle(turns.map(seatStateOf))
  return turns.find(({ seat_id }) => seat_id === next?.seat)
}

/** Whether the reader's own turn waits for them now. */
export const isMyTurn = ({ round, turns, now }: Pick<Now, 'round' | 'turns' | 'now'>): boolean =>
  !isOver(round, now) &&
  !hadTurn(round.took) &&
  (round.order === 'free' || (round.my_seat !== null && nextTurn(turns)?.seat_id === round.my_seat))

/** The one sentence that says where the round is. */
export const standingOf = (lang: Language, { round, turns, now, said, heard }: Now): string => {
  const t = words(lang)
  const you = (...[key, name]: [Parameters<typeof youSaid>[2], string?]) => youSaid(lang, round.waits_here, key, name)
  if (round.closed_at) return t(said.length > 0 || heard.length > 0 ? 'now.open' : 'now.openNone')
  if (isOver(round, now)) return t('now.opening')
  if (round.took === 'said') return you(round.hidden === 'until_all' ? 'now.saidAll' : 'now.saidOwn')
  if (round.took === 'passed') return you(round.hidden === 'until_all' ? 'now.passedAll' : 'now.passedOwn')
  if (round.order === 'circle') {
    if (round.my_seat === null || round.left) return you('now.outside')
    const next = nextTurn(turns)
    if (next && next.seat_id !== round.my_seat) return you('now.turnOf', next.name ?? t('somebody'))
    return you('now.yours')
  }
  if (round.left) return you('now.left')
  return you(round.took === 'later' ? 'now.later' : 'now.yours')
}

const opensOf = (lang: Language, zone: string, { ends_at, order }: Round): string => {
  const t = words(lang)
  const all = order === 'circle' ? t('now.whenAround') : t('now.whenAll')
  return ends_at ? `${all} ${t('now.atLatest', { when: momentOf(ends_at, lang, zone) })}` : all
}

/** A sentence about the ring for those who do not see it: what is drawn, in words. */
const ringSays = (lang: Language, round: Round, known: number): string => {
  const t = words(lang)
  return round.closed_at
    ? t('ring.open', { seats: round.seats, n: known })
    : t('ring.still', { seats: round.seats, n: known })
}

const level = 3 as const

/** What of the reader's view decides how the part looks, put together once. */
const viewOf = (props: Now) => {
  const { lang, round, scope, heard, said } = props
  const own = round.took === 'said' && !round.closed_at ? 1 : 0
  const known = said.filter(({ withdrawn }) => !withdrawn).length + heard.length + own
  return {
    own,
    known,
    sentence: standingOf(lang, props),
    dots: drawn({ over: round.closed_at !== null, seats: round.seats, known, mine: isMyTurn(props) }),
    silent: round.silent === null ? '' : words(lang)('guide.silent', { n: round.silent }),
    acts: belongsTo(scope, round.community_id),
  }
}

/** The mark that the part carries: another one as soon as anything in it looks different. */
export const markOfRound = (props: Now): string => {
  const { round, heard, said } = props
  const { sentence, dots, silent, own, acts } = viewOf(props)
  return markOf(
    [
      sentence,
      dots.join(),
      silent,
      round.harvest_version,
      round.them_version,
      round.them_state,
      round.them_ask_id,
      ...said.map((one) => markOfVoice({ ...props, said: one, around: round.audience, acts, level })),
      ...heard.map((one) => [one.sign, one.author, one.guest, one.waits, one.writer].join('\u0000')),
      own ? round.my_version : '',
    ].join('\u0001'),
  )
}

export const RoundNow = (props: Now) => {
  const { lang, zone, round, heard, said } = props
  const t = words(lang)
  const { own, known, sentence, dots, silent, acts } = viewOf(props)
  const voices = said.map((one) => keptVoice({ ...props, said: one, around: round.audience, acts, level }))
  const answers = heard.map((one) => <HeardAnswer {...props} heard={one} />)
  const shown = [...voices, ...answers, ...(own ? [<OwnAnswer {...props} />] : [])]
  return (
    <div
      class={round.closed_at ? 'round open' : 'round'}
      id={roundAnchor(round.id)}
      data-mark={markOfRound(props)}
      data-says={sentence}
    >
      <div class="round-head">
        <Ring lang={lang} seats={dots} size="large" label={ringSays(lang, round, known)} />
        {round.eyes === null ? null : (
          <p class="round-eyes">
            {t('eyes.with')} <b dir="auto">{round.eyes}</b>
          </p>
        )}
        <p class="round-says">{sentence}</p>
        <p class="meta">
          {t(round.circle > 1 ? 'head.circle' : 'head.round', { name: round.opener ?? t('somebody'), n: round.circle })}{' '}
          {round.closed_at ? null : opensOf(lang, zone, round)}
        </p>
        {silent === '' ? null : <p class="meta">{silent}</p>}
      </div>
      <HarvestShown {...props} />
      <ToThemShown {...props} />
      {shown.length > 0 ? (
        <section class="round-answers">
          <h2>
            {round.closed_at || !own || heard.length > 0
              ? t(round.closed_at ? 'heard.all' : 'heard.soFar')
              : youSaid(lang, round.waits_here, 'heard.own')}
          </h2>
          <VoiceList>{shown}</VoiceList>
        </section>
      ) : null}
    </div>
  )
}
