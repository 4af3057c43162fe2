/** A date in three fields: no picker to learn, nothing to drag, typed as one says it. */
import type { Language } from '../platform/words/words.ts'
import { FieldGroup, type FieldProps } from './field.tsx'
import { words } from './words.ts'

/** A date as it was typed. */
export interface TypedDate {
  readonly day?: string
  readonly month?: string
  readonly year?: string
}

const parts = ['day', 'month', 'year'] as const

/** Sends `name-day`, `name-month` and `name-year`. `value` also takes `2026-12-03`. */
export const DateFields = (props: FieldProps & { lang: Language; value?: TypedDate | string }) => {
  const t = words(props.lang)
  const base = props.id ?? props.name
  const value = typeof props.value === 'string' ? dateParts(props.value) : (props.value ?? {})
  return (
    <FieldGroup {...props}>
      <div class="date">
        {parts.map((part) => {
          const id = part === 'day' ? base : `${base}-${part}`
          return (
            <div key={part}>
              <label for={id}>{t(part)}</label>
              <input
                id={id}
                class={part === 'year' ? 'box year' : 'box'}
                name={`${props.name}-${part}`}
                value={value[part]}
                inputmode="numeric"
                maxlength={part === 'year' ? 4 : 2}
                autocomplete="off"
                aria-invalid={props.error ? 'true' : undefined}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}

/** `2026-12-03` as typed parts; anything else as empty ones. */
export const dateParts = (day: string): TypedDate => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return found ? { year: found[1], month: String(Number(found[2])), day: String(Number(found[3])) } : {}
}

/** Typed parts as `2026-12-03`, or nothing when there is no such day. */
export const dateTyped = (typed: TypedDate): string | undefined => {
  const [year, month, day] = [typed.year, typed.month, typed.day].map((part) =>
    Number((part ?? '').trim() || Number.NaN),
  )
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return undefined
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.toISOString().slice(0, 10)
    : undefined
}
