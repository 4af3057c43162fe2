/** Among the other ways: saying it without a name, and who could still know. */
import type { Language } from '../../../../platform/words/words.ts'
import { Checks } from '../../../../ui/choice.tsx'
import { words } from '../../words.ts'

// Where fewer sit, the way somebody writes is known.
const FEW = 12

/** `members` is how many people sit in the community. */
export const WithoutName = ({ lang, members, chosen }: { lang: Language; members: number; chosen: boolean }) => {
  const t = words(lang)
  const who = t(members < FEW ? 'nameless.few' : 'nameless.many', { n: members })
  return (
    <Checks
      name="nameless"
      id="voice-nameless"
      label={t('nameless.label')}
      values={chosen ? ['yes'] : []}
      options={[{ value: 'yes', label: t('nameless.choose'), hint: `${who} ${t('nameless.host')}` }]}
    />
  )
}
