/** Asking in a conversation: what waits for an answer here, told to those whom it concerns, and the way to ask. */
import type { Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Thread, WaitingAsk } from '../../contract.ts'
import { canBeAskedIn } from '../ask.ts'
import { asksUrl, urls } from '../urls.ts'
import { words } from '../words.ts'

const still = (asks: readonly WaitingAsk[] | null, now: Date) => (asks ?? []).filter((ask) => ask.ends > now.getTime())

/** What others asked the reader here: a person waits, so it is rust. */
export const AskedOfYouHere = (props: { lang: Language; slug: string; thread: Thread; now: Date }) => {
  const t = words(props.lang)
  return (
    <>
      {still(props.thread.asks, props.now)
        .filter((ask) => ask.mine)
        .map((ask) => (
          <Notice key={ask.id} kind="human" title={t('waiting.you', { name: ask.asker ?? t('notice.somebody') })}>
            <p lang={ask.language} dir="auto">
              {ask.question}
            </p>
            <p>
              <ButtonLink look="quiet" href={urls.ask({ slug: props.slug, id: ask.id })}>
                {t('waiting.answer')}
              </ButtonLink>
            </p>
          </Notice>
        ))}
    </>
  )
}

/** “Ask somebody”, and quietly for whom one waits. */
export const AskingHere = (props: { lang: Language; slug: string; thread: Thread; now: Date }) => {
  const { lang, slug, thread, now } = props
  const t = words(lang)
  if (!canBeAskedIn(thread.audience)) return null
  return (
    <>
      {still(thread.asks, now)
        .filter((ask) => !ask.mine)
        .map((ask) => (
          <p key={ask.id} class="meta">
            <a href={urls.ask({ slug, id: ask.id })}>{t('waiting.one', { name: ask.asked ?? t('notice.somebody') })}</a>
          </p>
        ))}
      <p>
        <a href={asksUrl(slug, thread.id)}>{t('ask.title')}</a>
      </p>
    </>
  )
}
