/** A facilitator proposes a stage, with one line why. */
import { typedText } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { stages } from '../stage.ts'
import { rhythmUrls as urls } from '../urls.ts'
import { words } from '../words.ts'
import type { RhythmProps } from './rhythm.tsx'

export const ProposeStage = (props: RhythmProps & { readonly mistakes: readonly Mistake[] }) => {
  const { place, rhythm, typed, mistakes } = props
  const t = words(props.reader.lang)
  const others = stages.filter((stage) => stage !== rhythm.stage)
  return (
    <Disclosure summary={t('propose.title')} open={mistakes.some(({ field }) => field === 'stage' || field === 'why')}>
      <p class="muted">{t('propose.lead')}</p>
      <Form action={urls.proposals({ slug: place.slug })} once={`${props.once}stage`}>
        <Choice
          name="stage"
          label={t('propose.stage')}
          value={typedText(typed, 'stage')}
          options={others.map((stage) => ({ value: stage, label: t(`stage.${stage}`), hint: t(`like.${stage}`) }))}
          error={mistakeOf(mistakes, 'stage')}
        />
        <TextField
          name="why"
          label={t('propose.why')}
          value={typedText(typed, 'why')}
          error={mistakeOf(mistakes, 'why')}
        />
        <Button look="quiet">{t('propose.go')}</Button>
      </Form>
    </Disclosure>
  )
}
