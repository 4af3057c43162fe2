/** A chip: one small word about a thing, never a count of applause. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

/** With `href` it is a link as large as a finger. */
export const Chip = (props: {
  tone?: 'teal' | 'human' | 'ok' | 'warn'
  icon?: IconName
  href?: string
  current?: boolean
  children?: ComponentChildren
}) => {
  const look = props.tone ? `chip ${props.tone}` : 'chip'
  const inside = (
    <>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </>
  )
  return props.href ? (
    <a class={look} href={props.href} aria-current={props.current ? 'true' : undefined}>
      {inside}
    </a>
  ) : (
    <span class={look}>{inside}</span>
  )
}
