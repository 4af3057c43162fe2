/** What we do not know yet: open questions, and those that found an answer. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/words/words.ts'
import { Icon } from './icons.tsx'
import { words } from './words.ts'

/** One thing not known; `answer` closes it. */
export interface Unknown {
  readonly id?: string
  readonly text: ComponentChildren
  readonly lang?: string
  readonly answer?: ComponentChildren
  readonly acts?: ComponentChildren
}

/** The list, open ones with a question mark, closed ones with a tick. */
export const UnknownList = (props: { lang: Language; items: readonly Unknown[] }) => {
  const t = words(props.lang)
  return (
    <ul class="unknown">
      {props.items.map((item, i) => (
        <li key={item.id ?? i} id={item.id} class={item.answer ? 'closed' : undefined}>
          <span class="sign" aria-hidden="true">
            {item.answer ? <Icon name="check" /> : '?'}
          </span>
          <div>
            <span class="unseen">{item.answer ? t('answered') : t('still-open')}: </span>
            <span lang={item.lang} dir="auto">
              {item.text}
            </span>
            {item.answer ? <div class="answer">{item.answer}</div> : null}
            {item.acts ? <div class="acts">{item.acts}</div> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
