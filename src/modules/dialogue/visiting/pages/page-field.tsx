/** Beside the numbers of the pages: going to one by its number. */
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { VOICES_PAGE } from '../../urls.ts'
import { words } from '../words.ts'

// With fewer, each number stands there already.
const MANY = 7

/** `here` is the page on which the conversation stands. */
export const PageField = ({ lang, here, pages }: { lang: Language; here: string; pages: number }) => {
  const t = words(lang)
  if (pages <= MANY) return null
  return (
    <Form action={here} method="get" inline>
      <TextField
        name={VOICES_PAGE}
        id="voices-page"
        label={t('jump.page', { pages })}
        type="number"
        inputmode="numeric"
        width="short"
      />
      <Button look="quiet">{t('jump.go')}</Button>
    </Form>
  )
}
