/** How a webhook is: one small word, and where something is wrong, what. */
import { momentOf } from '../../../platform/words/dates.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Hook } from '../contract.ts'
import { words } from '../words.ts'

export const StateChip = ({ reader, hook }: { reader: Reader; hook: Hook }) => {
  const t = words(reader.lang)
  if (hook.state === 'off') return <Chip>{t('state.off')}</Chip>
  if (hook.state === 'paused') return <Chip tone="human">{t('state.paused')}</Chip>
  return hook.failing_since ? <Chip tone="warn">{t('state.failing')}</Chip> : <Chip tone="ok">{t('state.active')}</Chip>
}

/** Nothing when all is well. */
export const StateNotice = ({ reader, hook }: { reader: Reader; hook: Hook }) => {
  const t = words(reader.lang)
  if (hook.state === 'off') return <Notice>{t('state.offText')}</Notice>
  if (hook.state === 'paused') return <Notice kind="human">{t('state.pausedText')}</Notice>
  if (!hook.failing_since) return null
  const when = momentOf(hook.failing_since, reader.lang, reader.zone)
  return <Notice kind="warn">{t('state.failingSince', { when })}</Notice>
}
