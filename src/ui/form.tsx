/** A form, its mistakes told first, and its buttons. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/words/words.ts'
import { words } from './words.ts'

/** A mistake, in words that say how to mend it. `field` is the name of the field. */
export interface Mistake {
  readonly field: string
  readonly message: string
}

/** Says in a form that it is not kept: not while somebody types, or never at all. */
export const Unkept = ({ how }: { how: 'typing' | 'ever' }) => <input type="hidden" name="unkept" value={how} />

/** A form; `once` is the token that makes a second click do nothing. */
export const Form = (props: {
  action: string
  method?: 'post' | 'get'
  once?: string
  multipart?: boolean
  /** Fields beside each other, for a filter of one or two. */
  inline?: boolean
  search?: boolean
  id?: string
  /** A full page load instead of a visit in place: for sign-in, sign-out and settings of the whole document. */
  whole?: boolean
  /** Sending it forgets every draft kept on this device: for signing out. */
  forgets?: boolean
  /** Nothing of it is kept while it is typed, here or on the server: for words about somebody's safety. */
  unkept?: boolean
  children?: ComponentChildren
}) => (
  <form
    id={props.id}
    class={props.inline ? 'form inline' : 'form'}
    action={props.action}
    method={props.method ?? 'post'}
    role={props.search ? 'search' : undefined}
    enctype={props.multipart ? 'multipart/form-data' : undefined}
    data-turbo={props.whole ? 'false' : undefined}
    data-forgets={props.forgets ? '' : undefined}
    novalidate
  >
    {props.once ? <input type="hidden" name="once" value={props.once} /> : null}
    {props.unkept ? <Unkept how="typing" /> : null}
    {props.children}
  </form>
)

/** All mistakes of a form, above it; takes the focus and leads to each field. Shows nothing when all is well. */
export const ErrorSummary = (props: { lang: Language; errors?: readonly Mistake[]; title?: string }) => {
  const errors = props.errors ?? []
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1} data-error-summary aria-labelledby="errors-title">
      <h2 id="errors-title">{props.title ?? words(props.lang)('mistakes')}</h2>
      <ul class="mistakes">
        {errors.map((error) => (
          <li key={error.field}>{error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  )
}

/** The message of one field among all mistakes, for its `error`. */
export const mistakeOf = (errors: readonly Mistake[] | undefined, field: string): string | undefined =>
  errors?.find((error) => error.field === field)?.message
