/** Terms and what they hold: facts about a thing, one under the other. */
import type { ComponentChildren } from 'preact'

/** Pairs of a term and its text; a pair without text is left out. */
export const Definitions = (props: {
  items: readonly { readonly term: string; readonly text?: ComponentChildren; readonly lang?: string }[]
}) => (
  <dl class="terms">
    {props.items
      .filter((item) => item.text !== undefined && item.text !== null && item.text !== '')
      .map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd lang={item.lang} dir="auto">
            {item.text}
          </dd>
        </div>
      ))}
  </dl>
)
