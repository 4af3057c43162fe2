/** A question as a card: the question, how far it is, who is in it, when it last changed. */
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { OpenCard } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { type Challenge, steps } from '../contract.ts'
import { together } from '../perspective.ts'
import { stepOf } from '../state.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** The four steps of a question, the one it is at marked. */
export const ChallengeSteps = (props: { lang: Language; challenge: Challenge }) => {
  const t = words(props.lang)
  return (
    <Steps
      lang={props.lang}
      label={t('steps.label')}
      steps={steps.map((step) => t(`step.${step}`))}
      current={steps.indexOf(stepOf(props.challenge))}
      finished={props.challenge.state === 'answered'}
    />
  )
}

/** `names` are the people in it, in the order they came. */
export const ChallengeCard = (props: {
  lang: Language
  zone: string
  challenge: Challenge
  names?: readonly string[]
  level?: 2 | 3
}) => {
  const t = words(props.lang)
  const { challenge, names = [] } = props
  const { id, slug, state } = challenge
  return (
    <OpenCard
      title={challenge.question}
      lang={challenge.language}
      href={urls.challenge({ slug, id })}
      {...(props.level ? { level: props.level } : {})}
    >
      <ChallengeSteps lang={props.lang} challenge={challenge} />
      <p class="meta">
        {names.length > 0 ? `${t('card.in', { names: together(names, props.lang) })} ` : ''}
        {t('card.changed', { day: dayOf(challenge.changed_at, props.lang, props.zone) })}
      </p>
      {challenge.audience.startsWith('me:') ? (
        <p>
          <Chip icon="lock">{t('state.draft')}</Chip>
        </p>
      ) : state === 'answered' || state === 'parked' ? (
        <p>
          <Chip {...(state === 'answered' ? { tone: 'teal' as const, icon: 'check' as const } : {})}>
            {t(`state.${state}`)}
          </Chip>
        </p>
      ) : null}
    </OpenCard>
  )
}
