/** Please say it for me, on one screen: the words, which adult, who sees them until then and who afterwards. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { languageNames, languages } from '../../../../platform/words/words.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextArea } from '../../../../ui/text-field.tsx'
import type { PersonId } from '../../../people/contract.ts'
import type { Said } from '../../contract.ts'
import { Covered } from '../../covering/pages/covered.tsx'
import { listOf } from '../../said-on.ts'
import type { Room } from '../../store/threads.ts'
import { words as dialogueWords } from '../../words.ts'
import { type Adult, carriedTo, LEAST_ADULTS } from '../carried.ts'
import { urls } from '../urls.ts'
import { reasonSaid, words, youSaid } from '../words.ts'

/** `title` and `href` are those of the conversation; `voice` is what it answers. */
export const GivePage = (props: {
  lang: Language
  slug: string
  me: PersonId | null
  /** Whether the reader speaks here as a student. */
  student: boolean
  room: Room
  title: string
  href: string
  adults: readonly Adult[]
  voice?: Said | undefined
  once: string
  typed?: Typed | undefined
  errors?: readonly FieldError[] | undefined
}) => {
  const { lang, slug, room, voice, adults, typed } = props
  const t = words(lang)
  const you = (key: Parameters<typeof youSaid>[2]) => youSaid(lang, props.student, key)
  const d = dialogueWords(lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: reasonSaid(lang, reason) }))
  const circle = carriedTo(room.audience, voice?.audience ?? null)
  const others = adults.filter((one) => one.person_id !== props.me)
  return (
    <Page
      title={t('give.title')}
      lead={you('give.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: props.title, href: props.href }]} />}
    >
      <ErrorSummary lang={lang} errors={errors} />
      {adults.length < LEAST_ADULTS || others.length === 0 || !circle ? (
        <>
          <Empty level={2} title={you('give.nobody')} text={t(circle ? 'carry.two' : 'carry.alone')} />
          {typed ? <TextArea name="text" label={d('say.text')} value={typedText(typed, 'text')} /> : null}
        </>
      ) : (
        <Form action={urls.give({ slug, id: room.id })} once={props.once} unkept>
          {voice ? (
            <>
              <input type="hidden" name="voice" value={voice.id} />
              <Card calm>
                <Covered lang={lang} note={voice.note} noteIn={voice.language}>
                  <Markdown html={voice.html} lang={voice.language} />
                </Covered>
              </Card>
            </>
          ) : null}
          <TextArea
            name="text"
            label={d('say.text')}
            hint={you('give.exact')}
            value={typedText(typed, 'text')}
            error={mistakeOf(errors, 'text')}
          />
          <Choice
            name="carrier"
            label={t('give.who')}
            hint={t('give.whoHint', {
              names: listOf(
                adults.map((one) => one.name),
                lang,
              ),
            })}
            value={typedText(typed, 'carrier')}
            options={others.map((one) => ({ value: String(one.person_id), label: one.name }))}
            error={mistakeOf(errors, 'carrier')}
          />
          <Select
            name="language"
            label={d('say.inLanguage')}
            value={typedText(typed, 'language', lang)}
            options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          />
          <AudienceNote
            lang={lang}
            who={d(`say.circle.${circle}`, { n: circle === 'community' ? room.members : room.facilitators })}
            more={t('give.then')}
          />
          <p class="meta">{t('give.guess')}</p>
          <Acts>
            <Button>{t('give.go')}</Button>
            <span class="meta">{you('give.back')}</span>
          </Acts>
        </Form>
      )}
      <p>
        <a href={urls.all({ slug })}>{t('all.title')}</a>
      </p>
    </Page>
  )
}
