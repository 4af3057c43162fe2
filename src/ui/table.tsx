/** A table that scrolls in its own frame on narrow screens. */
import type { ComponentChildren } from 'preact'

/** The first cell of each row is its heading. `numbers` lists the columns (from 0) that hold figures. */
export const Table = (props: {
  caption: string
  head: readonly string[]
  rows: readonly (readonly ComponentChildren[])[]
  numbers?: readonly number[]
}) => {
  const look = (i: number) => (props.numbers?.includes(i) ? 'number' : undefined)
  return (
    // A frame that scrolls must be reachable by keyboard.
    <section class="scroll" tabindex={0} aria-label={props.caption}>
      <table class="table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((cell, i) => (
              <th key={cell} scope="col" class={look(i)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row" class={look(i)} dir="auto">
                    {cell}
                  </th>
                ) : (
                  <td key={i} class={look(i)} dir="auto">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
