/** One sheet of paper: what is asked, lines to write on, whose words they are, and how they get in afterwards. */
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { PrintButton } from '../../../../ui/copy-button.tsx'
import { Page } from '../../../../ui/page.tsx'
import { scribeWords } from '../../../dialogue/public.ts'
import type { Place, Reader } from '../../../people/contract.ts'
import type { Meeting } from '../../contract.ts'
import { words as runningWords } from '../../running/words.ts'
import { urls } from '../../urls.ts'
import { linesOf, type SheetName, tryoutParts } from '../sheets.ts'
import { words } from '../words.ts'

interface Shown {
  readonly reader: Reader
  readonly place: Place
  /** The meeting that the sheet is taken to, when one is planned. */
  readonly meeting?: Pick<Meeting, 'day' | 'question' | 'language'> | undefined
}

const Lines = ({ count }: { count: number }) => (
  <div class="paper-lines" aria-hidden="true">
    {Array.from({ length: count }, (_, at) => (
      <span key={at} />
    ))}
  </div>
)

const Part = ({ title, lang, lines }: { title: string; lang?: string | undefined; lines: number }) => (
  <section class="paper-part">
    <h2 lang={lang} dir="auto">
      {title}
    </h2>
    <Lines count={lines} />
  </section>
)

const Blank = ({ label, value }: { label: string; value?: string | undefined }) => (
  <p class="paper-blank">
    <span>{label}</span>
    <b>{value}</b>
  </p>
)

const Round = ({ reader, meeting }: Shown) =>
  meeting?.question ? (
    <Part title={meeting.question} lang={meeting.language} lines={14} />
  ) : (
    <>
      <Part title={words(reader.lang)('question')} lines={2} />
      <section class="paper-part">
        <Lines count={12} />
      </section>
    </>
  )

const Check = ({ reader }: Shown) => {
  const t = runningWords(reader.lang)
  return (
    <>
      <Part title={t('check-in.ask')} lines={6} />
      <Part title={t('check-out.ask')} lines={6} />
    </>
  )
}

const TryOut = ({ reader }: Shown) =>
  tryoutParts.map((part) => <Part key={part} title={words(reader.lang)(`part.${part}`)} lines={linesOf[part]} />)

const bodies = { round: Round, check: Check, 'try-out': TryOut }

const Foot = ({ lang, place, sheet }: { lang: Language; place: Place; sheet: SheetName }) => {
  const t = words(lang)
  const meets = runningWords(lang)
  return (
    <div class="paper-foot">
      <p class="paper-pass">
        <span class="paper-box" aria-hidden="true" />
        {t('pass')}
      </p>
      <p>
        {t('heard')} <b dir="auto">{meets('seen', { community: place.name })}</b>. {t('takeBack')}
      </p>
      <p class="muted">
        {t('enter')} {sheet === 'try-out' ? t('enter.tryout') : t('enter.meeting', { who: meets('turn.who') })}
        {sheet === 'round' ? ` ${t('enter.conversation', { link: scribeWords(lang)('write.link') })}` : null}
      </p>
    </div>
  )
}

export const SheetPage = (props: Shown & { sheet: SheetName }) => {
  const { reader, place, meeting, sheet } = props
  const { lang } = reader
  const t = words(lang)
  const Body = bodies[sheet]
  const day = meeting && sheet !== 'try-out' ? dayOf(calendarDay(meeting.day), lang, 'UTC') : undefined
  return (
    <Page title={t(sheet)} eyebrow={place.name} measure="narrow">
      <div class="acts no-print">
        <PrintButton lang={lang} />
        <a href={urls.paper({ slug: place.slug })}>{t('back')}</a>
      </div>
      <article class="paper">
        <div class="paper-head">
          <Blank label={t('saidBy')} />
          <Blank label={t('writtenBy')} />
          <Blank label={t('date')} value={day} />
        </div>
        <Body {...props} />
        <Foot lang={lang} place={place} sheet={sheet} />
      </article>
    </Page>
  )
}
