/** Cards: something one may open, something set apart, and the slip of a try-out. */
import type { ComponentChildren } from 'preact'

/** A card whose whole surface leads to `href`, while only its title is the link. */
export const OpenCard = (props: {
  title: string
  href: string
  lang?: string
  level?: 2 | 3
  eyebrow?: string
  children?: ComponentChildren
}) => {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <article class="card opens">
      {props.eyebrow ? <p class="eyebrow">{props.eyebrow}</p> : null}
      <Heading>
        <a href={props.href} lang={props.lang} dir="auto">
          {props.title}
        </a>
      </Heading>
      {props.children}
    </article>
  )
}

/** A card that only sets apart; `calm` without an edge. */
export const Card = (props: { calm?: boolean; children?: ComponentChildren }) => (
  <div class={props.calm ? 'card calm' : 'card'}>{props.children}</div>
)

/** A slip with a head line: a try-out, a plan, an outcome. `over` when its time is past. */
export const Slip = (props: {
  head: ComponentChildren
  chip?: ComponentChildren
  over?: boolean
  id?: string
  children?: ComponentChildren
}) => (
  <div class={props.over ? 'slip over' : 'slip'} id={props.id}>
    <div class="slip-head">
      <span>{props.head}</span>
      {props.chip}
    </div>
    <div class="slip-body">{props.children}</div>
  </div>
)
