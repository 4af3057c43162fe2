/** The search box of the library, with its filters; nothing happens before Apply is pressed. */
import { type Language, languageNames, languages } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { Select, TextField } from '../../../ui/text-field.tsx'
import type { Asked } from '../asked.ts'
import { dimensions, entryKinds } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/**
 * A plain GET form: it works the same without JavaScript, and its address can be kept. `action` is the library itself;
 * `folded` keeps the filters out of sight until they are asked for.
 */
export const Seek = (props: { lang: Language; asked: Asked; action?: string; folded?: boolean }) => {
  const { lang, asked } = props
  const t = words(lang)
  const any = { value: '', label: t('search.any') }
  const wanted = asked.filters
  const filters = (
    <>
      <Select
        name="dimension"
        label={t('search.dimension')}
        value={wanted.dimension ?? ''}
        options={[any, ...dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }))]}
      />
      <Select
        name="kind"
        label={t('search.kind')}
        value={wanted.kind ?? ''}
        options={[any, ...entryKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
      />
      <Select
        name="language"
        label={t('search.language')}
        value={wanted.language ?? ''}
        options={[any, ...languages.map((value) => ({ value, label: languageNames[value], lang: value }))]}
      />
    </>
  )
  return (
    <div class="library-seek">
      <Form action={props.action ?? urls.library()} method="get" search>
        <TextField
          name="q"
          type="search"
          label={t('search.label')}
          hint={t('search.hint')}
          value={asked.q}
          maxlength={400}
        />
        {props.folded ? (
          <>
            <Button icon="search">{t('search.label')}</Button>
            <Disclosure summary={t('search.narrow')}>
              <div class="library-filters">{filters}</div>
            </Disclosure>
          </>
        ) : (
          <div class="library-filters">
            {filters}
            <Button icon="search">{t('search.apply')}</Button>
          </div>
        )}
      </Form>
    </div>
  )
}
