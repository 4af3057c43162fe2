/** The fields of a webhook: its address, and what it hears of, in groups. */
import { type FieldError, type Typed, typedList, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Checks } from '../../../ui/choice.tsx'
import { type Mistake, mistakeOf } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { groups, kindGroups } from '../kind.ts'
import { words } from '../words.ts'

/** Mistakes in words of the reader's language. */
export const mistakesIn = (lang: Language, errors: readonly FieldError[] = []): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: words(lang).maybe(reason) }))

export const HookFields = (props: {
  lang: Language
  address?: string
  kinds?: readonly string[]
  typed?: Typed | undefined
  errors: readonly Mistake[]
}) => {
  const t = words(props.lang)
  const chosen = typedList(props.typed, 'kinds', props.typed ? [] : (props.kinds ?? []))
  return (
    <>
      <TextField
        name="address"
        type="url"
        inputmode="url"
        autocomplete="off"
        label={t('field.address')}
        hint={t('field.addressHint')}
        value={typedText(props.typed, 'address', props.address ?? '')}
        error={mistakeOf(props.errors, 'address')}
        maxlength={500}
        required
      />
      {groups.map((group, i) => (
        <Checks
          key={group}
          name="kinds"
          // The first bears the field's own id, so that the mistakes lead to it.
          id={i === 0 ? 'kinds' : `kinds-of-${group}`}
          label={t(`group.${group}`)}
          options={kindGroups[group].map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          values={chosen}
          {...(i === 0 ? { error: mistakeOf(props.errors, 'kinds') } : {})}
        />
      ))}
    </>
  )
}
