/** The page on which those who facilitate let a conversation go slowly, pause it, or let it go on. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { momentOf } from '../../../../platform/words/dates.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { PaceHere, ThreadId } from '../../contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import { pausedUntil, spans } from '../pace.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const PacePage = (
  props: Setting & {
    thread: ThreadId
    pace: PaceHere
    once: string
    typed?: Typed | undefined
    errors?: readonly FieldError[] | undefined
  },
) => {
  const { lang, zone, slug, now, pace } = props
  const t = words(lang)
  const at = { slug, id: props.thread }
  const until = pausedUntil(pace, now)
  const mistakes = (props.errors ?? []).map(({ field, reason }) => ({
    field: field && `pace-${field}`,
    message: dialogueWords(lang).maybe(reason),
  }))
  const slow = typedText(props.typed, 'slow', String(pace.slow_minutes ?? 0))
  return (
    <Page title={t('pace.title')} lead={t('pace.lead')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <section>
        <h2>{t('pause.title')}</h2>
        {until ? (
          <>
            <Notice>
              <p>{t('here.paused', { when: momentOf(until, lang, zone) })}</p>
              <p lang={pace.pause_language ?? undefined} dir="auto">
                {pace.pause_why}
              </p>
            </Notice>
            <Form action={urls.pauseEnd(at)}>
              <Acts>
                <Button look="quiet">{t('pause.end')}</Button>
              </Acts>
            </Form>
          </>
        ) : (
          <Form action={urls.pause(at)} once={props.once}>
            <TextArea
              name="why"
              id="pace-why"
              label={t('pause.why')}
              hint={t('pause.hint')}
              low
              value={typedText(props.typed, 'why')}
              error={mistakeOf(mistakes, 'pace-why')}
            />
            <Acts>
              <Button>{t('pause.begin')}</Button>
              <span class="meta">{t('pause.what')}</span>
            </Acts>
          </Form>
        )}
      </section>
      <section>
        <h2>{t('slow.title')}</h2>
        <Form action={urls.pace(at)}>
          <Choice
            name="slow"
            id="pace-slow"
            label={t('slow.how')}
            hint={t('slow.hint')}
            value={slow}
            error={mistakeOf(mistakes, 'pace-slow')}
            options={[
              { value: '0', label: t('slow.free') },
              ...spans.map((span) => ({
                value: String(span),
                label: t('slow.once', { span: t('span.each', { hours: span / 60 }) }),
              })),
            ]}
          />
          <Acts>
            <Button look="quiet">{t('slow.save')}</Button>
          </Acts>
        </Form>
      </section>
      <p>
        <a href={dialogueUrls.say(at)}>{dialogueWords(lang)('voice.back')}</a>
      </p>
    </Page>
  )
}
