/** A list with hairlines between its items. */
import type { ComponentChildren } from 'preact'

/** `lined` closes it above and below; `near` sets it closer. */
export const List = (props: { lined?: boolean; near?: boolean; children: ComponentChildren[] }) => (
  <ul class={['list', props.lined ? 'lined' : '', props.near ? 'near' : ''].filter(Boolean).join(' ')}>
    {props.children.map((item, i) => (
      <li key={i}>{item}</li>
    ))}
  </ul>
)
