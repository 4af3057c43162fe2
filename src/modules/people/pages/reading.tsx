/** Reading and display: colours, size and spacing of this device. */
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ReadingFields } from '../../../ui/reading-fields.tsx'
import type { Reader } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const ReadingPage = ({ reader, next }: { reader: Reader; next: string }) => {
  const t = words(reader.lang)
  return (
    <Page title={t('reading.title')} lead={t('reading.lead')} measure="narrow">
      <Form action={urls.reading()} whole>
        <input type="hidden" name="next" value={next} />
        <ReadingFields lang={reader.lang} theme={reader.theme} size={reader.size} spacing={reader.spacing} />
        <Button>{t('reading.save')}</Button>
      </Form>
    </Page>
  )
}
