/** The page that proposes a try-out, empty or grown out of an earlier one. */
import { typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { DateFields, dateParts, type TypedDate } from '../../../../ui/date-fields.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextArea, TextField } from '../../../../ui/text-field.tsx'
import type { Challenge } from '../../contract.ts'
import { fieldOf, mistakesIn, type Returned } from '../../pages/mistake.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import type { Tryout } from '../store.ts'

const dayOf = (returned: Returned, name: string, otherwise: string): TypedDate => {
  const usual = dateParts(otherwise)
  const part = (which: 'day' | 'month' | 'year') => typedText(returned.typed, `${name}-${which}`, usual[which])
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** `from` is the try-out that this one grows out of; `owners` are those who could look after it; `me` is preset. */
export const PlanPage = (
  props: Returned & {
    lang: Language
    challenge: Challenge
    owners: readonly { readonly person_id: number; readonly name: string }[]
    me: number | null
    from: Tryout | undefined
    once: string
  },
) => {
  const t = words(props.lang)
  const { challenge, from, lang } = props
  const { slug, id } = challenge
  const errors = mistakesIn(t, props.errors)
  const field = (name: string, otherwise = '') => fieldOf(name, props, errors, otherwise)
  const wrong = (name: string) => {
    const error = mistakeOf(errors, name)
    return error ? { error } : {}
  }
  const title = from ? t('tryout.adapt.title') : t('tryout.propose.title')
  return (
    <Page
      title={title}
      lead={t('tryout.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.challenge({ slug, id }) }]} />}
    >
      <Form action={urls.propose({ slug, id })} once={props.once}>
        <ErrorSummary lang={lang} errors={errors} />
        {from ? <input type="hidden" name="from" value={from.id} /> : null}
        <TextField {...field('title', from?.title)} label={t('tryout.title.label')} required />
        <TextArea
          {...field('expects', from?.expects)}
          label={t('tryout.expects.label')}
          hint={t('tryout.expects.hint')}
          low
          required
        />
        <TextArea
          {...field('stop', from?.stop_if)}
          label={t('tryout.stop.label')}
          hint={t('tryout.stop.hint')}
          low
          required
        />
        <TextArea {...field('look', from?.look_for)} label={t('tryout.look.label')} note={t('optional')} low />
        <Select
          name="owner"
          label={t('tryout.owner.label')}
          value={typedText(props.typed, 'owner', String(from?.owner_id ?? props.me ?? ''))}
          options={props.owners.map((one) => ({ value: String(one.person_id), label: one.name }))}
          {...wrong('owner')}
        />
        <DateFields
          lang={lang}
          name="starts"
          label={t('tryout.starts.label')}
          note={t('optional')}
          value={dayOf(props, 'starts', '')}
          {...wrong('starts')}
        />
        <DateFields
          lang={lang}
          name="ends"
          label={t('tryout.ends.label')}
          hint={t('tryout.ends.hint')}
          value={dayOf(props, 'ends', '')}
          {...wrong('ends')}
        />
        <Acts>
          <Button>{t('tryout.propose.go')}</Button>
        </Acts>
      </Form>
    </Page>
  )
}
