/** The meetings of a community's rhythm: when it meets, when it last met, and in calm lines what moved since. */
import { CameOfItLines, type Ending } from '../../challenge/public.ts'
import type { Reader } from '../../people/contract.ts'
import type { Meeting } from '../contract.ts'
import type { Moved, NextStep } from '../running/store/step.ts'
import { words as runningWords } from '../running/words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { MeetingCard } from './meeting-card.tsx'

interface Beat {
  readonly reader: Reader
  readonly slug: string
  readonly next: Meeting | undefined
  readonly last: Meeting | undefined
  readonly moved: readonly Moved[]
  /** Next steps of which somebody told what came of them. */
  readonly told: readonly NextStep[]
  readonly came: readonly Ending[]
}

const WhatMoved = ({ reader, moved, told, came }: Beat) => {
  const t = words(reader.lang)
  const r = runningWords(reader.lang)
  if (moved.length + told.length + came.length === 0) return <p class="muted">{t('beat.nothing')}</p>
  return (
    <>
      {moved.length + told.length > 0 ? (
        <ul class="list lined moved-lately">
          {moved.map((one) => (
            <li key={`moved ${one.id}`}>
              <b lang={one.language} dir="auto">
                {one.subject_words}
              </b>
              <p lang={one.language} dir="auto">
                {one.words}
              </p>
            </li>
          ))}
          {told.map((step) => (
            <li key={`step ${step.id}`}>
              <b lang={step.language} dir="auto">
                {step.words}
              </b>
              <p>
                {step.outcome ? r(`last.${step.outcome}`) : null}
                {step.told ? <span dir="auto">: {step.told}</span> : null}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {came.length > 0 ? <CameOfItLines lang={reader.lang} zone={reader.zone} endings={came} /> : null}
    </>
  )
}

export const BeatPart = (props: Beat) => {
  const { reader, slug, next, last } = props
  const { lang, zone } = reader
  const t = words(lang)
  return (
    <>
      <section class="flow">
        <h2>{t('beat.next')}</h2>
        {next ? (
          <MeetingCard lang={lang} zone={zone} meeting={next} />
        ) : (
          <p>
            {t('list.noneAhead')} <a href={urls.meetings({ slug })}>{t('nav')}</a>
          </p>
        )}
      </section>
      {last ? (
        <section class="flow">
          <h2>{t('beat.last')}</h2>
          <MeetingCard lang={lang} zone={zone} meeting={last} />
        </section>
      ) : null}
      <section class="flow">
        <h2>{t('beat.moved')}</h2>
        <WhatMoved {...props} />
      </section>
    </>
  )
}
