/** Choosing from which perspectives one comes. */
import type { Language } from '../../../platform/words/words.ts'
import { Checks } from '../../../ui/choice.tsx'
import { perspectives } from '../contract.ts'
import { words } from '../words.ts'

export const PerspectiveChecks = (props: {
  lang: Language
  label: string
  values: readonly string[]
  error?: string
}) => {
  const t = words(props.lang)
  return (
    <Checks
      name="perspectives"
      label={props.label}
      hint={t('begin.perspectivesHint')}
      values={props.values}
      error={props.error}
      across
      options={perspectives.map((value) => ({ value, label: t(`perspective.${value}`) }))}
    />
  )
}
