/** A disclosure: more for those who want it, and it opens without JavaScript. */
import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'

/** `summary` says what will be shown. */
export const Disclosure = (props: { summary: string; open?: boolean; id?: string; children?: ComponentChildren }) => (
  <details class="more" id={props.id} open={props.open}>
    <summary>
      <Icon name="down" />
      {props.summary}
    </summary>
    <div class="inside">{props.children}</div>
  </details>
)
