/** Who comes: one's own answer in one press, who else said what, and for facilitators a note for somebody. */
import { typedText } from '../../../platform/http/form.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Face } from '../../../ui/face.tsx'
import { Form } from '../../../ui/form.tsx'
import { Select } from '../../../ui/text-field.tsx'
import { answers, byAnswer } from '../coming.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { fieldOf, mistakesIn } from './mistakes.ts'
import type { Seen } from './seen.ts'

const Mine = (seen: Seen) => {
  const t = words(seen.reader.lang)
  const { meeting, me } = seen
  const mine = seen.coming.find((one) => one.person_id === me)?.answer
  return (
    <Form action={urls.coming({ slug: meeting.slug, id: meeting.id })} once={seen.once}>
      <fieldset id={seen.mayNote ? undefined : 'answer'} class="coming-mine" aria-label={t('coming.ask')}>
        {answers.map((answer) => (
          <button
            key={answer}
            type="submit"
            class="btn quiet"
            name="answer"
            value={answer}
            aria-pressed={mine === answer}
          >
            {t(`coming.${answer}`)}
          </button>
        ))}
      </fieldset>
    </Form>
  )
}

const ForSomebody = (seen: Seen) => {
  const t = words(seen.reader.lang)
  const { meeting, people, me, typed } = seen
  const errors = mistakesIn(t, seen)
  const person = fieldOf('person', seen, errors)
  const answer = fieldOf('answer', seen, errors)
  return (
    <Disclosure summary={t('coming.note')}>
      <Form action={urls.coming({ slug: meeting.slug, id: meeting.id })} once={seen.once}>
        <Select
          {...person}
          label={t('coming.who')}
          value={typedText(typed, 'person')}
          options={people
            .filter((one) => one.person_id !== me)
            .map((one) => ({ value: String(one.person_id), label: one.name }))}
        />
        <Choice
          name="answer"
          label={t('coming.said')}
          across
          options={answers.map((value) => ({ value, label: t(`coming.${value}`) }))}
          {...(typed ? { value: answer.value } : {})}
          {...(answer.error ? { error: answer.error } : {})}
        />
        <Acts>
          <Button look="quiet">{t('coming.keep')}</Button>
        </Acts>
      </Form>
    </Disclosure>
  )
}

export const ComingPart = (seen: Seen) => {
  const t = words(seen.reader.lang)
  const open = seen.meeting.state === 'planned'
  if (!open && seen.coming.length === 0) return null
  return (
    <section class="flow">
      <h2>{t('coming.ask')}</h2>
      {open ? <Mine {...seen} /> : null}
      {byAnswer(seen.coming).map(({ answer, people }) => (
        <div key={answer} class="coming">
          <p class="muted">{t(`coming.${answer}`)}</p>
          <ul class="coming-people">
            {people.map(({ person_id, name }) => (
              <li key={person_id}>
                <Face name={name} seed={person_id} little />
                <span dir="auto">{name}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {open && seen.mayNote && seen.people.length > 1 ? <ForSomebody {...seen} /> : null}
    </section>
  )
}
