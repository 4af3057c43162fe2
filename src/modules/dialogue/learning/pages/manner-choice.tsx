/** Among the other ways: in which way something is meant. */
import type { Language } from '../../../../platform/words/words.ts'
import { Choice } from '../../../../ui/choice.tsx'
import { words } from '../../words.ts'
import { type Manner, manners } from '../manner.ts'

/** `from` when there is something that it could be learned from. */
export const MannerChoice = (props: { lang: Language; chosen: Manner; from: boolean; error?: string | undefined }) => {
  const t = words(props.lang)
  const offered = manners.filter((one) => props.from || one !== 'learned')
  return (
    <Choice
      name="manner"
      id="voice-manner"
      label={t('manner.how')}
      value={offered.includes(props.chosen) ? props.chosen : 'said'}
      error={props.error}
      across
      options={offered.map((value) => ({
        value,
        label: t(`manner.${value}`),
        ...(value === 'learned' ? { hint: t('manner.learnedWhat') } : {}),
      }))}
    />
  )
}
