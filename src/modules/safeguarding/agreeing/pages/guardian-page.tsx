/** What a guardian's link opens: one child, one yes or no for each use, and what the group hears of that child. */
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { guardiansAnswers, type Use, uses, whats } from '../heard.ts'
import type { Linked } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { YesOrNo } from './answers.tsx'

/** Something a child said that its group hears. */
export interface ChildsWords {
  readonly id: number
  readonly text: string
  readonly language: string
  readonly said_at: Date
}

interface Props {
  readonly lang: Language
  readonly zone: string
  readonly token: string
  readonly linked: Linked
  readonly today: string
  readonly said: readonly ChildsWords[]
  readonly saved: boolean
}

const sayLast = ({ lang, linked, today }: Props, use: Use): string => {
  const t = words(lang)
  const last = guardiansAnswers(use, { guardians: linked.answers }).at(-1)
  if (!last) return ''
  if (!last.yes) return t('said.no')
  if (last.until === null) return t('said.yes')
  const day = dayOf(calendarDay(last.until), lang, 'UTC')
  return t(last.until < today ? 'said.over' : 'said.until', { day })
}

const Questions = (props: Props & { what: Use['what'] }) => {
  const { lang, token, linked, what } = props
  const t = words(lang)
  return (
    <ul class="yes-and-no">
      {uses
        .filter((use) => use.what === what)
        .map((use) => (
          <YesOrNo
            key={use.circle}
            lang={lang}
            action={urls.link({ token })}
            use={use}
            question={t(`ask.${what}`, { student: linked.student, circle: use.circle })}
            said={guardiansAnswers(use, { guardians: linked.answers }).at(-1)}
            says={sayLast(props, use)}
            whole
          />
        ))}
    </ul>
  )
}

export const GuardianPage = (props: Props) => {
  const { lang, zone, token, linked, said } = props
  const t = words(lang)
  const called = { guardian: linked.name, student: linked.student, community: linked.community }
  const answered = (what: Use['what']) => linked.answers.some((one) => one.what === what)
  return (
    <Page title={t('link.title', called)} lead={t('link.lead', called)} measure="narrow">
      {props.saved ? (
        <Notice kind="ok" announce>
          <p>{t('link.saved')}</p>
        </Notice>
      ) : null}
      {whats.map((what) =>
        what === 'words' ? (
          <section key={what} class="flow">
            <h2>{t('what.words')}</h2>
            <Questions {...props} what={what} />
          </section>
        ) : (
          <Disclosure key={what} summary={t(`what.${what}`)} open={answered(what)}>
            <Questions {...props} what={what} />
          </Disclosure>
        ),
      )}
      <p>{t('link.rule', called)}</p>
      <section class="flow" id="said">
        <h2>{t('view.title', called)}</h2>
        {said.length === 0 ? <p>{t('view.none')}</p> : null}
        <ul class="list">
          {said.map((one) => (
            <li key={one.id}>
              <p class="names-marked" lang={one.language} dir="auto">
                {one.text}
              </p>
              <p class="meta">{dayOf(one.said_at, lang, zone)}</p>
            </li>
          ))}
        </ul>
        <p class="muted">{t('view.left', called)}</p>
        <p>
          <ButtonLink look="quiet" href={urls.copy({ token })}>
            {t('copy.take')}
          </ButtonLink>
        </p>
      </section>
    </Page>
  )
}

/** Whatever is wrong with a link, it is one page. */
export const ClosedPage = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return <Page title={t('link.closedTitle')} lead={t('link.closed')} measure="narrow" />
}
