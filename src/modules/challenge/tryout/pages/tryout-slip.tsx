/** A try-out as a slip on its question: what we try, expect, when we stop, and the one thing to do next. */
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Acts, Button, ButtonLink } from '../../../../ui/button.tsx'
import { Slip } from '../../../../ui/card.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { Next } from '../../next.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import type { Tryout } from '../store.ts'
import { isDue } from '../tryout.ts'

/** A calendar day in the reader's words. */
export const dayWords = (day: string, lang: Language): string => dayOf(calendarDay(day), lang, 'UTC')

/** Where a try-out stands, in a line. `today` as `2026-12-03`. */
export const standing = (tryout: Pick<Tryout, 'state' | 'ends_on'>, lang: Language, today: string): string => {
  const state = tryout.state === 'running' && tryout.ends_on < today ? 'over' : tryout.state
  return words(lang)(`tryout.state.${state}`, { day: dayWords(tryout.ends_on, lang) })
}

const ended = (tryout: Tryout) => ['kept', 'adapted', 'stopped'].includes(tryout.state)

/** The one filled button of a slip, when the reader may act. */
export const TryoutAct = (props: {
  lang: Language
  slug: string
  tryout: Tryout
  next: Next | undefined
  once: string
  quiet?: boolean
}) => {
  const t = words(props.lang)
  const { tryout, next, slug, once } = props
  const where = { slug, id: tryout.challenge_id, tryout: tryout.id }
  const look = props.quiet ? { look: 'quiet' as const } : {}
  if (next === 'tell')
    return (
      <ButtonLink href={urls.sightings(where)} {...look}>
        {t('seen.tell')}
      </ButtonLink>
    )
  if (next === 'conclude')
    return (
      <ButtonLink href={urls.conclude(where)} {...look}>
        {t('conclude.open')}
      </ButtonLink>
    )
  if (next === 'agree' || next === 'start')
    return (
      <Form action={next === 'agree' ? urls.safe(where) : urls.start(where)} once={`${once}-${next}`}>
        <Button {...look}>{next === 'agree' ? t('tryout.safe.go') : t('tryout.start.go')}</Button>
      </Form>
    )
  return null
}

export const TryoutSlip = (props: {
  lang: Language
  slug: string
  tryout: Tryout
  today: string
  next: Next | undefined
  once: string
}) => {
  const t = words(props.lang)
  const { tryout, lang, slug, today } = props
  const where = { slug, id: tryout.challenge_id, tryout: tryout.id }
  const agreed = tryout.state === 'safe' || tryout.state === 'running'
  return (
    <Slip
      id={`try-out-${tryout.id}`}
      head={standing(tryout, lang, today)}
      over={ended(tryout)}
      chip={agreed ? <Chip tone="teal">{t('tryout.chip.safe')}</Chip> : null}
    >
      {isDue(tryout, today) ? (
        <p>
          <Chip tone="human" icon="hand">
            {t('tryout.due')}
          </Chip>
        </p>
      ) : null}
      <h3 lang={tryout.language} dir="auto">
        {tryout.title}
      </h3>
      <p>
        <b>{t('tryout.weExpect')}</b>{' '}
        <span lang={tryout.language} dir="auto">
          {tryout.expects}
        </span>
      </p>
      <p>
        <b>{t('tryout.weStop')}</b>{' '}
        <span lang={tryout.language} dir="auto">
          {tryout.stop_if}
        </span>
      </p>
      {tryout.reason ? (
        <p>
          <b>{t('conclude.because')}</b>{' '}
          <span lang={tryout.language} dir="auto">
            {tryout.reason}
          </span>
        </p>
      ) : null}
      {tryout.state === 'proposed' && props.next !== 'agree' ? <p class="muted">{t('tryout.safe.wait')}</p> : null}
      <Acts>
        <TryoutAct {...props} />
        <a href={urls.tryout(where)}>{t('tryout.see')}</a>
      </Acts>
    </Slip>
  )
}
