/** Who took part in a story, and how each of them wishes to be named. */
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Form } from '../../../../ui/form.tsx'
import { perspectiveWord } from '../../makers.ts'
import { urls } from '../../urls.ts'
import type { StoryPersonRow } from '../store.ts'
import { words } from '../words.ts'

export interface PeopleProps {
  readonly lang: Language
  readonly place: string
  readonly id: number
  readonly once: string
  readonly people: readonly StoryPersonRow[]
  readonly me: number | null
}

const Mine = ({ lang, place, id, once, mine }: PeopleProps & { mine: StoryPersonRow }) => {
  const t = words(lang)
  return (
    <Form action={urls.naming({ slug: place, id })} once={`${once}-naming`}>
      <Choice
        name="naming"
        label={t('naming')}
        hint={t('naming.lead')}
        value={mine.naming}
        options={[
          {
            value: 'perspective',
            label: t('naming.perspective', { perspective: perspectiveWord(lang, mine.perspectives[0] ?? null) }),
          },
          { value: 'name', label: t('naming.name', { name: mine.name }) },
          { value: 'none', label: t('naming.none') },
        ]}
      />
      <div class="acts">
        <Button look="quiet">{t('naming.save')}</Button>
      </div>
    </Form>
  )
}

/** The list, each as that person wished even here, and one's own choice when one took part. */
export const People = (props: PeopleProps) => {
  const { lang, people, me } = props
  const t = words(lang)
  const mine = people.find((one) => one.person_id === me)
  const shown = people.filter((one) => one.naming !== 'none' || one.writes || one.person_id === me)
  const byName = (one: StoryPersonRow) => one.naming === 'name' || one.writes || one.person_id === me
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{t('people')}</h2>
      <ul class="story-people">
        {shown.map((one) => (
          <li key={one.person_id}>
            <span dir="auto">{byName(one) ? one.name : perspectiveWord(lang, one.perspectives[0] ?? null)}</span>{' '}
            <span class="muted">
              {[one.writes ? t('people.writes') : '', byName(one) ? t(`naming.said.${one.naming}`) : '']
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {mine ? <Mine {...props} mine={mine} /> : null}
    </section>
  )
}
