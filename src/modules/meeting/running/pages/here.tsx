/** Who is here: people of the community to tick, guests by name. */
import { typedList } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Checks } from '../../../../ui/choice.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form } from '../../../../ui/form.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { words } from '../words.ts'
import { fieldOf } from './mistakes.ts'
import type { Together } from './seen.ts'

/** The form. Before the beginning those are ticked who said they come, and whoever holds it. */
export const HereForm = (together: Together) => {
  const t = words(together.reader.lang)
  const { on, people, circle, coming, me } = together
  const begun = on.state !== 'planned'
  const inside = new Set(circle.filter((one) => !one.left_at).map((one) => one.person_id))
  const open = people.filter((one) => !inside.has(one.person_id))
  const preset = begun
    ? []
    : open
        .filter(
          (one) => one.person_id === me || coming.some((c) => c.person_id === one.person_id && c.answer === 'yes'),
        )
        .map((one) => String(one.person_id))
  const { error } = fieldOf(together, 'people')
  return (
    <Form action={urls.present({ slug: on.slug, id: on.id })} once={together.once}>
      {open.length > 0 ? (
        <Checks
          name="people"
          label={t('here.people')}
          across
          options={open.map((one) => ({ value: String(one.person_id), label: one.name }))}
          values={typedList(together.typed, 'people', preset)}
          {...(error ? { error } : {})}
        />
      ) : null}
      <TextArea
        {...fieldOf(together, 'guests')}
        label={t('here.guests')}
        note={t('optional')}
        hint={t('here.guestsHint')}
        low
      />
      <Acts>
        <Button look={begun ? 'quiet' : 'big'}>{t(begun ? 'here.add' : 'here.begin')}</Button>
      </Acts>
    </Form>
  )
}

/** Behind a fold while the meeting runs: who came later, who leaves. */
export const CameOrWent = (together: Together) => {
  const t = words(together.reader.lang)
  const { on, circle, once } = together
  return (
    <Disclosure summary={t('here.more')}>
      <HereForm {...together} />
      <ul class="list near">
        {circle
          .filter((one) => !one.left_at)
          .map((one) => (
            <li key={one.id}>
              <Form action={urls.left({ slug: on.slug, id: on.id })} once={once} inline>
                <input type="hidden" name="present" value={one.id} />
                <Button look="plain">{t('here.leaves', { name: one.name ?? t('turn.guest') })}</Button>
              </Form>
            </li>
          ))}
      </ul>
    </Disclosure>
  )
}
