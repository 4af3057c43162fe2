/** The steps of a way: where it stands, told by length, weight and words. */
import type { Language } from '../platform/words/words.ts'
import { words } from './words.ts'

/** `current` counts from 0; `finished` when even the last step is done. On a phone only the current name is shown. */
export const Steps = (props: {
  lang: Language
  steps: readonly string[]
  current: number
  finished?: boolean
  label?: string
}) => {
  const t = words(props.lang)
  const all = props.steps.length
  return (
    <div class="steps-frame">
      <ol class="steps" aria-label={props.label ?? t('steps')}>
        {props.steps.map((name, i) => {
          const now = i === props.current && !props.finished
          const done = i < props.current || props.finished
          return (
            <li key={name} class={now ? 'now' : done ? 'done' : undefined} aria-current={now ? 'step' : undefined}>
              <span class="name">
                {name}
                {now ? <span class="count"> · {t('step-of', { n: i + 1, all })}</span> : null}
                {done ? <span class="unseen"> ({t('step-done')})</span> : null}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
