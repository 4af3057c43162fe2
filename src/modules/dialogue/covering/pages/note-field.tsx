/** One line for a content note, in the form of speaking and on the page of a note. */
import type { Language } from '../../../../platform/words/words.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { LONGEST_NOTE } from '../note.ts'
import { words } from '../words.ts'

export const NoteField = (props: { lang: Language; value: string; in?: string; error?: string | undefined }) => {
  const t = words(props.lang)
  return (
    <TextField
      name="note"
      id="voice-note"
      label={t('note.label')}
      hint={t('note.hint')}
      value={props.value}
      maxlength={LONGEST_NOTE}
      lang={props.in}
      error={props.error}
    />
  )
}
