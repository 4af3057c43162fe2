/** What came on paper or was said at school: a yes, a no or nothing to each use, with who wrote it down and when. */
import { typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { DateFields } from '../../../../ui/date-fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Select } from '../../../../ui/text-field.tsx'
import { uses } from '../heard.ts'
import { fieldOf } from '../schemas.ts'
import type { Guardian } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { useCalled } from './answers.tsx'
import { type Returned, wrong } from './returned.ts'

export const PaperForm = (
  props: Returned & { lang: Language; slug: string; person: number; guardian: Guardian; once: string },
) => {
  const { lang, slug, person, guardian, typed } = props
  const t = words(lang)
  const id = (name: string) => `${name}-of-${guardian.id}`
  const options = [
    { value: '', label: t('paper.nothing') },
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ]
  return (
    <Form action={urls.paper({ slug, person, id: guardian.id })} once={props.once}>
      <div class="paper-uses">
        {uses.map((use) => {
          const field = fieldOf(use)
          return (
            <Select
              key={field}
              name={field}
              id={props.errors ? field : id(field)}
              label={useCalled(lang, use)}
              options={options}
              value={typedText(typed, field)}
              {...wrong(lang, props, field)}
            />
          )
        })}
      </div>
      <Choice
        name="way"
        id={id('way')}
        label={t('paper.way')}
        across
        value={typedText(typed, 'way', 'paper')}
        options={[
          { value: 'paper', label: t('paper.way.paper') },
          { value: 'school', label: t('paper.way.school') },
        ]}
      />
      <DateFields
        lang={lang}
        name="until"
        label={t('paper.until')}
        hint={t('paper.until.hint')}
        value={{
          day: typedText(typed, 'until-day'),
          month: typedText(typed, 'until-month'),
          year: typedText(typed, 'until-year'),
        }}
        {...wrong(lang, props, 'until')}
      />
      <Acts>
        <Button look="quiet">{t('save')}</Button>
      </Acts>
    </Form>
  )
}
