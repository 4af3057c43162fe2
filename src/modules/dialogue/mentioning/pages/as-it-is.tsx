/** After a name that nobody bears who will hear it: sending the words all the same. */
import type { Language } from '../../../../platform/words/words.ts'
import { Checks } from '../../../../ui/choice.tsx'
import { words } from '../words.ts'

export const AsItIs = ({ lang, chosen }: { lang: Language; chosen: boolean }) => {
  const t = words(lang)
  return (
    <Checks
      name="asItIs"
      id="voice-asItIs"
      label={t('names')}
      values={chosen ? ['yes'] : []}
      options={[{ value: 'yes', label: t('asItIs'), hint: t('asItIsWhat') }]}
    />
  )
}
