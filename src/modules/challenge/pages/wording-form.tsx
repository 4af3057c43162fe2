/** The form of a question in three short steps: is it about one child, the words, who hears it. */
import { typedList, typedText } from '../../../platform/http/form.ts'
import { type Language, languageNames, languages } from '../../../platform/words/words.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { Checks, Choice } from '../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../../ui/text-field.tsx'
import { circles } from '../../community/contract.ts'
import { circleOf } from '../../community/public.ts'
import { type Challenge, childAnswers, helps } from '../contract.ts'
import { words } from '../words.ts'
import { fieldOf, mistakesIn, type Returned } from './mistake.ts'

/** `before` is the question as it stands, when it is worded anew. */
export const WordingForm = (
  props: Returned & { lang: Language; place: string; action: string; once: string; go: string; before?: Challenge },
) => {
  const t = words(props.lang)
  const { before, typed } = props
  const errors = mistakesIn(t, props.errors)
  const childHints = { no: t('child.noHint'), agreed: t('child.agreedHint'), 'not-yet': t('child.notYetHint') }
  const circleHints = {
    community: t('circle.communityHint', { name: props.place }),
    facilitators: t('circle.facilitatorsHint'),
    me: t('circle.meHint'),
  }
  const wrong = (name: string) => {
    const error = mistakeOf(errors, name)
    return error ? { error } : {}
  }
  const child = typedText(typed, 'child', before?.about_child)
  return (
    <Form action={props.action} once={props.once}>
      <ErrorSummary lang={props.lang} errors={errors} />
      <Choice
        name="child"
        label={t('child.label')}
        first
        required
        options={childAnswers.map((value) => ({ value, label: t(`child.${value}`), hint: childHints[value] }))}
        {...(child ? { value: child } : {})}
        {...wrong('child')}
      />
      <TextArea
        {...fieldOf('question', props, errors, before?.question)}
        label={t('wording.label')}
        hint={t('wording.hint')}
        first
        required
        low
      />
      {before && circleOf(before.audience) !== 'me' ? (
        <TextField
          {...fieldOf('changed', props, errors)}
          label={t('wording.changed')}
          hint={t('wording.changedHint')}
        />
      ) : null}
      <Select
        name="language"
        label={t('wording.language')}
        value={typedText(typed, 'language', before?.language ?? props.lang)}
        options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
      />
      <Choice
        name="circle"
        label={t('circle.label')}
        first
        required
        options={circles.map((value) => ({ value, label: t(`circle.${value}`), hint: circleHints[value] }))}
        value={typedText(typed, 'circle', before ? circleOf(before.audience) : 'community')}
        {...wrong('circle')}
      />
      <Checks
        name="help"
        label={t('help.label')}
        note={t('optional')}
        across
        options={helps.map((value) => ({ value, label: t(`help.${value}`) }))}
        values={typedList(typed, 'help', before?.help)}
      />
      <Acts>
        <Button>{props.go}</Button>
      </Acts>
    </Form>
  )
}
