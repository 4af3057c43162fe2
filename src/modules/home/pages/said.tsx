/** What was said lately: a few lines, each leading to where it was said; ends when there is no more. */
import { dayOf } from '../../../platform/words/dates.ts'
import { dialogueWords } from '../../dialogue/public.ts'
import type { Reader } from '../../people/contract.ts'
import { words } from '../words.ts'

/** One thing said, as home tells it. */
export interface Said {
  readonly id: number
  readonly who: string
  readonly text: string
  readonly language: string
  readonly at: Date
  readonly about: string
  readonly href: string
}

const shortened = (text: string): string =>
  text.length <= 140 ? text : `${text.slice(0, 138).replace(/\s+\S*$/, '')} …`

export const SaidList = ({ reader, said }: { reader: Reader; said: readonly Said[] }) => {
  const t = words(reader.lang)
  return (
    <ul class="list said">
      {said.map((one) => (
        <li key={one.id}>
          <a href={one.href} lang={one.language} dir="auto">
            {shortened(one.text)}
          </a>
          <span class="muted small">
            {t('home.by', {
              name: one.who || dialogueWords(reader.lang)('voices.somebody'),
              day: dayOf(one.at, reader.lang, reader.zone),
            })}
            {one.about ? ` · ${t('home.in', { title: shortened(one.about) })}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
