/** The next step and who takes it on; what the meeting moved; in a first one, a line of How we treat each other. */
import { typedText } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateFields } from '../../../../ui/date-fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Select, TextField } from '../../../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { words } from '../words.ts'
import { stepLine } from './last.tsx'
import { fieldOf } from './mistakes.ts'
import type { Together } from './seen.ts'

/** A form's own mistakes: `of` is sent along and tells which form came back. */
const only = (together: Together, of: string): Together =>
  together.typed?.form === of ? together : { ...together, typed: undefined, errors: undefined }

const StepForm = (together: Together) => {
  const { reader, on, people, me, typed } = together
  const t = words(reader.lang)
  const part = (which: 'day' | 'month' | 'year') => typedText(typed, `due-${which}`)
  const wrong = (name: string) => {
    const { error } = fieldOf(together, name)
    return error ? { error } : {}
  }
  return (
    <Form action={urls.nextSteps({ slug: on.slug, id: on.id })} once={together.once}>
      <input type="hidden" name="form" value="step" />
      <TextField {...fieldOf(together, 'words')} label={t('step.words')} hint={t('next.hint')} required />
      <Select
        name="owner"
        label={t('step.owner')}
        value={typedText(typed, 'owner', String(me ?? ''))}
        options={people.map((one) => ({ value: String(one.person_id), label: one.name }))}
        {...wrong('owner')}
      />
      <DateFields
        lang={reader.lang}
        name="due"
        label={t('step.due')}
        note={t('optional')}
        value={{ day: part('day'), month: part('month'), year: part('year') }}
        {...wrong('due')}
      />
      <Acts>
        <Button>{t('step.go')}</Button>
      </Acts>
    </Form>
  )
}

const MovedForm = (together: Together) => {
  const { reader, on, matters, typed } = together
  const t = words(reader.lang)
  const { error } = fieldOf(together, 'matter')
  return (
    <Form action={urls.moved({ slug: on.slug, id: on.id })} once={together.once}>
      <input type="hidden" name="form" value="moved" />
      <Select
        name="matter"
        label={t('moved.matter')}
        value={typedText(typed, 'matter')}
        options={[
          { value: '', label: t('moved.nothing') },
          ...matters.map((one) => ({ value: `${one.kind} ${one.id}`, label: one.words, lang: one.language })),
        ]}
        {...(error ? { error } : {})}
      />
      <TextField {...fieldOf(together, 'words')} id="moved-words" label={t('moved.words')} required />
      <Acts>
        <Button look="quiet">{t('moved.go')}</Button>
      </Acts>
    </Form>
  )
}

/** What was decided and moved, as the minutes show it, too. */
export const Decided = (together: Together) => {
  const { steps, moved, on } = together
  const t = words(together.reader.lang)
  return (
    <>
      {steps.map((step) => (
        <Card key={step.id}>
          <p lang={step.language} dir="auto">
            <b>{step.words}</b>
          </p>
          <p class="muted">{stepLine(together, step)}</p>
        </Card>
      ))}
      {moved.map((one) => (
        <p key={one.id} lang={one.language} dir="auto">
          <b>{one.subject_words}</b> {one.words}
        </p>
      ))}
      {moved.length === 0 && on.nothing_moved ? <p dir="auto">{t('moved.none', { why: on.nothing_moved })}</p> : null}
    </>
  )
}

export const NextStation = (together: Together) => {
  const { reader, on, lines } = together
  const t = words(reader.lang)
  const ours = lines.filter((line) => line.part === 'agreement')
  return (
    <>
      <Decided {...together} />
      <StepForm {...only(together, 'step')} />
      {on.kind === 'first' ? (
        <section class="flow">
          <h2>{t('line.ours')}</h2>
          <ul class="list near">
            {ours.map((line) => (
              <li key={line.words} dir="auto">
                {line.words}
              </li>
            ))}
          </ul>
          <Form action={urls.lines({ slug: on.slug, id: on.id })} once={together.once}>
            <input type="hidden" name="form" value="line" />
            <TextField
              {...fieldOf(only(together, 'line'), 'words')}
              id="line-words"
              label={t('line.agreement')}
              hint={t('line.agreementHint')}
            />
            <Acts>
              <Button look="quiet">{t('line.add')}</Button>
            </Acts>
          </Form>
        </section>
      ) : (
        <section class="flow">
          <h2>{t('moved.title')}</h2>
          <p class="muted">{t('moved.lead')}</p>
          <MovedForm {...only(together, 'moved')} />
        </section>
      )}
    </>
  )
}
