/** A voice: what somebody said, who it was, and what one may do with it. */
import type { ComponentChildren } from 'preact'
import { Face } from './face.tsx'

/** `lang` is the language of what was said. `meta` holds role, day, way in. `fresh` for what has just been sent. */
export const Voice = (props: {
  id?: string
  name: string
  seed?: string | number
  /** No initials: said without a name, or withdrawn. */
  unnamed?: boolean
  meta?: ComponentChildren
  lang?: string
  body: ComponentChildren
  acts?: ComponentChildren
  after?: ComponentChildren
  gone?: boolean
  fresh?: boolean
  /** Differs whenever it looks different, for pages that live. */
  mark?: string | undefined
  level?: 3 | 4
}) => {
  const Heading = props.level === 4 ? 'h4' : 'h3'
  return (
    <article
      class={['voice', props.gone ? 'gone' : '', props.fresh ? 'fresh' : ''].filter(Boolean).join(' ')}
      id={props.id}
      data-mark={props.mark}
    >
      <Face name={props.unnamed || props.gone ? undefined : props.name} seed={props.seed} />
      <header class="voice-who">
        <Heading dir="auto">{props.name}</Heading>
        {props.meta ? <span class="meta">{props.meta}</span> : null}
      </header>
      <div class="voice-body" lang={props.lang} dir="auto">
        {props.body}
      </div>
      {props.after ? <div class="voice-after">{props.after}</div> : null}
      {props.acts ? <div class="voice-acts acts">{props.acts}</div> : null}
    </article>
  )
}

/** Voices one after the other, hairlines between them. */
export const Voices = (props: { children: ComponentChildren[] }) => (
  <ol class="voices">
    {props.children.map((voice, i) => (
      <li key={i}>{voice}</li>
    ))}
  </ol>
)
