/** Rounds of a conversation: an open one stands at its top, one that has opened shows what the group took along. */
import type { Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { circleOf } from '../../../community/public.ts'
import type { Thread } from '../../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

type Props = { lang: Language; slug: string; thread: Thread }

/** Those that are open: rust only where one's own turn waits. */
export const RoundsOpenHere = ({ lang, slug, thread }: Props) => {
  const t = words(lang)
  return (
    <>
      {(thread.rounds ?? [])
        .filter(({ closed }) => !closed)
        .map((round) => (
          <Notice
            key={round.id}
            kind={round.waits ? 'human' : 'info'}
            title={t(round.waits ? 'here.yours' : 'here.open')}
          >
            <p lang={round.language} dir="auto">
              {round.question}
            </p>
            <p>
              <ButtonLink look="quiet" href={urls.round({ slug, id: round.id })}>
                {t(round.waits ? 'here.go' : 'here.see')}
              </ButtonLink>
            </p>
          </Notice>
        ))}
    </>
  )
}

/** Those that have opened, with their harvest. */
export const RoundsHeardHere = ({ lang, slug, thread }: Props) => {
  const t = words(lang)
  const opened = (thread.rounds ?? []).filter(({ closed }) => closed)
  if (opened.length === 0) return null
  return (
    <div class="rounds-heard">
      {opened.map((round) => (
        <article key={round.id} class="flow">
          <p class="meta">{t(round.circle > 1 ? 'here.heardCircle' : 'here.heard', { n: round.circle })}</p>
          <h3>
            <a href={urls.round({ slug, id: round.id })} lang={round.language} dir="auto">
              {round.question}
            </a>
          </h3>
          {round.asked && round.askedState === 'open' ? (
            <p>
              <span class="meta">{t('them.openTo', { eyes: round.eyes ?? '' })}</span>{' '}
              <span lang={round.askedLanguage ?? round.language} dir="auto">
                {round.asked}
              </span>
            </p>
          ) : null}
          {round.harvest ? <Markdown html={round.harvest} lang={round.harvestLanguage ?? round.language} /> : null}
        </article>
      ))}
    </div>
  )
}

/** The way to hold one. */
export const HoldRound = ({ lang, slug, thread }: Props) =>
  circleOf(thread.audience) === 'me' || thread.waits_here ? null : (
    <p>
      <a href={urls.hold({ slug, id: thread.id })}>{words(lang)('open.title')}</a>
    </p>
  )
