/** Choosing by cards large enough for every hand: one of several, or several. */
import { FieldGroup, type FieldProps } from './field.tsx'

/** An answer that may be chosen. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly lang?: string
  readonly disabled?: boolean
}

type PicksProps = FieldProps & { readonly options: readonly Option[]; readonly across?: boolean }

const Picks = (props: PicksProps & { kind: 'radio' | 'checkbox'; chosen: readonly string[] }) => {
  const base = props.id ?? props.name
  return (
    <FieldGroup {...props}>
      <div class={props.across ? 'picks across' : 'picks'}>
        {props.options.map((option, i) => {
          // The first bears the field's own id, so that the error summary leads to it.
          const id = i === 0 ? base : `${base}-${i + 1}`
          return (
            <label key={option.value} class="pick" for={id}>
              <input
                id={id}
                type={props.kind}
                name={props.name}
                value={option.value}
                checked={props.chosen.includes(option.value)}
                disabled={option.disabled}
                required={props.kind === 'radio' ? props.required : undefined}
                aria-describedby={option.hint ? `${id}-says` : undefined}
                aria-invalid={props.error ? 'true' : undefined}
              />
              <span>
                <span lang={option.lang} dir="auto">
                  {option.label}
                </span>
                {option.hint ? (
                  <span class="hint" id={`${id}-says`}>
                    {option.hint}
                  </span>
                ) : null}
              </span>
            </label>
          )
        })}
      </div>
    </FieldGroup>
  )
}

/** One of several. */
export const Choice = (props: PicksProps & { value?: string }) => (
  <Picks {...props} kind="radio" chosen={props.value === undefined ? [] : [props.value]} />
)

/** Any of several; comes as a list. */
export const Checks = (props: PicksProps & { values?: readonly string[] }) => (
  <Picks {...props} kind="checkbox" chosen={props.values ?? []} />
)
