/** Who will see it: one line that says so, and opens to choose fewer. Style alone keeps the line true to the choice. */
import type { Language } from '../../../platform/words/words.ts'
import { languageNames, languages } from '../../../platform/words/words.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Select } from '../../../ui/text-field.tsx'
import type { Circle } from '../../community/contract.ts'
import { words } from '../words.ts'

/** How many people sit in the circles that a form offers. */
export interface Seats {
  readonly members: number
  readonly facilitators: number
}

/** The line and, behind it, the choice of circle and language. */
export const SeenBy = (props: {
  lang: Language
  circles: readonly Circle[]
  seats: Seats
  circle: string
  language: string
  error?: string | undefined
}) => {
  const t = words(props.lang)
  const label = (circle: Circle) =>
    circle === 'me'
      ? t('say.circle.me')
      : t(`say.circle.${circle}`, { n: circle === 'community' ? props.seats.members : props.seats.facilitators })
  return (
    <details class="seen-by" open={props.error !== undefined}>
      <summary>
        <Icon name="lock" />
        <span>
          {t('say.seenBy')}{' '}
          {props.circles.map((circle) => (
            <b key={circle} data-circle={circle}>
              {label(circle)}
            </b>
          ))}
        </span>
        <span class="change">{t('say.change')}</span>
      </summary>
      <div class="inside flow">
        <Choice
          name="audience"
          id="voice-audience"
          label={t('say.whoSees')}
          error={props.error}
          value={props.circle}
          options={props.circles.map((circle) => ({ value: circle, label: label(circle) }))}
        />
        <Select
          name="language"
          id="voice-language"
          label={t('say.inLanguage')}
          value={props.language}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
        />
      </div>
    </details>
  )
}
