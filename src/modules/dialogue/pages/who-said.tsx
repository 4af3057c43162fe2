/** Beside a voice: whose eyes it brings, when it was said, in which language, who hears it, whether it was changed. */
import type { Language } from '../../../platform/words/words.ts'
import { Chip } from '../../../ui/chip.tsx'
import type { Perspective } from '../../community/contract.ts'
import { circleOf, communityWords } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import { askUrl } from '../asking/urls.ts'
import { words as askWords } from '../asking/words.ts'
import type { Said } from '../contract.ts'
import { SaidInRound } from '../round/pages/said-in-round.tsx'
import { saidOn } from '../said-on.ts'
import { words as scribeWords } from '../scribe/words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** What every part of a conversation knows of its reader and place. */
export interface Setting {
  readonly lang: Language
  readonly zone: string
  readonly slug: string
  readonly now: Date
}

const Perspectives = ({ lang, held }: { lang: Language; held: readonly Perspective[] }) => {
  const t = communityWords(lang)
  const others = held.filter((one) => one !== 'leader').map((one) => t(`perspective.${one}`))
  return (
    <>
      {held.includes('leader') ? <Chip>{t('perspective.leader')}</Chip> : null}
      {others.length > 0 ? ` ${others.join(', ')}` : null}
      {held.length > 0 ? ' · ' : null}
    </>
  )
}

/** The line beside a name. `around` is the audience of the conversation, of which only what is narrower is told. */
export const WhoSaid = (
  props: Setting & {
    said: Said
    scope: MemberScope
    around: string
    /** When the reader may speak here. */
    acts?: boolean
    answers?: { readonly name: string; readonly href: string }
  },
) => {
  const { said, scope, lang, zone, now, slug } = props
  const t = words(lang)
  const ask = askWords(lang)
  const scribe = scribeWords(lang)
  const circle = circleOf(said.audience)
  const other = said.language === lang ? undefined : t.maybe(`voice.in.${said.language}`)
  return (
    <>
      <Perspectives lang={lang} held={said.perspectives ?? []} />
      <time datetime={said.nameless ? said.said_at.toISOString().slice(0, 10) : said.said_at.toISOString()}>
        {saidOn(said.said_at, now, lang, zone)}
      </time>
      {said.nameless && isMine(scope, said) ? ` · ${t('nameless.yours')}` : null}
      {other ? ` · ${other}` : null}
      {said.edited_at ? (
        <>
          {' · '}
          <a href={urls.history({ slug, id: said.id })}>
            {t('voice.edited', { day: saidOn(said.edited_at, now, lang, zone) })}
          </a>
        </>
      ) : null}
      {said.ask_id !== null && said.asked_by !== null ? (
        <>
          {' · '}
          {props.acts ? (
            <a href={askUrl({ slug, id: said.ask_id })}>{ask('voice.askedBy', { name: said.asked_by })}</a>
          ) : (
            ask('voice.askedBy', { name: said.asked_by })
          )}
        </>
      ) : null}
      {said.written_by === null ? null : (
        <>
          {' · '}
          {scribe('voice.both', {
            author: said.author ?? t('voices.somebody'),
            writer: said.writer ?? t('voices.somebody'),
          })}
          {said.confirmed ? ` · ${scribe('voice.confirmed', { author: said.author ?? t('voices.somebody') })}` : null}
        </>
      )}
      <SaidInRound {...props} />
      {props.answers ? (
        <>
          {' · '}
          <a href={props.answers.href}>{t('voices.answerTo', { name: props.answers.name })}</a>
        </>
      ) : null}
      {said.audience !== props.around && (circle === 'me' || circle === 'facilitators' || circle === 'group')
        ? ` · ${t(`voice.only.${circle}`)}`
        : null}
    </>
  )
}
