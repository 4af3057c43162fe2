/** What only the owner of a need does: say that it is met and with whom, that it still stands, or take it back. */
import { typedText } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form, mistakeOf } from '../../../../ui/form.tsx'
import { Select, TextField } from '../../../../ui/text-field.tsx'
import { thankable } from '../need.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'
import type { Seen } from './seen.ts'

const MetForm = (seen: Seen) => {
  const { lang } = seen.reader
  const t = words(lang)
  const { need, typed } = seen
  const errors = mistakesIn(lang, seen)
  const { answered, others } = thankable(need, seen.people)
  const wrong = (field: string) => {
    const error = mistakeOf(errors, field)
    return error ? { error } : {}
  }
  return (
    <Form action={urls.thanks({ slug: need.slug, id: need.id })} once={seen.once}>
      <Select
        name="with"
        label={t(`met.with.${need.kind}`)}
        value={typedText(typed, 'with', answered[0] ? String(answered[0].person_id) : '')}
        options={[
          ...answered.map((one) => ({ value: String(one.person_id), label: one.name })),
          { value: '', label: t('met.nobody') },
          ...others.map((one) => ({ value: String(one.person_id), label: one.name })),
        ]}
        {...wrong('with')}
      />
      <TextField
        name="thanks"
        label={t('met.thanks')}
        hint={t('met.thanksHint')}
        note={t('optional')}
        value={typedText(typed, 'thanks')}
        {...wrong('thanks')}
      />
      <Acts>
        <Button>{t('met.go')}</Button>
      </Acts>
    </Form>
  )
}

/** Says that it is met: open before the eyes once somebody answered, until then one press away. */
export const IsMet = (seen: Seen) => {
  const t = words(seen.reader.lang)
  const title = t(`met.title.${seen.need.kind}`)
  if (seen.need.answered.length === 0)
    return (
      <Disclosure summary={title} open={seen.errors !== undefined}>
        <MetForm {...seen} />
      </Disclosure>
    )
  return (
    <section class="flow">
      <h2>{title}</h2>
      <MetForm {...seen} />
    </section>
  )
}

/** The one press that says it still stands. */
export const StillStands = ({ seen }: { seen: Seen }) => (
  <Form action={urls.standing({ slug: seen.need.slug, id: seen.need.id })}>
    <Acts>
      <Button look="quiet">{words(seen.reader.lang)('stand.go')}</Button>
    </Acts>
  </Form>
)

/** Takes it back. */
export const TakeBack = ({ seen }: { seen: Seen }) => {
  const t = words(seen.reader.lang)
  return (
    <Form action={urls.takingBack({ slug: seen.need.slug, id: seen.need.id })}>
      <Acts>
        <Button look="plain">{t('takeBack.go')}</Button>
        <span class="meta">{t('takeBack.text')}</span>
      </Acts>
    </Form>
  )
}
