/** The pages behind the link of a round's letter: one's own turn, and that it was taken. */
import type { FieldError, Typed } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { ErrorSummary } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Ring } from '../../../../ui/ring.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import type { Round, Turn } from '../round.ts'
import { drawn } from '../turns.ts'
import { words } from '../words.ts'
import { isMyTurn, standingOf } from './round-now.tsx'
import { TurnBox } from './turn-box.tsx'

/** One's own turn, and nothing else of the site. `name` is whose letter it was. */
export const ByLinkPage = (
  props: Setting & {
    scope: MemberScope
    round: Round
    turns: readonly Turn[]
    name: string
    action: string
    once: string
    typed?: Typed
    errors?: readonly FieldError[]
  },
) => {
  const { lang, round } = props
  const t = words(lang)
  const mistakes = (props.errors ?? []).map(({ field, reason }) => ({
    field: field && `voice-${field}`,
    message: t.maybe(reason),
  }))
  const mine = isMyTurn(props)
  const dots = drawn({ over: false, seats: round.seats, known: 0, mine })
  return (
    <Page title={round.question} titleLang={round.language} eyebrow={round.place} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <div class="round-place">
        <div class="round-head">
          <Ring lang={lang} seats={dots} size="large" silent />
          {round.eyes === null ? null : (
            <p class="round-eyes">
              {t('eyes.with')} <b dir="auto">{round.eyes}</b>
            </p>
          )}
          <p class="round-says">{standingOf(lang, { ...props, heard: [], said: [] })}</p>
          <p>
            <b>{t('link.as', { name: props.name })}</b>
          </p>
        </div>
        {mine || props.typed ? <TurnBox {...props} mistakes={mistakes} /> : null}
        <p class="meta">{t('link.only')}</p>
      </div>
    </Page>
  )
}

/** It was taken. Only the form that was sent makes this page. */
export const SentByLinkPage = ({ lang, round, says }: { lang: Language; round: Round; says: string }) => {
  const t = words(lang)
  return (
    <Page title={round.question} titleLang={round.language} eyebrow={round.place} measure="narrow">
      <Notice kind="ok" announce>
        <p>{says}</p>
      </Notice>
      <p>{t('link.after')}</p>
    </Page>
  )
}
