/** Words behind their note: folded until whoever reads opens them, without JavaScript. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../../../platform/words/words.ts'
import { Icon } from '../../../../ui/icons.tsx'
import { words } from '../words.ts'

/** `note` is nothing where the words stand open; it is in the language of the words. */
export const Covered = (props: {
  lang: Language
  note: string | null
  noteIn: string
  children: ComponentChildren
}) => {
  const t = words(props.lang)
  if (props.note === null) return <>{props.children}</>
  return (
    <details class="covered">
      <summary lang={props.lang}>
        <Icon name="info" />
        <span>
          {t('cover.before')}{' '}
          <b lang={props.noteIn} dir="auto">
            {props.note}
          </b>
        </span>
        <span class="change">{t('cover.open')}</span>
      </summary>
      <div class="inside flow">{props.children}</div>
    </details>
  )
}
