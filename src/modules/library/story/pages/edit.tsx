/** Writing a story: one form, the four questions in the middle. */
import { type FieldError, type Typed, typedList, typedText } from '../../../../platform/http/form.ts'
import { isLanguage, type Language, languageNames, languages } from '../../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checks } from '../../../../ui/choice.tsx'
import { ErrorSummary, Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextArea, TextField } from '../../../../ui/text-field.tsx'
import { dimensions } from '../../contract.ts'
import { ageBands, storyQuestions } from '../../story-text.ts'
import { urls } from '../../urls.ts'
import { words as libraryWords } from '../../words.ts'
import type { StoryRow } from '../store.ts'
import { words } from '../words.ts'

export interface EditProps {
  readonly lang: Language
  readonly place: string
  readonly once: string
  readonly story: StoryRow
  /** The other members, of whom some may write as well. */
  readonly others: readonly { readonly id: number; readonly name: string; readonly writes: boolean }[]
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

/** The same, with the mistakes in words. */
type Inner = Omit<EditProps, 'errors'> & { readonly errors: readonly Mistake[] }

const Answers = ({ lang, story, typed, errors }: Inner) => {
  const written = isLanguage(story.language) ? story.language : lang
  return (
    <>
      {storyQuestions.map((question) => (
        <TextArea
          key={question}
          name={question}
          label={libraryWords(lang)(`story.${question}`)}
          value={typedText(typed, question, story[question])}
          lang={written}
          maxlength={8000}
          {...errorOf(errors, question)}
        />
      ))}
    </>
  )
}

const errorOf = (errors: readonly Mistake[], field: string) => {
  const error = mistakeOf(errors, field)
  return error ? { error } : {}
}

const Situation = ({ lang, story, typed, errors }: Inner) => {
  const t = words(lang)
  const bands = ageBands.map((value) => ({ value: value as string, label: libraryWords(lang)(`story.age.${value}`) }))
  return (
    <>
      <h2>{t('write.card')}</h2>
      <Select
        name="age_band"
        label={t('write.age')}
        value={typedText(typed, 'age_band', story.age_band)}
        options={[{ value: '', label: t('write.age.none') }, ...bands]}
      />
      <TextField
        name="children"
        label={t('write.children')}
        hint={t('write.children.hint')}
        value={typedText(typed, 'children', story.children)}
        maxlength={200}
        {...errorOf(errors, 'children')}
      />
      <TextArea
        name="possible"
        label={t('write.possible')}
        hint={t('write.possible.hint')}
        value={typedText(typed, 'possible', story.possible)}
        low
        maxlength={600}
        {...errorOf(errors, 'possible')}
      />
    </>
  )
}

const Origin = ({ lang, story, typed, errors }: Inner) => {
  const t = words(lang)
  const tryouts = typedList(
    typed,
    'tryouts',
    story.provenance.tryouts.map((tryout) => tryout.title),
  )
  return (
    <>
      <h2>{t('write.from')}</h2>
      <TextField
        name="question"
        label={t('write.question')}
        value={typedText(typed, 'question', story.provenance.question)}
        maxlength={600}
        {...errorOf(errors, 'question')}
      />
      {story.provenance.tryouts.map((_, i) => (
        <TextField
          key={i}
          id={`tryout-${i}`}
          name="tryouts"
          label={t('write.tryout', { n: i + 1 })}
          value={tryouts[i] ?? ''}
          maxlength={300}
        />
      ))}
    </>
  )
}

/** Everything that was typed stays, whatever happened. */
export const EditPage = (props: EditProps) => {
  const { lang, place, once, story, others, typed } = props
  const t = words(lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  const inner = { ...props, errors }
  return (
    <Page
      title={t('write.title')}
      eyebrow={
        <p class="eyebrow">
          <a href={urls.story({ slug: place, id: story.id })}>{story.title}</a>
        </p>
      }
      measure="narrow"
    >
      <ErrorSummary lang={lang} errors={errors} />
      {story.state === 'draft' ? null : <Notice>{t('write.note')}</Notice>}
      <Form action={urls.edit({ slug: place, id: story.id })} once={once}>
        <input type="hidden" name="revision" value={story.revision} />
        <TextField
          name="title"
          label={t('write.storyTitle')}
          hint={t('write.storyTitle.hint')}
          value={typedText(typed, 'title', story.title)}
          maxlength={200}
          required
          {...errorOf(errors, 'title')}
        />
        <TextArea
          name="summary"
          label={t('write.summary')}
          value={typedText(typed, 'summary', story.summary)}
          low
          maxlength={600}
          {...errorOf(errors, 'summary')}
        />
        <Answers {...inner} />
        <Situation {...inner} />
        <Origin {...inner} />
        <Checks
          name="dimensions"
          label={t('write.dimensions')}
          values={typedList(typed, 'dimensions', story.dimensions)}
          options={dimensions.map((value) => ({ value, label: libraryWords(lang)(`dimension.${value}`) }))}
        />
        <Select
          name="language"
          label={t('write.language')}
          value={typedText(typed, 'language', story.language)}
          options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        />
        {others.length > 0 ? (
          <Checks
            name="writers"
            label={t('write.writers')}
            values={typedList(
              typed,
              'writers',
              others.filter((one) => one.writes).map((one) => String(one.id)),
            )}
            options={others.map((one) => ({ value: String(one.id), label: one.name }))}
          />
        ) : null}
        <div class="acts">
          <Button>{t('write.save')}</Button>
          <ButtonLink look="plain" href={urls.story({ slug: place, id: story.id })}>
            {t('preview.back')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
