/** A notice: good to know, done, take care, or a human needs you. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

/** What kind of notice it is; `human` alone is rust. */
export type NoticeKind = 'info' | 'ok' | 'warn' | 'human'

const icons: Record<NoticeKind, IconName> = { info: 'info', ok: 'check', warn: 'warning', human: 'hand' }

/** `announce` has it said once by screen readers after the page came, for what an action has done. */
export const Notice = (props: {
  kind?: NoticeKind
  title?: string
  announce?: boolean
  children?: ComponentChildren
}) => {
  const kind = props.kind ?? 'info'
  return (
    <div class={`notice ${kind}`} data-announce={props.announce ? '' : undefined}>
      <Icon name={icons[kind]} />
      <div class="notice-body">
        {props.title ? <h2>{props.title}</h2> : null}
        {props.children}
      </div>
    </div>
  )
}
