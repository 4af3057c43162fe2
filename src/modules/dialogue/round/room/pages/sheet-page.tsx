/** A round on paper: the question, room for one person's answer, a pass, and how it gets in. */
import { Breadcrumb } from '../../../../../ui/breadcrumb.tsx'
import { PrintButton } from '../../../../../ui/copy-button.tsx'
import { Page } from '../../../../../ui/page.tsx'
import type { Setting } from '../../../pages/who-said.tsx'
import { words as dialogueWords } from '../../../words.ts'
import { whoHears } from '../../pages/who-hears.ts'
import type { Round } from '../../round.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'

const LINES = 13

export const RoundSheetPage = ({ lang, slug, round }: Setting & { round: Round }) => {
  const t = words(lang)
  const say = dialogueWords(lang)
  const heard = whoHears(lang, round)
  return (
    <Page
      title={round.question}
      titleLang={round.language}
      measure="narrow"
      eyebrow={
        <Breadcrumb lang={lang} crumbs={[{ label: t('paper.back'), href: urls.round({ slug, id: round.id }) }]} />
      }
    >
      <div class="acts no-print">
        <PrintButton lang={lang} />
      </div>
      <article class="paper">
        <p class="paper-blank">
          <span>{t('paper.saidBy')}</span>
          <b />
        </p>
        <section class="paper-part">
          <div class="paper-lines" aria-hidden="true">
            {Array.from({ length: LINES }, (_, at) => (
              <span key={at} />
            ))}
          </div>
        </section>
        <div class="paper-foot">
          {(['turn.pass', 'turn.later'] as const).map((way) => (
            <p key={way} class="paper-pass">
              <span class="paper-box" aria-hidden="true" />
              {t(way)}
            </p>
          ))}
          <p>
            {say('say.seenBy')} <b>{heard}</b>. {t(round.hidden === 'until_all' ? 'turn.whenAll' : 'paper.whenOwn')}
          </p>
          <p class="muted">{t('paper.enter', { link: t('room.link') })}</p>
        </div>
      </article>
    </Page>
  )
}
