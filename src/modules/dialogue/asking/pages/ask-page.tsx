/** The page for asking somebody: whom, what, and who will hear the answer. */
import { type FieldError, type Typed, typedList, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Checks } from '../../../../ui/choice.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { circlesWithin } from '../../circles.ts'
import type { Said } from '../../contract.ts'
import type { Room } from '../../store/threads.ts'
import { words as dialogueWords } from '../../words.ts'
import { LONGEST_QUESTION } from '../ask.ts'
import type { Askable } from '../store.ts'
import { urls } from '../urls.ts'
import { reasonSaid, words } from '../words.ts'

/** `title` and `href` are those of the conversation; `voice` is the one contribution that is asked about. */
export const AskPage = (props: {
  lang: Language
  slug: string
  room: Room
  title: string
  href: string
  people: readonly Askable[]
  voice?: Said | undefined
  once: string
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const { lang, slug, room, voice } = props
  const t = words(lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: reasonSaid(lang, reason) }))
  const circle = circlesWithin(room.audience)[0] ?? 'me'
  const n = circle === 'community' ? room.members : room.facilitators
  return (
    <Page
      title={t('ask.title')}
      lead={t('ask.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: props.title, href: props.href }]} />}
    >
      <ErrorSummary lang={lang} errors={errors} />
      {props.people.length === 0 ? (
        <Empty title={t('ask.nobody')} text={t('ask.nobodyText')} />
      ) : (
        <Form action={urls.asks({ slug, id: room.id })} once={props.once}>
          {voice ? (
            <div class="flow">
              <input type="hidden" name="voice" value={voice.id} />
              <p class="muted">{t('ask.about')}</p>
              <Card calm>
                <Markdown html={voice.html} lang={voice.language} />
              </Card>
            </div>
          ) : null}
          <Checks
            name="to"
            label={t('ask.to')}
            hint={t('ask.toHint')}
            values={typedList(props.typed, 'to')}
            options={props.people.map((one) => ({ value: String(one.person_id), label: one.name }))}
            error={mistakeOf(errors, 'to')}
          />
          <TextArea
            name="question"
            label={t('ask.question')}
            note={t('ask.optional')}
            hint={t('ask.questionHint', { title: props.title })}
            value={typedText(props.typed, 'question')}
            maxlength={LONGEST_QUESTION}
            rows={3}
            error={mistakeOf(errors, 'question')}
          />
          <AudienceNote lang={lang} who={dialogueWords(lang)(`say.circle.${circle}`, { n })} more={t('ask.heard')} />
          <p class="meta">{t('ask.letter')}</p>
          <Acts>
            <Button>{t('ask.go')}</Button>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
