/** Yes and no as they stand: in one phrase, and as a row of two buttons that says what was said last. */
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { Answer, Use } from '../heard.ts'
import { words } from '../words.ts'

/** What a use is called in a list. */
export const useCalled = (lang: Language, { what, circle }: Use): string => words(lang)(`use.${what}`, { circle })

/** “Yes, until 31 July”. */
export const answerCalled = (lang: Language, { yes, until }: { yes: boolean; until?: string | null }): string => {
  const t = words(lang)
  if (!yes) return t('no')
  return until ? t('yes.until', { day: dayOf(calendarDay(until), lang, 'UTC') }) : t('yes')
}

/** One question with its two buttons. The one that was said last is marked, for eyes and ears. */
export const YesOrNo = (props: {
  lang: Language
  action: string
  use: Use
  question: string
  said: Pick<Answer, 'yes'> | undefined
  says: string
  whole?: boolean
  further?: string | undefined
}) => {
  const { lang, use, question, said } = props
  const t = words(lang)
  const look = (yes: boolean) => (said?.yes === yes ? 'filled' : 'quiet')
  const id = `about-${use.what}-${use.circle}`
  return (
    <li class="yes-or-no" id={id}>
      <p id={`${id}-asks`}>{question}</p>
      <Form action={`${props.action}#${id}`} inline {...(props.whole ? { whole: true } : {})}>
        <input type="hidden" name="what" value={use.what} />
        <input type="hidden" name="circle" value={use.circle} />
        {([true, false] as const).map((yes) => (
          <Button
            key={String(yes)}
            look={look(yes)}
            {...(said?.yes === yes ? { icon: 'check' as const } : {})}
            name="answer"
            value={yes ? 'yes' : 'no'}
            says={`${t(yes ? 'yes' : 'no')}: ${question}`}
          >
            {t(yes ? 'yes' : 'no')}
          </Button>
        ))}
      </Form>
      <p class="meta">
        {props.says}
        {props.further ? ` ${props.further}` : ''}
      </p>
    </li>
  )
}
