/** A face: somebody's picture or initials in one of four calm tints, the same everywhere for the same person. */
import { Avatar, isAvatar } from './avatar.tsx'
import { Icon } from './icons.tsx'

const tints = ['a', 'b', 'c', 'd'] as const

/** First letters of the first and the last name. */
export const initialsOf = (name: string): string => {
  const names = name
    .trim()
    .split(/\s+/)
    .filter((part) => /^\p{L}/u.test(part) && part !== part.toLowerCase())
  const first = names[0] ?? name.trim()
  const last = names.length > 1 ? names[names.length - 1] : undefined
  return [first, last].map((part) => [...(part ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}

const tintOf = (key: string | number): string => {
  const text = String(key)
  let sum = 0
  for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] as string
}

/** Silent: the name stands beside it, or in `label`. `seed` keeps the tint when a name changes. Without a name: somebody unnamed. */
export const Face = (props: {
  name?: string
  seed?: string | number
  /** The picture that somebody chose; without one, or an unknown one, initials. */
  avatar?: string | null | undefined
  little?: boolean
  label?: string
}) => {
  const look = ['face', props.name ? tintOf(props.seed ?? props.name) : 'none', props.little ? 'little' : '']
    .filter(Boolean)
    .join(' ')
  const speaks = props.label ? { role: 'img' as const, 'aria-label': props.label } : { 'aria-hidden': 'true' as const }
  return (
    <span class={look} {...speaks}>
      {isAvatar(props.avatar) ? (
        <Avatar name={props.avatar} />
      ) : props.name ? (
        initialsOf(props.name)
      ) : (
        <Icon name="me" />
      )}
    </span>
  )
}

/** Several faces in a row, each named for those who listen. */
export const Faces = (props: {
  people: readonly { readonly name: string; readonly seed?: string | number; readonly avatar?: string | null }[]
}) => (
  <ul class="faces">
    {props.people.map((person) => (
      <li key={person.seed ?? person.name}>
        <Face name={person.name} seed={person.seed} avatar={person.avatar} label={person.name} />
      </li>
    ))}
  </ul>
)
