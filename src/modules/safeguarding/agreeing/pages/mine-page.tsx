/** A student's own yes: one question after the other, two large buttons, to be changed on any day. */
import type { Language } from '../../../../platform/words/words.ts'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { type Answers, guardiansAnswers, ownAnswer, type Use, uses, whats } from '../heard.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { YesOrNo } from './answers.tsx'

interface Props {
  readonly lang: Language
  readonly slug: string
  readonly answers: Answers
  readonly saved: boolean
}

const Questions = ({ lang, slug, answers, what }: Props & { what: Use['what'] }) => {
  const t = words(lang)
  return (
    <ul class="yes-and-no large">
      {uses
        .filter((use) => use.what === what)
        .map((use) => {
          const yes = ownAnswer(use, answers)
          const home = guardiansAnswers(use, answers)
          return (
            <YesOrNo
              key={use.circle}
              lang={lang}
              action={urls.mine({ slug })}
              use={use}
              question={t(`mine.asks.${what}`, { circle: use.circle })}
              said={yes === undefined ? undefined : { yes }}
              says={yes === undefined ? '' : t(yes ? 'mine.saidYes' : 'mine.saidNo')}
              further={home.length === 0 ? undefined : t(home.every((one) => one.yes) ? 'home.yes' : 'home.no')}
            />
          )
        })}
    </ul>
  )
}

export const MinePage = (props: Props) => {
  const { lang, answers } = props
  const t = words(lang)
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} measure="narrow">
      {props.saved ? (
        <Notice kind="ok" announce>
          <p>{t('mine.saved')}</p>
        </Notice>
      ) : null}
      {whats.map((what) =>
        what === 'words' ? (
          <Questions key={what} {...props} what={what} />
        ) : (
          <Disclosure
            key={what}
            summary={t(`what.${what}`)}
            open={[...answers.own, ...answers.guardians].some((one) => one.what === what)}
          >
            <Questions {...props} what={what} />
          </Disclosure>
        ),
      )}
      <p class="muted">{t('mine.before')}</p>
    </Page>
  )
}
