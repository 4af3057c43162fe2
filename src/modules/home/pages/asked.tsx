/** What waits for this person: the one place where rust is right. */
import type { Language } from '../../../platform/words/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { words } from '../words.ts'

/** Something asked of the reader. */
export interface Asked {
  readonly kind: 'answer' | 'round' | 'yes' | 'saw' | 'word' | 'first'
  readonly title: string
  /** Whose question or words it is, where the sentence names somebody. */
  readonly name?: string
  readonly href: string
}

export const AskedOfYou = ({ lang, asked }: { lang: Language; asked: readonly Asked[] }) => {
  const t = words(lang)
  if (asked.length === 0) return null
  return (
    <Notice kind="human" title={t('today.asked')}>
      <ul class="list near">
        {asked.slice(0, 5).map((one) => (
          <li key={one.href}>
            <a href={one.href}>{t(`today.${one.kind}`, { title: one.title, name: one.name || t('desk.somebody') })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
