/** What we know now: the answer for now, what stays open, and answers from before. */
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import type { OutcomeRow } from '../store/unknown.ts'
import { words } from '../words.ts'
import { PlainText } from './plain-text.tsx'

const Outcome = (props: { lang: Language; zone: string; outcome: OutcomeRow }) => {
  const t = words(props.lang)
  const { outcome, lang, zone } = props
  return (
    <div class="flow">
      <PlainText text={outcome.known} lang={outcome.language} />
      {outcome.stays_open ? (
        <>
          <p>
            <b>{t('answer.open')}</b>
          </p>
          <PlainText text={outcome.stays_open} lang={outcome.language} />
        </>
      ) : null}
      <p class="meta">{`${outcome.name ?? t('leftPerson')}, ${dayOf(outcome.at, lang, zone)}`}</p>
    </div>
  )
}

/** `answered` when the newest answer stands; a question taken up again shows all of them as earlier ones. */
export const OutcomeSection = (props: {
  lang: Language
  zone: string
  outcomes: readonly OutcomeRow[]
  answered: boolean
}) => {
  const t = words(props.lang)
  const { lang, zone, outcomes } = props
  const current = props.answered ? outcomes[0] : undefined
  const earlier = props.answered ? outcomes.slice(1) : outcomes
  if (outcomes.length === 0) return null
  return (
    <section id="outcome">
      <h2>{current ? t('answer.known') : t('answer.earlier')}</h2>
      {current ? <Outcome lang={lang} zone={zone} outcome={current} /> : null}
      {earlier.length > 0 ? (
        <Disclosure summary={t('answer.earlier')}>
          {earlier.map((outcome) => (
            <Outcome key={outcome.id} lang={lang} zone={zone} outcome={outcome} />
          ))}
        </Disclosure>
      ) : null}
    </section>
  )
}
