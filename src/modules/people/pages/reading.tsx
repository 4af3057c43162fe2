/** Reading and display: colours, size and spacing of this device. */
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../contract.ts'
import { readingChoices } from '../cookies.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const ReadingPage = ({ reader, next }: { reader: Reader; next: string }) => {
  const t = words(reader.lang)
  return (
    <Page title={t('reading.title')} lead={t('reading.lead')} measure="narrow">
      <Form action={urls.reading()} whole>
        <input type="hidden" name="next" value={next} />
        <Choice
          name="theme"
          label={t('reading.theme')}
          value={reader.theme}
          options={readingChoices.theme.map((value) => ({ value, label: t(`reading.theme.${value}`) }))}
        />
        <Choice
          name="size"
          label={t('reading.size')}
          value={reader.size}
          options={readingChoices.size.map((value) => ({ value, label: t(`reading.size.${value}`) }))}
        />
        <Choice
          name="spacing"
          label={t('reading.spacing')}
          value={reader.spacing}
          options={readingChoices.spacing.map((value) => ({ value, label: t(`reading.spacing.${value}`) }))}
        />
        <Button>{t('reading.save')}</Button>
      </Form>
    </Page>
  )
}
