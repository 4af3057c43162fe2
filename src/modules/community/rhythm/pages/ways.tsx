/** The ways on for those who facilitate: let it rest, hand over, close with a farewell. */
import { typedText } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../ui/text-field.tsx'
import { isStage } from '../stage.ts'
import { rhythmUrls as urls } from '../urls.ts'
import { words } from '../words.ts'
import { HandOver } from './handing-over.tsx'
import type { RhythmProps } from './rhythm.tsx'

type WaysProps = RhythmProps & { readonly mistakes: readonly Mistake[] }

const Close = ({ reader, place, typed, mistakes, once }: WaysProps) => {
  const t = words(reader.lang)
  return (
    <Form action={urls.farewells({ slug: place.slug })} once={`${once}farewell`}>
      <p class="muted">{t('close.lead')}</p>
      <TextField
        name="ending"
        label={t('propose.why')}
        value={typedText(typed, 'ending')}
        error={mistakeOf(mistakes, 'ending')}
      />
      <TextArea
        name="farewell"
        label={t('close.farewell')}
        hint={t('close.farewellHint')}
        value={typedText(typed, 'farewell')}
        error={mistakeOf(mistakes, 'farewell')}
      />
      <TextArea
        name="learned"
        low
        note={t('optional')}
        label={t('close.learned')}
        value={typedText(typed, 'learned')}
        error={mistakeOf(mistakes, 'learned')}
      />
      <Button look="quiet">{t('propose.go')}</Button>
    </Form>
  )
}

export const Ways = (props: WaysProps) => {
  const { rhythm, place, mistakes } = props
  const t = words(props.reader.lang)
  const wrong = (...fields: string[]) => mistakes.some(({ field }) => fields.includes(field))
  return (
    <section class="flow">
      <h2>{t('ways')}</h2>
      {isStage(rhythm.stage) ? (
        <Disclosure summary={t('rest.title')}>
          <Form action={urls.moves({ slug: place.slug })}>
            <input type="hidden" name="move" value="rest" />
            <p class="muted">{t('rest.lead')}</p>
            <Button look="quiet">{t('rest.title')}</Button>
          </Form>
        </Disclosure>
      ) : null}
      <Disclosure summary={t('handover.title')} open={wrong('to')}>
        <HandOver {...props} />
      </Disclosure>
      {props.proposal ? null : (
        <Disclosure summary={t('close.title')} open={wrong('ending', 'farewell', 'learned')}>
          <Close {...props} />
        </Disclosure>
      )}
    </section>
  )
}
