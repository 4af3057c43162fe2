/** A form that a device answers: its button appears where the browser can ask one. */
import { type ComponentChildren, h } from 'preact'
import type { Language } from '../../../../platform/words/words.ts'
import { Button, type ButtonLook } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { words } from '../words.ts'

export const PassKeyForm = (props: {
  lang: Language
  /** Where the browser gets the question, and whether a key is to be made or shown. */
  ask: string
  does: 'make' | 'show'
  action: string
  label: string
  look?: ButtonLook
  children?: ComponentChildren
}) => {
  const t = words(props.lang)
  return h(
    'pass-key',
    { class: 'flow', ask: props.ask, does: props.does, stopped: t('stopped'), failed: t('failed'), known: t('known') },
    <div hidden data-can>
      <Form action={props.action} whole>
        <input type="hidden" name="answer" value="" />
        {props.children}
        <Button look={props.look ?? 'filled'}>{props.label}</Button>
      </Form>
    </div>,
    <p class="muted" data-told hidden />,
    <p class="muted" data-cannot hidden>
      {t('cannot')}
    </p>,
    <noscript>
      <p class="muted">{t('noScript')}</p>
    </noscript>,
  )
}
