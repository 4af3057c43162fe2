/** Who said “I'm in” to the agreement; whoever is missing stops nothing. */
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Faces } from '../../../ui/face.tsx'
import { Form } from '../../../ui/form.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const WhoIsIn = (props: {
  lang: Language
  slug: string
  people: readonly { readonly person_id: number; readonly name: string }[]
  mine: boolean
  settled: boolean
}) => {
  const t = words(props.lang)
  if (!props.settled) return null
  return (
    <section>
      <h2>{t('in.who')}</h2>
      {props.people.length === 0 ? (
        <p class="muted">{t('in.nobody')}</p>
      ) : (
        <Faces people={props.people.map((person) => ({ name: person.name, seed: person.person_id }))} />
      )}
      <p class="muted">{t('in.absent')}</p>
      {props.mine ? (
        <p>{t('in.said')}</p>
      ) : (
        <Form action={urls.in({ slug: props.slug })}>
          <Button look="quiet">{t('in.say')}</Button>
        </Form>
      )}
    </section>
  )
}
