/** The look for a recognisable child: each word found, another name for it, and a human who says that all is well. */
import { type FieldError, type Typed, typedList } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checks } from '../../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { FoundName } from '../../../safeguarding/public.ts'
import { urls } from '../../urls.ts'
import type { StoryRow } from '../store.ts'
import { words } from '../words.ts'

export interface CheckProps {
  readonly lang: Language
  readonly place: string
  readonly once: string
  readonly story: StoryRow
  readonly found: readonly FoundName[]
  readonly mayWrite: boolean
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

const Found = ({ lang, found }: CheckProps) => {
  const t = words(lang)
  return found.length === 0 ? (
    <p>{t('check.none')}</p>
  ) : (
    <Table
      caption={t('check.lead')}
      head={[t('check.word'), t('check.why'), t('check.instead')]}
      rows={found.map((one) => [one.word, t(`check.why.${one.why}`), one.instead])}
    />
  )
}

/** Words that are members' names are kept one by one; common first names by the last yes. */
export const CheckPage = (props: CheckProps) => {
  const { lang, place, once, story, found, typed } = props
  const t = words(lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  const ofMembers = found.filter((one) => one.why === 'member')
  const errorOf = (field: string) => {
    const error = mistakeOf(errors, field)
    return error ? { error } : {}
  }
  return (
    <Page
      title={t('check')}
      eyebrow={
        <p class="eyebrow">
          <a href={urls.story({ slug: place, id: story.id })}>{story.title}</a>
        </p>
      }
      measure="narrow"
    >
      <ErrorSummary lang={lang} errors={errors} />
      <Found {...props} />
      <p>
        {t('check.think')} {t('check.think.list')}
      </p>
      <Form action={urls.check({ slug: place, id: story.id })} once={once}>
        <input type="hidden" name="revision" value={story.revision} />
        {ofMembers.length > 0 ? (
          <Checks
            name="kept"
            label={t('check.kept')}
            hint={t('check.kept.hint')}
            values={typedList(typed, 'kept', story.kept_words)}
            options={ofMembers.map((one) => ({ value: one.word, label: one.word }))}
            {...errorOf('kept')}
          />
        ) : null}
        <Checks
          name="sure"
          label={t('check.sure.label')}
          values={typedList(typed, 'sure')}
          options={[{ value: 'yes', label: t('check.sure') }]}
          {...errorOf('sure')}
        />
        <div class="acts">
          <Button>{t('check.save')}</Button>
          {props.mayWrite ? (
            <ButtonLink look="plain" href={urls.edit({ slug: place, id: story.id })}>
              {t('edit')}
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </Page>
  )
}
