/** A page: one heading, one column to read, and beside it what helps. */
import type { ComponentChildren } from 'preact'

/** Sets a page. `measure`: `slim` for signing in, `narrow` for composing, `wide` for tables; plain otherwise. */
export const Page = (props: {
  title: string
  eyebrow?: ComponentChildren
  lead?: ComponentChildren
  /** Stands under the title across the whole page, such as the steps of a challenge. */
  under?: ComponentChildren
  aside?: ComponentChildren
  measure?: 'slim' | 'narrow' | 'wide'
  /** The language of the title when a member wrote it in another one. */
  titleLang?: string
  children?: ComponentChildren
}) => {
  const { eyebrow, lead, aside, measure } = props
  return (
    <div class={['sheet', measure, aside ? 'paired' : ''].filter(Boolean).join(' ')}>
      <header class="head">
        {typeof eyebrow === 'string' ? <p class="eyebrow">{eyebrow}</p> : eyebrow}
        <h1 tabindex={-1} dir="auto" lang={props.titleLang}>
          {props.title}
        </h1>
        {typeof lead === 'string' ? (
          <p class="lead" dir="auto">
            {lead}
          </p>
        ) : (
          lead
        )}
        {props.under}
      </header>
      <div class="col">{props.children}</div>
      {aside ? <div class="aside">{aside}</div> : null}
    </div>
  )
}
