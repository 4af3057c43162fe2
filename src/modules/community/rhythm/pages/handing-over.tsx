/** Handing over: whoever is asked says yes or no; whoever facilitates asks, or takes it back. */
import { typedText } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Select } from '../../../../ui/text-field.tsx'
import { rhythmUrls as urls } from '../urls.ts'
import { words } from '../words.ts'
import type { RhythmProps } from './rhythm.tsx'

export const AskedToTakeOver = ({ reader, place, handovers, me }: RhythmProps) => {
  const t = words(reader.lang)
  return (
    <>
      {handovers
        .filter((one) => one.to_id === me)
        .map((one) => (
          <Notice key={one.id} kind="human" title={t('handover.asked', { name: one.from_name ?? t('somebody') })}>
            <p>{t('handover.askedLead')}</p>
            <Form action={urls.handover({ slug: place.slug, handover: one.id })}>
              <Acts>
                <Button name="answer" value="yes">
                  {t('handover.yes')}
                </Button>
                <Button look="quiet" name="answer" value="no">
                  {t('handover.no')}
                </Button>
              </Acts>
            </Form>
          </Notice>
        ))}
    </>
  )
}

export const HandOver = (props: RhythmProps & { readonly mistakes: readonly Mistake[] }) => {
  const { reader, place, me } = props
  const t = words(reader.lang)
  const asked = props.handovers.find((one) => one.from_id === me)
  const others = props.people.filter((one) => one.person_id !== me)
  if (asked?.to_name)
    return (
      <Form action={urls.handover({ slug: place.slug, handover: asked.id })}>
        <p>{t('handover.waiting', { name: asked.to_name })}</p>
        <Button look="quiet" name="answer" value="no">
          {t('handover.takeBack')}
        </Button>
      </Form>
    )
  return (
    <Form action={urls.handovers({ slug: place.slug })} once={`${props.once}over`}>
      <p class="muted">{t(asked ? 'handover.left' : 'handover.lead')}</p>
      <Select
        name="to"
        label={t('handover.to')}
        value={typedText(props.typed, 'to')}
        options={[
          { value: '', label: '–' },
          ...others.map((one) => ({ value: String(one.person_id), label: one.name })),
        ]}
        error={mistakeOf(props.mistakes, 'to')}
      />
      <Button look="quiet">{t('handover.go')}</Button>
    </Form>
  )
}
