/** Keeps the words of a form on the reader's own device until they are sent. */
import { type ComponentChildren, h } from 'preact'

/** `name` names person and place, such as `12-challenge-7`; leave the part out on shared devices. */
export const LocalDraft = (props: { name: string; children: ComponentChildren }) =>
  h('local-draft', { name: props.name }, props.children)
