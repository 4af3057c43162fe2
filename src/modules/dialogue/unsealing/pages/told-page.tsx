/** What the author of words without a name is told: two people know, who they are, and why. */
import { dayOf } from '../../../../platform/words/dates.ts'
import { Card } from '../../../../ui/card.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Said } from '../../contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import type { Told } from '../store.ts'
import { words } from '../words.ts'

/** `who` is where the adults who look after everybody are named. */
export const ToldPage = (props: Setting & { said: Said; told: Told; who: string }) => {
  const { lang, slug, zone, said, told } = props
  const t = words(lang)
  const somebody = dialogueWords(lang)('voices.somebody')
  return (
    <Page
      title={t('told.title')}
      lead={t('told.lead', {
        asker: told.asker ?? somebody,
        decider: told.decider ?? somebody,
        day: dayOf(told.decided_at, lang, zone),
      })}
      measure="narrow"
    >
      <Card calm>
        <Markdown html={said.html} lang={said.language} />
      </Card>
      <section>
        <h2>{t('told.why')}</h2>
        <p class="as-typed" lang={told.language} dir="auto">
          {told.reason}
        </p>
      </section>
      <p>{t('told.others')}</p>
      <p>
        <a href={props.who}>{t('who')}</a>
      </p>
      <p>
        <a href={dialogueUrls.voice({ slug, id: said.id })}>{dialogueWords(lang)('voice.back')}</a>
      </p>
    </Page>
  )
}
