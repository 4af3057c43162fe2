/** On a shared device the way out is always in view. */
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { urls } from '../../urls.ts'
import { words } from '../words.ts'

export const SharedDevice = ({ lang }: { lang: Language }) => (
  <span class="shared-device">
    {words(lang)('shared.says')}{' '}
    <Form action={urls.signOut()} whole forgets>
      <Button look="plain">{words(lang)('shared.done')}</Button>
    </Form>
  </span>
)
