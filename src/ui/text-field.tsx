/** Fields for words: one line, several lines, a time, a list to choose from. */
import { Field, type FieldProps, tiesOf } from './field.tsx'
import { Unkept } from './form.tsx'

/** Widths that tell how much is expected. */
export type FieldWidth = 'short' | 'medium' | 'full' | 'code'

/** One line of text. */
export const TextField = (
  props: FieldProps & {
    value?: string
    type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel' | 'number' | 'file'
    autocomplete?: string
    inputmode?: 'text' | 'numeric' | 'email' | 'url'
    width?: FieldWidth
    maxlength?: number
    accept?: string
    /** The language of the words typed, where it is not the page's. */
    lang?: string
  },
) => (
  <Field {...props}>
    {props.type === 'password' ? <Unkept how="ever" /> : null}
    <input
      {...tiesOf(props)}
      class={props.width ? `box ${props.width}` : 'box'}
      // Preact types each kind of input apart; the kind is only known here when it runs.
      type={(props.type ?? 'text') as 'text'}
      name={props.name}
      value={props.type === 'file' ? undefined : props.value}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      accept={props.accept}
      lang={props.lang}
      dir={props.type === 'email' || props.type === 'url' || props.type === 'file' ? undefined : 'auto'}
      autocapitalize={props.width === 'code' ? 'characters' : undefined}
      spellcheck={props.type === 'email' || props.type === 'password' || props.width === 'code' ? false : undefined}
    />
  </Field>
)

/** Several lines of text; grows as one writes. */
export const TextArea = (
  props: FieldProps & { value?: string; rows?: number; lang?: string; maxlength?: number; low?: boolean },
) => (
  <Field {...props}>
    <textarea
      {...tiesOf(props)}
      class={props.low ? 'box low' : 'box'}
      name={props.name}
      rows={props.rows ?? (props.low ? 2 : 5)}
      lang={props.lang}
      maxlength={props.maxlength}
      dir="auto"
    >
      {/* The browser drops one line break after the tag; without ours it would be the writer's. */}
      {props.value ? `\n${props.value}` : ''}
    </textarea>
  </Field>
)

/** A time of day, as `16:30`. */
export const TimeField = (props: FieldProps & { value?: string }) => (
  <Field {...props}>
    <input {...tiesOf(props)} class="box short" type="time" name={props.name} value={props.value} />
  </Field>
)

/** A list to choose one from; better cards (`Choice`) up to six. */
export const Select = (
  props: FieldProps & {
    options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[]
    value?: string
    autocomplete?: string
  },
) => (
  <Field {...props}>
    <select {...tiesOf(props)} class="box" name={props.name} autocomplete={props.autocomplete}>
      {props.options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang} selected={option.value === props.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
)
