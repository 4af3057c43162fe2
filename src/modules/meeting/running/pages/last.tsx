/** What came of the last next steps, and the try-outs that run. */
import { calendarDay, weekdayOf } from '../../../../platform/words/dates.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form } from '../../../../ui/form.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { challengeUrls } from '../../../challenge/public.ts'
import { stepOutcomes } from '../../contract.ts'
import { urls } from '../../urls.ts'
import type { NextStep } from '../store/step.ts'
import { words } from '../words.ts'
import { fieldOf } from './mistakes.ts'
import type { Together } from './seen.ts'

/** “Ana takes it on, until Thursday 3 December” */
export const stepLine = ({ reader }: Pick<Together, 'reader'>, step: NextStep): string => {
  const t = words(reader.lang)
  const name = step.owner ?? t('turn.guest')
  return step.due
    ? t('step.byUntil', { name, day: weekdayOf(calendarDay(step.due), reader.lang, 'UTC') })
    : t('step.by', { name })
}

const ToldForm = ({ together, step }: { together: Together; step: NextStep }) => {
  const t = words(together.reader.lang)
  const { on, typed } = together
  const here = typed?.step === String(step.id)
  const mine: Together = here ? together : { ...together, typed: undefined, errors: undefined }
  const { error, value } = fieldOf(mine, 'outcome', step.outcome ?? '')
  return (
    <Form action={urls.told({ slug: on.slug, id: on.id, step: step.id })} once={together.once}>
      <Choice
        name="outcome"
        id={`outcome-${step.id}`}
        label={t('last.outcome')}
        across
        options={stepOutcomes.map((one) => ({ value: one, label: t(`last.${one}`) }))}
        {...(value ? { value } : {})}
        {...(error ? { error } : {})}
      />
      <TextArea
        {...fieldOf(mine, 'told', step.told)}
        id={`told-${step.id}`}
        label={t('last.words')}
        note={t('optional')}
        low
      />
      <Acts>
        <Button look="quiet">{t('last.go')}</Button>
      </Acts>
    </Form>
  )
}

/** One step of before: told of, or asked about. */
const OneBefore = ({ together, step }: { together: Together; step: NextStep }) => {
  const t = words(together.reader.lang)
  return (
    <Card>
      <p lang={step.language} dir="auto">
        <b>{step.words}</b>
      </p>
      <p class="muted">{stepLine(together, step)}</p>
      {step.outcome ? (
        <>
          <p>
            {t(`last.${step.outcome}`)}
            {step.told ? <span dir="auto">: {step.told}</span> : null}
          </p>
          <Disclosure summary={t('last.change')}>
            <ToldForm together={together} step={step} />
          </Disclosure>
        </>
      ) : (
        <ToldForm together={together} step={step} />
      )}
    </Card>
  )
}

export const LastStation = (together: Together) => {
  const { reader, before, tryouts } = together
  const t = words(reader.lang)
  return (
    <>
      {before.length === 0 ? <p class="muted">{t('last.none')}</p> : null}
      {before.map((step) => (
        <OneBefore key={step.id} together={together} step={step} />
      ))}
      {tryouts.length > 0 ? (
        <section class="flow">
          <h2>{t('last.tryouts')}</h2>
          <ul class="list near">
            {tryouts.map(({ id: tryout, slug, challenge_id: id, title, language, ends_on }) => (
              <li key={tryout}>
                <a href={challengeUrls.tryout({ slug, id, tryout })} lang={language} dir="auto">
                  {title}
                </a>{' '}
                <span class="muted">
                  {t('last.until', { day: weekdayOf(calendarDay(ends_on), reader.lang, 'UTC') })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
