/** The empty state: a quiet ring, one sentence, one thing to do. */
import type { ComponentChildren } from 'preact'
import { EmptyRing } from './ring.tsx'

/** `children` is the one action, if there is one. */
export const Empty = (props: { title: string; text?: string; level?: 2 | 3; children?: ComponentChildren }) => {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <div class="empty">
      <EmptyRing />
      <Heading>{props.title}</Heading>
      {props.text ? <p>{props.text}</p> : null}
      {props.children ? <div class="acts">{props.children}</div> : null}
    </div>
  )
}
