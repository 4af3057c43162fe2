/** The page for replying to a voice, and for mending what could not be sent: one screen. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Markdown } from '../../../ui/markdown.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Chosen } from '../../community/contract.ts'
import { asksUrl } from '../asking/urls.ts'
import { words as askWords } from '../asking/words.ts'
import { urls as carryUrls } from '../carrying/urls.ts'
import type { PaceHere, Said, ThreadId } from '../contract.ts'
import { Covered } from '../covering/pages/covered.tsx'
import type { Source } from '../learning/from.ts'
import { urls as nameUrls } from '../mentioning/urls.ts'
import { PaceHere as Pace } from '../pacing/pages/pace-here.tsx'
import type { QuoteTyped } from '../quoting/pages/quote-field.tsx'
import { listOf } from '../said-on.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'
import { ReplyBox } from './reply-box.tsx'
import type { Seats } from './seen-by.tsx'
import type { Setting } from './who-said.tsx'

/** The heading of the page, which is its title too. */
export const speakTitle = (lang: Setting['lang'], answered: Said | undefined): string => {
  const t = words(lang)
  return answered ? t('say.reply', { name: answered.author ?? t('voices.somebody') }) : t('say.title')
}

export const SpeakPage = (
  props: Setting & {
    thread: ThreadId
    personId: number | null
    circles: readonly Chosen[]
    pace?: PaceHere | undefined
    /** Until when nothing is said to others here. */
    waits?: Date | undefined
    seats: Seats
    once: string
    answered?: Said | undefined
    quote?: QuoteTyped | undefined
    from?: Source | undefined
    typed?: Typed | undefined
    errors?: readonly FieldError[]
    /** Names in the words that nobody bears who would hear them. */
    nobody?: readonly string[] | undefined
  },
) => {
  const { lang, slug, answered } = props
  const t = words(lang)
  const mistakes = mistakesIn(lang, props.errors, {
    when: props.waits && momentOf(props.waits, lang, props.zone),
    names: props.nobody && listOf(props.nobody, lang),
  })
  return (
    <Page
      title={speakTitle(lang, answered)}
      measure="narrow"
      eyebrow={
        answered ? (
          <Breadcrumb lang={lang} crumbs={[{ label: t('voice.back'), href: urls.voice({ slug, id: answered.id }) }]} />
        ) : undefined
      }
    >
      <ErrorSummary lang={lang} errors={mistakes} />
      {answered ? (
        <Card calm>
          <Covered lang={lang} note={answered.note} noteIn={answered.language}>
            <Markdown html={answered.html} lang={answered.language} />
          </Covered>
          {props.quote || answered.waits ? null : (
            <p>
              <a href={urls.reply({ slug, id: answered.id }, { quote: 'yes' })}>{t('quote.this')}</a>
            </p>
          )}
        </Card>
      ) : null}
      {props.from ? (
        <Card calm>
          <p>
            {t('learned.from')} <a href={props.from.href}>{props.from.title}</a>
          </p>
        </Card>
      ) : null}
      {props.pace ? <Pace lang={lang} zone={props.zone} now={props.now} pace={props.pace} /> : null}
      <ReplyBox
        {...props}
        waits={props.waits !== undefined}
        asItIs={props.nobody !== undefined || typedText(props.typed, 'asItIs') === 'yes'}
        names={nameUrls.names({ slug, id: props.thread })}
        forMe={carryUrls.give({ slug, id: props.thread }, { voice: answered?.id })}
        action={urls.say({ slug, id: props.thread })}
        label={t('say.text')}
        mistakes={mistakes}
        replyTo={answered?.id}
      />
      {answered ? (
        <p>
          <a href={asksUrl(slug, props.thread, answered.id)}>{askWords(lang)('voice.ask')}</a>
        </p>
      ) : null}
    </Page>
  )
}
