/** Going out: who may read it, what others may do with it; a new version; taking it down. */
import type { FieldError } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Form } from '../../../../ui/form.tsx'
import { type Licence, licences } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { words } from '../words.ts'

interface PublishProps {
  readonly lang: Language
  readonly place: string
  readonly id: number
  readonly once: string
}

/** Only when the gate is open. CC BY stands as chosen once an earlier version went out under it. */
export const Publish = (
  props: PublishProps & {
    licence: Licence
    free: boolean
    to: 'public' | 'community'
    errors?: readonly FieldError[] | undefined
  },
) => {
  const { lang, place, id, once } = props
  const t = words(lang)
  const mistake = props.errors?.find((error) => error.field === 'licence')
  return (
    <section id="publish" aria-labelledby="publish-title">
      <h2 id="publish-title">{t('publish')}</h2>
      <Form action={urls.publication({ slug: place, id })} once={`${once}-out`}>
        <Choice
          name="to"
          label={t('publish.to')}
          value={props.to}
          options={[
            { value: 'public', label: t('publish.to.public'), hint: t('publish.to.public.hint') },
            { value: 'community', label: t('publish.to.community') },
          ]}
        />
        <Choice
          name="licence"
          label={t('publish.licence')}
          value={props.licence}
          options={licences.map((value) => ({
            value,
            label: t(`publish.licence.${value}`),
            ...(value === 'cc-by-4.0' ? { hint: t('publish.licence.cc-by-4.0.hint') } : { disabled: props.free }),
          }))}
          {...(mistake ? { error: t.maybe(mistake.reason) } : {})}
        />
        <div class="acts">
          <Button>{t('publish.send')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** For a story that is out, or was. */
export const After = (props: PublishProps & { out: boolean; mayRenew: boolean; mayWithdraw: boolean }) => {
  const { lang, place, id, once } = props
  const t = words(lang)
  return (
    <>
      {props.mayRenew ? (
        <Form action={urls.versions({ slug: place, id })} once={`${once}-version`}>
          <p class="hint">{t('version.hint')}</p>
          <div class="acts">
            <Button look="quiet" icon="pen">
              {t('version')}
            </Button>
          </div>
        </Form>
      ) : null}
      {props.out && props.mayWithdraw ? (
        <Form action={urls.withdrawal({ slug: place, id })} once={`${once}-down`}>
          <p class="hint">{t('withdraw.hint')}</p>
          <div class="acts">
            <Button look="quiet">{t('withdraw')}</Button>
          </div>
        </Form>
      ) : null}
    </>
  )
}
