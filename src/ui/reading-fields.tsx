/** How a reader wants to see pages: colours, size of the text, space between letters and lines. */
import type { Language } from '../platform/words/words.ts'
import { Choice } from './choice.tsx'
import type { Spacing, TextSize, Theme } from './document.tsx'
import { words } from './words.ts'

/** Three choices; they stand in a `Form` sent as a whole page, for they change the document's root. */
export const ReadingFields = (props: { lang: Language; theme: Theme; size: TextSize; spacing: Spacing }) => {
  const t = words(props.lang)
  return (
    <>
      <Choice
        name="theme"
        label={t('theme')}
        value={props.theme}
        across
        options={[
          { value: 'system', label: t('theme-system') },
          { value: 'light', label: t('theme-light') },
          { value: 'dark', label: t('theme-dark') },
          { value: 'contrast', label: t('theme-contrast') },
        ]}
      />
      <Choice
        name="size"
        label={t('size')}
        value={props.size}
        across
        options={[
          { value: 'normal', label: t('size-normal') },
          { value: 'large', label: t('size-large') },
          { value: 'larger', label: t('size-larger') },
        ]}
      />
      <Choice
        name="spacing"
        label={t('spacing')}
        value={props.spacing}
        across
        options={[
          { value: 'normal', label: t('spacing-normal') },
          { value: 'wide', label: t('spacing-wide') },
        ]}
      />
    </>
  )
}
