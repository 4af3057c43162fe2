/** The page that ends a try-out: keep, adapt or stop, with the reason. */
import { typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { List } from '../../../../ui/list.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { fieldOf, mistakesIn, type Returned } from '../../pages/mistake.ts'
import { PlainText } from '../../pages/plain-text.tsx'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import type { SightingRow, Tryout } from '../store.ts'
import { endings } from '../tryout.ts'

/** A running one can only be stopped; a reviewed one can end in three ways. */
export const ConcludePage = (
  props: Returned & { lang: Language; slug: string; tryout: Tryout; seen: readonly SightingRow[]; once: string },
) => {
  const t = words(props.lang)
  const { tryout, slug, lang, seen } = props
  const where = { slug, id: tryout.challenge_id, tryout: tryout.id }
  const errors = mistakesIn(t, props.errors)
  const open = tryout.state === 'running' ? (['stop'] as const) : endings
  const chosen = typedText(props.typed, 'ending', open.length === 1 ? 'stop' : '')
  const error = mistakeOf(errors, 'ending')
  return (
    <Page
      title={t('conclude.title')}
      lead={t('conclude.lead')}
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.challenge({ slug, id: where.id }) }]} />}
      aside={
        <section>
          <h2>{t('seen.title')}</h2>
          {seen.length > 0 ? (
            <List near>
              {seen.map((one) => (
                <PlainText key={one.id} text={one.words} lang={one.language} />
              ))}
            </List>
          ) : (
            <p>{t('conclude.unseen')}</p>
          )}
        </section>
      }
    >
      <Form action={urls.conclude(where)} once={props.once}>
        <ErrorSummary lang={lang} errors={errors} />
        <Choice
          name="ending"
          label={t('conclude.label')}
          required
          options={open.map((value) => ({ value, label: t(`conclude.${value}`), hint: t(`conclude.${value}Hint`) }))}
          {...(chosen ? { value: chosen } : {})}
          {...(error ? { error } : {})}
        />
        <TextArea
          {...fieldOf('reason', props, errors)}
          label={t('conclude.reason')}
          hint={t('conclude.reasonHint')}
          low
          required
        />
        <Acts>
          <Button>{t('conclude.go')}</Button>
        </Acts>
      </Form>
    </Page>
  )
}
