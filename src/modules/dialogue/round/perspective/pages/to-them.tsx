/** The question in which a perspective round ends: putting it, waiting for it, and what they answered. */
import { type Typed, typedText } from '../../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../../ui/button.tsx'
import { Disclosure } from '../../../../../ui/disclosure.tsx'
import { Form, type Mistake, mistakeOf } from '../../../../../ui/form.tsx'
import { Markdown } from '../../../../../ui/markdown.tsx'
import { Select, TextArea } from '../../../../../ui/text-field.tsx'
import type { Askable } from '../../../asking/store.ts'
import { askUrl } from '../../../asking/urls.ts'
import type { Setting } from '../../../pages/who-said.tsx'
import type { Round } from '../../round.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'

type Props = Setting & { readonly round: Round }

/** How it stands, for everybody who hears the round. */
export const ToThemShown = ({ lang, slug, round }: Props) => {
  const t = words(lang)
  if (round.eyes === null || round.them_state === null) return null
  const stands = t(`them.${round.them_state}`, { eyes: round.eyes })
  return (
    <section class="to-them">
      <h2>{t('them.title', { eyes: round.eyes })}</h2>
      <p lang={round.them_language ?? round.language} dir="auto" class="lead">
        {round.them_question}
      </p>
      <p class="meta">
        {round.them_ask_id === null ? stands : <a href={askUrl({ slug, id: round.them_ask_id })}>{stands}</a>}
      </p>
      {round.them_answer_html ? (
        <>
          <Markdown html={round.them_answer_html} lang={round.them_answer_language ?? round.language} />
          {round.them_writer ? <p class="meta">{t('heard.writtenBy', { name: round.them_writer })}</p> : null}
        </>
      ) : null}
    </section>
  )
}

/** The place to put it, and afterwards to write down what came of it. */
export const ToThemBox = (
  props: Props & {
    people: readonly Askable[]
    once: string
    typed?: Typed | undefined
    mistakes: readonly Mistake[]
  },
) => {
  const { lang, slug, round, typed, people, mistakes } = props
  const t = words(lang)
  const { eyes } = round
  if (eyes === null || round.them_state === 'answered' || (round.them_state && round.them_ask_id !== null)) return null
  const hidden = (
    <>
      <input type="hidden" name="seen" value={round.them_version} />
      <input type="hidden" name="language" value={lang} />
    </>
  )
  if (round.them_state === null)
    return (
      <section>
        <h2>{t('them.ask', { eyes })}</h2>
        <p>{t('them.askText')}</p>
        <Form action={urls.them({ slug, id: round.id })} once={props.once}>
          {hidden}
          <TextArea
            name="text"
            id="them-text"
            label={t('open.question')}
            value={typedText(typed, 'text')}
            rows={3}
            error={mistakeOf(mistakes, 'them-text')}
          />
          <Select
            name="to"
            id="them-to"
            label={t('them.who')}
            hint={t('them.whoHint')}
            value={typedText(typed, 'to')}
            options={[
              { value: '', label: t('them.elsewhere') },
              ...people.map((one) => ({ value: String(one.person_id), label: one.name })),
            ]}
            error={mistakeOf(mistakes, 'them-to')}
          />
          <Acts>
            <Button look="quiet">{t('them.go')}</Button>
          </Acts>
        </Form>
      </section>
    )
  return (
    <Disclosure summary={t('them.came', { eyes })} open={typed !== undefined}>
      <Form action={urls.theirAnswer({ slug, id: round.id })} once={props.once}>
        {hidden}
        <TextArea
          name="answer"
          id="them-answer"
          label={t('them.answer')}
          value={typedText(typed, 'answer')}
          rows={3}
          error={mistakeOf(mistakes, 'them-answer')}
        />
        <Acts>
          <Button look="quiet" name="how" value="answered">
            {t('them.keep')}
          </Button>
          <Button look="plain" name="how" value="declined">
            {t('them.rather')}
          </Button>
        </Acts>
      </Form>
    </Disclosure>
  )
}
