/** Buttons: one filled on a page, quiet ones beside it, and plain ones that look like links. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

/** How a button looks: filled unless said otherwise. */
export type ButtonLook = 'filled' | 'quiet' | 'plain' | 'big' | 'quiet big' | 'quiet tall'

const classOf = (look: ButtonLook = 'filled'): string =>
  look === 'plain' ? 'plain' : look === 'filled' ? 'btn' : `btn ${look}`

interface Look {
  readonly look?: ButtonLook
  readonly icon?: IconName
  readonly children?: ComponentChildren
  /** What is said instead of the visible words, when these are not enough out of their place. */
  readonly says?: string
}

/** Sends the form it stands in, or the form whose id is given; `name` and `value` tell which button it was. */
export const Button = (
  props: Look & {
    name?: string
    value?: string
    form?: string
    formaction?: string
    type?: 'submit' | 'button'
    id?: string
  },
) => (
  <button
    id={props.id}
    type={props.type ?? 'submit'}
    class={classOf(props.look)}
    name={props.name}
    value={props.value}
    form={props.form}
    formaction={props.formaction}
    aria-label={props.says}
  >
    {props.icon ? <Icon name={props.icon} /> : null}
    {props.children}
  </button>
)

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export const ButtonLink = (props: Look & { href: string }) => (
  <a class={classOf(props.look)} href={props.href} aria-label={props.says}>
    {props.icon ? <Icon name={props.icon} /> : null}
    {props.children}
  </a>
)

/** A row of buttons and links that act. */
export const Acts = (props: { children?: ComponentChildren }) => <div class="acts">{props.children}</div>
