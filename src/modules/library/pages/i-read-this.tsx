/** The button “I read this” under a story: a word to its author alone. */
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { namesListed } from '../makers.ts'
import type { Readings } from '../reading.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** The author reads who told so; a reader tells, or takes it back. */
export const IReadThis = (props: { lang: Language; slug: string; readings: Readings }) => {
  const { lang, slug, readings } = props
  const t = words(lang)
  if (readings.mine) {
    return readings.names.length === 0 ? null : (
      <p class="muted no-print">{t('read.by', { names: namesListed(lang, readings.names) })}</p>
    )
  }
  return (
    <div class="no-print">
      <Form action={urls.readings({ slug })}>
        {readings.told ? <p class="muted">{t('read.told')}</p> : null}
        <div class="acts">
          <Button look={readings.told ? 'plain' : 'quiet'} name="read" value={readings.told ? 'no' : 'yes'}>
            {t(readings.told ? 'read.back' : 'read.tell')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
