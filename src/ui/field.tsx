/** What every field has: a label, a hint, a mistake, and the wiring that ties them to the control. */
import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'

/** Props that all fields share. `note` stands beside the label, such as “optional”. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly id?: string
  readonly hint?: string
  readonly note?: string
  readonly error?: string
  readonly required?: boolean
  /** The label as large as a heading, when the page asks one thing. */
  readonly first?: boolean
}

/** The attributes that tie a control to its hint and its mistake. */
export const tiesOf = (props: FieldProps) => {
  const id = props.id ?? props.name
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    required: props.required,
  }
}

const classOf = (props: FieldProps) =>
  ['field', props.error ? 'wrong' : '', props.first ? 'first' : ''].filter(Boolean).join(' ')

const LabelWords = (props: FieldProps) => (
  <>
    {props.label}
    {props.note ? <span class="note"> ({props.note})</span> : null}
  </>
)

const Beneath = (props: FieldProps) => {
  const id = props.id ?? props.name
  return (
    <>
      {props.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p class="wrong-text" id={`${id}-error`}>
          <Icon name="warning" />
          {props.error}
        </p>
      ) : null}
    </>
  )
}

/** A single control with its label. */
export const Field = (props: FieldProps & { children: ComponentChildren }) => (
  <div class={classOf(props)}>
    <label for={props.id ?? props.name}>
      <LabelWords {...props} />
    </label>
    <Beneath {...props} />
    {props.children}
  </div>
)

/** Several controls that answer one question. The id leads to the first of them. */
export const FieldGroup = (props: FieldProps & { children: ComponentChildren }) => (
  <fieldset class={classOf(props)} aria-describedby={tiesOf(props)['aria-describedby']}>
    <legend>
      <LabelWords {...props} />
    </legend>
    <Beneath {...props} />
    {props.children}
  </fieldset>
)
