/** What waits as a whole, as its adults and its author read it: what it is, on what, and the words as they were written. */
import { h } from 'preact'
import { Voice } from '../../../../../ui/voice.tsx'
import { heldAnchor, type heldStore } from '../../../../community/public.ts'
import type { Setting } from '../../../pages/who-said.tsx'
import { saidOn } from '../../../said-on.ts'
import { words as dialogueWords } from '../../../words.ts'
import { words } from '../../words.ts'

/** With what the act is called, and the thing it hangs on where the reader may go there. */
export type Waiting = heldStore.Held & {
  readonly label: string
  readonly on?: { readonly title: string; readonly href: string } | undefined
}

/** One of them, with what can be done about it. */
export const HeldWords = (
  props: Setting & {
    held: Waiting
    acts: Parameters<typeof Voice>[0]['acts']
    after?: Parameters<typeof Voice>[0]['after']
  },
) => {
  const { held, lang, zone, now } = props
  const t = words(lang)
  return (
    <Voice
      id={heldAnchor(held.id)}
      name={held.author ?? dialogueWords(lang)('voices.somebody')}
      level={3}
      meta={
        <>
          <time datetime={held.since.toISOString()}>{saidOn(held.since, now, lang, zone)}</time>
          {' · '}
          {held.label}
          {held.on ? (
            <>
              {' · '}
              <a href={held.on.href}>{t('waiting.where', { title: held.on.title })}</a>
            </>
          ) : null}
        </>
      }
      body={held.words.map((one) => h('p', { lang: held.language || undefined, dir: 'auto', class: 'as-typed' }, one))}
      after={props.after}
      acts={props.acts}
    />
  )
}
