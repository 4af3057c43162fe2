/** Choosing a picture to be known by: drawings with their words, one of them by a press. */
import type { Language } from '../../../../platform/words/words.ts'
import { Avatar, avatarNames } from '../../../../ui/avatar.tsx'
import { FieldGroup } from '../../../../ui/field.tsx'
import { cardWords } from '../../../people/public.ts'

export const AvatarChoice = (props: { lang: Language; label: string; value: string; error?: string }) => {
  const t = cardWords(props.lang)
  return (
    <FieldGroup name="avatar" label={props.label} error={props.error}>
      <div class="avatars">
        {avatarNames.map((name, i) => (
          <label key={name} class="avatar-pick" for={i === 0 ? 'avatar' : `avatar-${name}`}>
            <input
              id={i === 0 ? 'avatar' : `avatar-${name}`}
              type="radio"
              name="avatar"
              value={name}
              checked={props.value === name}
              aria-invalid={props.error ? 'true' : undefined}
            />
            <Avatar name={name} />
            <span>{t(`picture.${name}`)}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
