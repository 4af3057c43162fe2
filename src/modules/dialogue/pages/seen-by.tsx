/** Who will see it: one line that says so, and opens to choose fewer. Style alone keeps the line true to the choice. */
import type { Language } from '../../../platform/words/words.ts'
import { languageNames, languages } from '../../../platform/words/words.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Select } from '../../../ui/text-field.tsx'
import type { Chosen, HeardGroup } from '../../community/contract.ts'
import { isGroup } from '../../community/public.ts'
import { words } from '../words.ts'

/** How many people sit in the circles that a form offers. */
export interface Seats {
  readonly members: number
  readonly facilitators: number
  /** The chosen groups that the asking person hears. */
  readonly groups?: readonly HeardGroup[] | null
}

/** The line and, behind it, the choice of circle and language. */
export const SeenBy = (props: {
  lang: Language
  circles: readonly Chosen[]
  seats: Seats
  circle: string
  language: string
  error?: string | undefined
}) => {
  const t = words(props.lang)
  const label = (chosen: Chosen) => {
    if (chosen === 'me') return t('say.circle.me')
    if (!isGroup(chosen))
      return t(`say.circle.${chosen}`, { n: chosen === 'community' ? props.seats.members : props.seats.facilitators })
    const group = props.seats.groups?.find(({ id }) => chosen === `group:${id}`)
    if (!group) return t('voice.only.group')
    return group.name === null
      ? t('say.withoutLeaders', { n: group.people })
      : t('say.group', { name: group.name, n: group.people })
  }
  return (
    <details class="seen-by" open={props.error !== undefined}>
      <summary>
        <Icon name="lock" />
        <span>
          {t('say.seenBy')}{' '}
          {props.circles.map((circle, i) => (
            <b key={circle} data-place={i + 1}>
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
