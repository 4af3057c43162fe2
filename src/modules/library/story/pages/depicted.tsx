/** Those a story shows, and how each agreed: kept by its authors and the facilitators. */
import type { FieldError, Typed } from '../../../../platform/http/form.ts'
import { typedText } from '../../../../platform/http/form.ts'
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Select, TextField } from '../../../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { consents } from '../gate.ts'
import type { DepictedRow } from '../store/depicted.ts'
import { words } from '../words.ts'
import type { Companion } from '../workshop.ts'

export interface DepictedProps {
  readonly lang: Language
  readonly place: string
  readonly id: number
  readonly once: string
  readonly depicted: readonly DepictedRow[]
  readonly students: readonly Companion[]
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

const One = ({ lang, place, id, once, one }: DepictedProps & { one: DepictedRow }) => {
  const t = words(lang)
  const kept = one.person_id === null ? [...consents, 'strike' as const] : [one.consent, 'strike' as const]
  const options = kept.map((value) => ({ value, label: t(`depicted.consent.${value}`) }))
  return (
    <li>
      <p>
        <b dir="auto">{one.label}</b>{' '}
        <span class="muted">· {t(one.child ? 'depicted.child.yes' : 'depicted.child.no')}</span>
      </p>
      <Form action={urls.depictedOne({ slug: place, id, depicted: one.id })} once={`${once}-d${one.id}`} inline>
        <Select
          id={`consent-${one.id}`}
          name="consent"
          label={t('depicted.consent.of', { label: one.label })}
          value={one.consent}
          options={options}
        />
        <Button look="quiet" says={`${t('depicted.save')}: ${one.label}`}>
          {t('depicted.save')}
        </Button>
      </Form>
      {one.person_id === null ? null : <p class="meta">{t('depicted.linked', { name: one.person_name ?? '' })}</p>}
      {one.recorded_on && one.recorded_by_name ? (
        <p class="meta">
          {t('depicted.recorded', {
            name: one.recorded_by_name,
            date: dayOf(calendarDay(one.recorded_on), lang, 'UTC'),
          })}
        </p>
      ) : null}
    </li>
  )
}

const Add = ({ lang, place, id, once, typed, errors, students }: DepictedProps) => {
  const t = words(lang)
  const mistake = errors?.find((error) => error.field === 'label')
  return (
    <Form action={urls.depicted({ slug: place, id })} once={`${once}-add`}>
      <TextField
        name="label"
        label={t('depicted.label')}
        hint={t('depicted.label.hint')}
        value={typedText(typed, 'label')}
        maxlength={200}
        {...(mistake ? { error: t.maybe(mistake.reason) } : {})}
      />
      <Choice
        name="child"
        label={t('depicted.child')}
        across
        value={typedText(typed, 'child', 'yes')}
        options={[
          { value: 'yes', label: t('depicted.child.yes') },
          { value: 'no', label: t('depicted.child.no') },
        ]}
      />
      {students.length > 0 ? (
        <Select
          name="person"
          label={t('depicted.person')}
          hint={t('depicted.person.hint')}
          value={typedText(typed, 'person')}
          options={[
            { value: '', label: t('depicted.person.none') },
            ...students.map((one) => ({ value: String(one.id), label: one.name })),
          ]}
        />
      ) : null}
      <Select
        name="consent"
        label={t('depicted.consent')}
        value={typedText(typed, 'consent', 'not-asked')}
        options={consents.map((value) => ({ value, label: t(`depicted.consent.${value}`) }))}
      />
      <div class="acts">
        <Button look="quiet" icon="plus">
          {t('depicted.add')}
        </Button>
      </div>
    </Form>
  )
}

/** The list, each with its own form, and one form to add. */
export const Depicted = (props: DepictedProps) => {
  const { lang, depicted, errors } = props
  const t = words(lang)
  return (
    <section id="depicted" aria-labelledby="depicted-title">
      <h2 id="depicted-title">{t('depicted')}</h2>
      <p class="muted">{t('depicted.lead')}</p>
      {depicted.length === 0 ? (
        <p>{t('depicted.none')}</p>
      ) : (
        <ul class="list">
          {depicted.map((one) => (
            <One key={one.id} {...props} one={one} />
          ))}
        </ul>
      )}
      <Disclosure summary={t('depicted.add')} open={depicted.length === 0 || (errors?.length ?? 0) > 0}>
        <Add {...props} />
      </Disclosure>
    </section>
  )
}
