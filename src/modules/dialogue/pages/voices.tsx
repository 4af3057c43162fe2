/** The voices of a conversation: what was said, page by page, and the place to add one's own. */
import type { Language } from '../../../platform/words/words.ts'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { LivePlace, QuietLivePlace } from '../../../ui/live-place.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Voices as VoiceList } from '../../../ui/voice.tsx'
import { belongsTo, facilitates } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { AskingHere } from '../asking/pages/asking-here.tsx'
import { urls as carryUrls } from '../carrying/urls.ts'
import { choicesWithin } from '../circles.ts'
import type { Said, Thread } from '../contract.ts'
import { aroundName, liveName } from '../live/place.ts'
import { words as lookWords } from '../looking/words.ts'
import { urls as nameUrls } from '../mentioning/urls.ts'
import { pagesOf } from '../numbering.ts'
import { waitsUntil } from '../pacing/pace.ts'
import { urls as paceUrls } from '../pacing/urls.ts'
import { words as paceWords } from '../pacing/words.ts'
import { HoldRound } from '../round/pages/rounds-here.tsx'
import { circlesToWriteIn } from '../scribe/scribe.ts'
import { urls as scribeUrls } from '../scribe/urls.ts'
import { words as scribeWords } from '../scribe/words.ts'
import { urls, voicesAnchor, voicesPage } from '../urls.ts'
import { JumpHere } from '../visiting/pages/jump-here.tsx'
import { PageField } from '../visiting/pages/page-field.tsx'
import { words as jumpWords } from '../visiting/words.ts'
import { words } from '../words.ts'
import { AboveVoices, PaceOfVoices } from './around-voices.tsx'
import { keptVoice } from './kept-voice.tsx'
import { ReplyBox } from './reply-box.tsx'
import { ActsForm } from './voice-acts.tsx'

/**
 * The whole conversation as a section of a page. `rows` from `contributionsOf`, `thread` from `threadOf`; `here` is the
 * address of the page it stands on, whose query `voices` asks for a page of voices; `once` a fresh token. Without a
 * thread there is nothing to show.
 */
export const Voices = (props: {
  lang: Language
  zone: string
  slug: string
  here: string
  scope: MemberScope
  thread: Thread | undefined
  rows: readonly Said[]
  page: number
  now: Date
  once: string
}) => {
  const { lang, thread, rows, scope, slug, here } = props
  if (!thread) return null
  const t = words(lang)
  const speaks = belongsTo(scope, thread.community_id)
  const shown = new Set(rows.map((said) => said.id))
  const isAnswer = (said: Said) => said.reply_to !== null && shown.has(said.reply_to)
  const answers = Map.groupBy(rows.filter(isAnswer), (said) => said.reply_to)
  const waits = waitsUntil(thread, props.now) !== undefined
  const around = { lang, zone: props.zone, slug, thread, now: props.now, speaks }
  const one = (said: Said, level: 3 | 4) => (
    <>
      {keptVoice({ ...props, said, around: thread.audience, acts: speaks, level })}
      {below(said)}
    </>
  )
  const below = (said: Said) => {
    const own = answers.get(said.id)
    return own ? (
      <div class="answers">
        <VoiceList>{own.map((answer) => one(answer, 4))}</VoiceList>
      </div>
    ) : null
  }
  return (
    <section id={voicesAnchor}>
      <h2>{t('voices.title')}</h2>
      <QuietLivePlace name={aroundName(thread.id)}>
        <AboveVoices {...around} />
        <JumpHere lang={lang} slug={slug} thread={thread} now={props.now} speaks={speaks} />
        <LivePlace
          lang={lang}
          name={liveName(thread.id, props.page)}
          last={props.page >= pagesOf(thread.contributions)}
        >
          {rows.length === 0 && thread.contributions > 0 ? (
            <Empty level={3} title={jumpWords(lang)('jump.past')} text={jumpWords(lang)('jump.pastText')} />
          ) : rows.length > 0 ? (
            <VoiceList>{rows.filter((said) => !isAnswer(said)).map((said) => one(said, 3))}</VoiceList>
          ) : (
            <Empty level={3} title={t('voices.none')} text={t('voices.noneText')} />
          )}
        </LivePlace>
        <Pagination
          lang={lang}
          page={Math.min(props.page, pagesOf(thread.contributions) + 1)}
          pages={pagesOf(thread.contributions)}
          href={(page) => `${voicesPage(here, page)}#${voicesAnchor}`}
          label={t('voices.pages')}
        />
        <PageField lang={lang} here={here} pages={pagesOf(thread.contributions)} />
        {speaks ? (
          <>
            <ActsForm />
            <Card>
              <PaceOfVoices {...around} />
              {thread.waits_here && !waits ? <p class="muted">{lookWords(lang)('mine.before')}</p> : null}
              <ReplyBox
                lang={lang}
                action={urls.say({ slug, id: thread.id })}
                once={props.once}
                circles={waits ? ['me'] : choicesWithin(thread.audience, thread.groups)}
                waits={waits}
                seats={thread}
                names={nameUrls.names({ slug, id: thread.id })}
                forMe={carryUrls.give({ slug, id: thread.id })}
                label={t('say.title')}
              />
            </Card>
            <HoldRound lang={lang} slug={slug} thread={thread} />
            <AskingHere lang={lang} slug={slug} thread={thread} now={props.now} />
            {thread.holds_pen && circlesToWriteIn(thread.audience).length > 0 ? (
              <p>
                <a href={scribeUrls.write({ slug, id: thread.id })}>{scribeWords(lang)('write.link')}</a>
              </p>
            ) : null}
            {facilitates(scope, thread.community_id) && thread.audience !== `me:${scope.personId}` ? (
              <p>
                <a href={paceUrls.pace({ slug, id: thread.id })}>{paceWords(lang)('pace.link')}</a>
              </p>
            ) : null}
          </>
        ) : null}
      </QuietLivePlace>
    </section>
  )
}
