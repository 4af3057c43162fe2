/** What stands around the voices of a conversation and may change while one reads: above them, and over the field to write in. */
import { markOf } from '../../../platform/live/place.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { AskedOfYouHere } from '../asking/pages/asking-here.tsx'
import { words as askWords } from '../asking/words.ts'
import { CarriedHere } from '../carrying/pages/carried-here.tsx'
import { words as carryWords } from '../carrying/words.ts'
import type { Thread } from '../contract.ts'
import { aboveAnchor, paceAnchor } from '../live/place.ts'
import { nextTurn, pausedUntil } from '../pacing/pace.ts'
import { PaceHere } from '../pacing/pages/pace-here.tsx'
import { words as paceWords } from '../pacing/words.ts'
import { RoundsHeardHere, RoundsOpenHere } from '../round/pages/rounds-here.tsx'
import { words as roundWords } from '../round/words.ts'
import { SummaryHere } from '../summary/pages/summary-here.tsx'
import { isWorthOne } from '../summary/summary.ts'

/** `speaks` when the reader belongs here. */
export interface Around {
  readonly lang: Language
  readonly zone: string
  readonly slug: string
  readonly thread: Thread
  readonly now: Date
  readonly speaks: boolean
}

// Said aloud when it comes to a page that is open: only what waits for the reader.
const aboveSays = ({ lang, thread, now, speaks }: Around): string | undefined => {
  if (!speaks) return undefined
  const asked = (thread.asks ?? []).filter(({ mine, ends }) => mine && ends > now.getTime())
  const all = [
    ...asked.map((ask) => askWords(lang)('waiting.you', { name: ask.asker ?? askWords(lang)('notice.somebody') })),
    ...(thread.rounds ?? []).filter(({ closed, waits }) => !closed && waits).map(() => roundWords(lang)('here.yours')),
    ...(thread.carried ?? []).filter(({ mine }) => !mine).map(() => carryWords(lang)('here.you')),
  ]
  return all.length > 0 ? all.join('. ') : undefined
}

/** The mark of what stands above: another one as soon as anything of it looks different. */
export const markAbove = ({ thread, now, speaks, lang }: Around): string =>
  markOf(
    JSON.stringify([
      thread.summary,
      speaks && isWorthOne(thread.contributions),
      speaks && thread.asks?.filter(({ mine, ends }) => mine && ends > now.getTime()),
      thread.rounds,
      speaks && thread.carried,
      lang,
    ]),
  )

/** Above the voices: the summary, what others ask of the reader, rounds, and what is to be said for somebody. */
export const AboveVoices = (props: Around) => {
  const { lang, zone, slug, now, thread, speaks } = props
  return (
    <div id={aboveAnchor(thread.id)} class="flow around" data-mark={markAbove(props)} data-says={aboveSays(props)}>
      <SummaryHere lang={lang} zone={zone} slug={slug} now={now} thread={thread} writes={speaks} />
      {speaks ? <AskedOfYouHere lang={lang} slug={slug} thread={thread} now={now} /> : null}
      <RoundsOpenHere lang={lang} slug={slug} thread={thread} />
      <RoundsHeardHere lang={lang} slug={slug} thread={thread} />
      {speaks ? <CarriedHere lang={lang} slug={slug} thread={thread} /> : null}
    </div>
  )
}

const until = (moment: Date | undefined): number => moment?.getTime() ?? 0

/** The mark of the pace. */
export const markOfPace = ({ thread, now, lang }: Around): string =>
  markOf(
    JSON.stringify([
      until(pausedUntil(thread, now)),
      thread.pause_why,
      thread.slow_minutes,
      until(nextTurn(thread, now)),
      lang,
    ]),
  )

/** Over the field to write in: that the conversation rests or goes slowly. What is typed there stays. */
export const PaceOfVoices = (props: Around) => {
  const { lang, zone, now, thread } = props
  const t = paceWords(lang)
  const rests = pausedUntil(thread, now)
  const slow = thread.slow_minutes
  const goes = slow === null ? t('here.freely') : t('here.slowly', { span: t('span.each', { hours: slow / 60 }) })
  const says = rests ? t('here.paused', { when: momentOf(rests, lang, zone) }) : goes
  return (
    <div id={paceAnchor(thread.id)} class="flow around" data-mark={markOfPace(props)} data-says={says}>
      <PaceHere lang={lang} zone={zone} now={now} pace={thread} />
    </div>
  )
}
