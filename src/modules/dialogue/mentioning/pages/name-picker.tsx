/** Around a field to write in: @ offers the names of those who will see it. Without JavaScript one types them as before. */
import { type ComponentChildren, h } from 'preact'
import type { Language } from '../../../../platform/words/words.ts'
import { words } from '../words.ts'

/** `names` is where they are asked for; `circle` who sees it, where the form offers no choice. */
export const NamePicker = (props: {
  lang: Language
  names: string | undefined
  circle?: string | undefined
  children?: ComponentChildren
}) => {
  const { names, circle, children } = props
  if (!names) return <>{children}</>
  const t = words(props.lang)
  return h(
    'name-picker',
    { names, circle, label: t('names'), single: t('offers.one'), many: t('offers.many') },
    children,
  )
}
