/** What came of it, in calm lines: on a question, on a community's home; and on the question who still waits for a word. */
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import { PlainText } from '../../pages/plain-text.tsx'
import { urls } from '../../urls.ts'
import { mayTell } from '../access.ts'
import type { Ending } from '../store/ending.ts'
import { words } from '../words.ts'

const Line = ({ lang, zone, ending }: { lang: Language; zone: string; ending: Ending }) => {
  const t = words(lang)
  return (
    <>
      <PlainText text={ending.words ?? ''} lang={ending.language ?? lang} />
      <p class="meta">
        {t('by', {
          name: ending.teller ?? t('left'),
          day: ending.told_at ? dayOf(ending.told_at, lang, zone) : '',
        })}
      </p>
    </>
  )
}

/** Lines for everyone, each under the title of what ended, which leads to its question. Shows nothing when there are none. */
export const CameOfItLines = (props: { lang: Language; zone: string; endings: readonly Ending[] }) => (
  <ul class="list lined came">
    {props.endings.map((ending) => (
      <li key={ending.id}>
        <a
          class="came-of"
          href={`${urls.challenge({ slug: ending.slug, id: ending.challenge_id })}#came-of-it`}
          lang={ending.title_language}
          dir="auto"
        >
          {ending.title}
        </a>
        <Line lang={props.lang} zone={props.zone} ending={ending} />
      </li>
    ))}
  </ul>
)

/** On the page of a question: whoever looks after an ending is asked for the word; what was told stands for all to read. */
export const CameOfItSection = (props: {
  lang: Language
  zone: string
  scope: MemberScope
  endings: readonly Ending[]
}) => {
  const { lang, zone, scope } = props
  const t = words(lang)
  const asked = props.endings.filter((one) => one.waiting > 0 && mayTell(scope, one))
  const told = props.endings.filter((one) => one.words !== null)
  if (asked.length + told.length === 0) return null
  return (
    <section id="came-of-it">
      <h2>{t('section')}</h2>
      {asked.map((one) => (
        <Notice key={one.id} kind="human">
          <p lang={one.title_language} dir="auto">
            <b>{one.title}</b>
          </p>
          <p>{t('waits', { n: one.waiting })}</p>
          <p>
            <ButtonLink look="quiet" href={urls.word({ slug: one.slug, id: one.challenge_id, ending: one.id })}>
              {t('open')}
            </ButtonLink>
          </p>
        </Notice>
      ))}
      {told.map((one) => (
        <div key={one.id} class="flow tight">
          {one.tryout_id === null ? null : (
            <p lang={one.title_language} dir="auto">
              <b>{one.title}</b>
            </p>
          )}
          <Line lang={lang} zone={zone} ending={one} />
        </div>
      ))}
    </section>
  )
}
