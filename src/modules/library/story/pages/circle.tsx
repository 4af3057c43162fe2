/** The circle: who has said yes, who is still waited for, and one's own answer. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Form } from '../../../../ui/form.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { type CoreMember, circleEnds } from '../gate.ts'
import { words } from '../words.ts'

export interface CircleProps {
  readonly lang: Language
  readonly zone: string
  readonly place: string
  readonly id: number
  readonly once: string
  readonly round: number
  readonly since: Date | null
  readonly core: readonly CoreMember[]
  readonly yes: readonly number[]
  /** The asking person, when the story needs their yes. */
  readonly me: number | null
  /** Whether the asking person may ask the circle now. */
  readonly mayAsk: boolean
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

const Answers = ({ lang, zone, since, core, yes }: CircleProps) => {
  const t = words(lang)
  if (!since) return null
  return (
    <>
      <p>{t('circle.until', { date: dayOf(circleEnds(since), lang, zone) })}</p>
      <ul class="story-circle">
        {core.map((member) => (
          <li key={member.id}>
            <span dir="auto">{member.name}</span>{' '}
            <span class="muted">{t(yes.includes(member.id) ? 'circle.yes' : 'circle.waiting')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const MyAnswer = ({ lang, place, id, once, round, yes, me, typed, errors }: CircleProps) => {
  const t = words(lang)
  if (me === null) return <p class="muted">{t('circle.notCore')}</p>
  const said = yes.includes(me)
  const mistake = (field: string) => {
    const found = errors?.find((error) => error.field === field)
    return found ? { error: t.maybe(found.reason) } : {}
  }
  return (
    <Form action={urls.consents({ slug: place, id })} once={`${once}-answer`}>
      <input type="hidden" name="round" value={round} />
      {said ? <p>{t('circle.mine')}</p> : null}
      <Choice
        name="answer"
        label={t('circle.question')}
        value={typedText(typed, 'answer', said ? 'yes' : '')}
        options={[
          { value: 'yes', label: t('circle.answer.yes') },
          { value: 'no', label: t('circle.answer.no') },
        ]}
        {...mistake('answer')}
      />
      <TextArea
        name="reason"
        label={t('circle.reason')}
        hint={t('circle.reason.hint')}
        value={typedText(typed, 'reason')}
        low
        maxlength={2000}
        {...mistake('reason')}
      />
      <div class="acts">
        <Button look={said ? 'quiet' : 'filled'}>{t('circle.send')}</Button>
      </div>
    </Form>
  )
}

/** Before the circle is asked it shows how to ask; afterwards the answers. */
export const Circle = (props: CircleProps) => {
  const { lang, place, id, once, since, mayAsk } = props
  const t = words(lang)
  return (
    <section id="circle" aria-labelledby="circle-title">
      <h2 id="circle-title">{t('circle')}</h2>
      <p class="muted">{t('circle.lead')}</p>
      <Answers {...props} />
      {since ? <MyAnswer {...props} /> : null}
      {since || !mayAsk ? null : (
        <Form action={urls.circle({ slug: place, id })} once={`${once}-circle`}>
          <p class="hint">{t('circle.ask.hint')}</p>
          <div class="acts">
            <Button>{t('circle.ask')}</Button>
          </div>
        </Form>
      )}
    </section>
  )
}
