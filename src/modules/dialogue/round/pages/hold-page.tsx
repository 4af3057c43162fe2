/** The page on which a round is opened: its question, when its answers open, who speaks when. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { DateFields } from '../../../../ui/date-fields.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea, TextField, TimeField } from '../../../../ui/text-field.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import type { Room } from '../../store/threads.ts'
import { LONGEST_EYES, LONGEST_QUESTION, type Round } from '../round.ts'
import { hidings, orders } from '../turns.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { whoHears } from './who-hears.ts'

/** `where` is the conversation; `follows` the round after which this is the next circle. */
export const HoldPage = (
  props: Setting & {
    room: Room
    where: { readonly title: string; readonly href: string }
    follows: Round | undefined
    student: boolean
    once: string
    typed?: Typed
    errors?: readonly FieldError[]
  },
) => {
  const { lang, slug, room, where, follows, typed } = props
  const t = words(lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  const heard = whoHears(lang, room)
  return (
    <Page
      title={t(follows ? 'open.another' : 'open.title')}
      lead={t('open.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: where.title, href: where.href }]} />}
    >
      <ErrorSummary lang={lang} errors={errors} />
      {props.student ? (
        <Empty title={t('open.studentTitle')} text={t('open.student')} />
      ) : (
        <Form action={urls.hold({ slug, id: room.id })} once={props.once}>
          {follows ? <input type="hidden" name="follows" value={follows.id} /> : null}
          <TextArea
            name="question"
            label={t('open.question')}
            hint={t('open.questionHint')}
            value={typedText(typed, 'question', follows?.question ?? '')}
            maxlength={LONGEST_QUESTION}
            rows={3}
            required
            error={mistakeOf(errors, 'question')}
          />
          <TextField
            name="eyes"
            label={t('open.eyes')}
            note={t('open.optional')}
            hint={t('open.eyesHint')}
            value={typedText(typed, 'eyes', follows?.eyes ?? '')}
            maxlength={LONGEST_EYES}
            error={mistakeOf(errors, 'eyes')}
          />
          <Choice
            name="hidden"
            label={t('open.hidden')}
            value={typedText(typed, 'hidden', follows?.hidden ?? 'until_all')}
            options={hidings
              .toReversed()
              .map((one) => ({ value: one, label: t(`open.${one}`), hint: t(`open.${one}_says`) }))}
            error={mistakeOf(errors, 'hidden')}
          />
          <Choice
            name="order"
            label={t('open.order')}
            value={typedText(typed, 'order', follows?.order ?? 'free')}
            options={orders.map((one) => ({ value: one, label: t(`open.${one}`), hint: t(`open.${one}_says`) }))}
            error={mistakeOf(errors, 'order')}
          />
          <DateFields
            lang={lang}
            name="ends"
            label={t('open.ends')}
            note={t('open.optional')}
            hint={t('open.endsHint')}
            value={{
              day: typedText(typed, 'ends-day'),
              month: typedText(typed, 'ends-month'),
              year: typedText(typed, 'ends-year'),
            }}
            error={mistakeOf(errors, 'ends')}
          />
          <TimeField
            name="at"
            label={t('open.at')}
            note={t('open.optional')}
            value={typedText(typed, 'at')}
            error={mistakeOf(errors, 'at')}
          />
          <AudienceNote lang={lang} who={heard} more={t('open.heard')} />
          <Acts>
            <Button>{t('open.go')}</Button>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
