/** The page on which somebody tells what they saw. */
import type { Language } from '../../../../platform/words/words.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { circleOf } from '../../../community/public.ts'
import { fieldOf, mistakesIn, type Returned } from '../../pages/mistake.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import type { Tryout } from '../store.ts'

/** Who hears what is written about a question, in plain words. */
export const seenBy = (lang: Language, audience: string): string => {
  const circle = circleOf(audience)
  return words(lang)(`seenBy.${circle === 'me' || circle === 'facilitators' ? circle : 'community'}`)
}

export const SeenPage = (props: Returned & { lang: Language; slug: string; tryout: Tryout; once: string }) => {
  const t = words(props.lang)
  const { tryout, slug, lang } = props
  const where = { slug, id: tryout.challenge_id, tryout: tryout.id }
  const errors = mistakesIn(t, props.errors)
  return (
    <Page
      title={t('seen.tell')}
      lead={
        <p class="lead" lang={tryout.language} dir="auto">
          {tryout.title}
        </p>
      }
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.challenge({ slug, id: where.id }) }]} />}
    >
      {tryout.look_for ? (
        <p>
          <b>{t('tryout.weLook')}</b>{' '}
          <span lang={tryout.language} dir="auto">
            {tryout.look_for}
          </span>
        </p>
      ) : null}
      <Form action={urls.sightings(where)} once={props.once}>
        <ErrorSummary lang={lang} errors={errors} />
        <TextArea {...fieldOf('seen', props, errors)} label={t('seen.label')} hint={t('seen.hint')} required />
        <AudienceNote lang={lang} who={seenBy(lang, tryout.audience)} />
        <Acts>
          <Button>{t('seen.go')}</Button>
        </Acts>
      </Form>
    </Page>
  )
}
