/** The page for writing down what somebody said: who said it, in their own words, and who hears it. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextArea } from '../../../../ui/text-field.tsx'
import type { Circle } from '../../../community/contract.ts'
import type { Ask } from '../../asking/ask.ts'
import { WordsAsked } from '../../asking/pages/words-asked.tsx'
import type { ThreadId } from '../../contract.ts'
import { type Seats, SeenBy } from '../../pages/seen-by.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import type { Named } from '../store.ts'
import { urls } from '../urls.ts'
import { reasonSaid, words } from '../words.ts'

/** `where` is the conversation, as long as it is open to the writer. */
export const WritePage = (
  props: Setting & {
    thread: ThreadId
    personId: number | null
    where: { readonly title: string; readonly href: string } | undefined
    people: readonly Named[]
    circles: readonly Circle[]
    seats: Seats
    /** The question of the writer's own that is being answered. */
    ask?: Ask | undefined
    once: string
    typed?: Typed | undefined
    errors?: readonly FieldError[] | undefined
  },
) => {
  const { lang, slug, typed, where, circles, people, ask } = props
  const t = words(lang)
  const mistakes = (props.errors ?? []).map(({ field, reason }) => ({
    field: field && `voice-${field}`,
    message: reasonSaid(lang, reason),
  }))
  const preset = typedText(typed, 'audience')
  return (
    <Page
      title={t('write.title')}
      lead={t('write.lead')}
      measure="narrow"
      eyebrow={where ? <Breadcrumb lang={lang} crumbs={[{ label: where.title, href: where.href }]} /> : undefined}
    >
      <ErrorSummary lang={lang} errors={mistakes} />
      {people.length === 0 && !typed ? (
        <Empty title={t('write.nobody')} text={t('write.nobodyText')} />
      ) : (
        <Form action={urls.write({ slug, id: props.thread })} once={props.once}>
          {ask ? (
            <>
              <input type="hidden" name="ask" value={ask.id} />
              <WordsAsked lang={lang} ask={ask} title={undefined} />
            </>
          ) : null}
          <Select
            name="who"
            id="voice-who"
            label={t('write.whoLabel')}
            value={typedText(typed, 'who', ask ? String(ask.asked_id) : '')}
            options={[
              { value: '', label: t('write.choose') },
              ...people.map((one) => ({ value: String(one.person_id), label: one.name })),
            ]}
            error={mistakeOf(mistakes, 'voice-who')}
          />
          <TextArea
            name="text"
            id="voice-text"
            label={t('write.words')}
            hint={t('write.wordsHint')}
            value={typedText(typed, 'text')}
            error={mistakeOf(mistakes, 'voice-text')}
          />
          <SeenBy
            lang={lang}
            circles={circles}
            seats={props.seats}
            circle={circles.find((circle) => circle === preset) ?? circles[0] ?? 'community'}
            language={typedText(typed, 'language', lang)}
            error={mistakeOf(mistakes, 'voice-audience')}
          />
          <Acts>
            <Button>{t('write.go')}</Button>
            <span class="meta">{t('write.promise')}</span>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
