/** A data-protection impact assessment (Art. 35), filled in as far as the software and its settings can know; the rest is left to write. */
import { dayOf } from '../../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Definitions } from '../../../../ui/definition.tsx'
import { Page } from '../../../../ui/page.tsx'
import { urls } from '../../urls.ts'
import { criteria, risks } from '../assessment/risks.ts'
import { words } from '../assessment/words.ts'
import { purposes } from '../purposes.ts'
import { words as recordWords } from '../words.ts'
import { basisOf, howLong, type Told, WhoAnswers } from './told.tsx'

/** An empty place to be written on, on paper. */
const ToWrite = ({ label }: { label: string }) => (
  <p class="to-write">
    <span>{label}</span>
  </p>
)

export const AssessmentPage = (props: Told & { people: number; hooks: readonly string[]; now: Date }) => {
  const { lang, zone, siteName, controller, now } = props
  const t = words(lang)
  const r = recordWords(lang)
  return (
    <Page
      title={t('title')}
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: r('record.title'), href: urls.processing() }]} />}
      lead={t('lead', { site: siteName, when: dayOf(now, lang, zone) })}
    >
      <section class="flow">
        <h2>{t('why.title')}</h2>
        <p>{t('why.text')}</p>
        <ul>
          {criteria.map((one) => (
            <li key={one}>{t(`criterion.${one}`)}</li>
          ))}
        </ul>
      </section>
      <section class="flow">
        <h2>{t('what.title')}</h2>
        <p>{t('what.text', { people: props.people })}</p>
        <WhoAnswers lang={lang} controller={controller} />
        <p>{props.hooks.length > 0 ? t('what.hooks', { hosts: props.hooks.join(', ') }) : t('what.noHooks')}</p>
        <p>{t(props.mailServer ? 'what.mail' : 'what.noMail')}</p>
        {purposes.map((purpose) => (
          <article key={purpose} class="card">
            <h3>{r(`purpose.${purpose}`)}</h3>
            <Definitions
              items={[
                { term: r('record.whose'), text: r(`whose.${purpose}`) },
                { term: r('record.which'), text: r(`which.${purpose}`) },
                { term: r('record.long'), text: howLong(props, purpose) },
                { term: r('record.basis'), text: basisOf(props, purpose) },
              ]}
            />
          </article>
        ))}
      </section>
      <section class="flow">
        <h2>{t('need.title')}</h2>
        <p>{t('need.text')}</p>
        <ToWrite label={t('need.yours')} />
      </section>
      <section class="flow">
        <h2>{t('asked.title')}</h2>
        <p>{t('asked.text')}</p>
        <ToWrite label={t('asked.yours')} />
      </section>
      <section class="flow">
        <h2>{t('risks.title')}</h2>
        <p>{t('risks.text')}</p>
        {risks.map((risk) => (
          <article key={risk} class="card flow">
            <h3>{t(`risk.${risk}`)}</h3>
            <p>{t(`done.${risk}`)}</p>
            <ToWrite label={t('risks.left')} />
          </article>
        ))}
      </section>
      <section class="flow">
        <h2>{t('sign.title')}</h2>
        <p>{t('sign.text')}</p>
        {(['advice', 'decision', 'again'] as const).map((one) => (
          <ToWrite key={one} label={t(`sign.${one}`)} />
        ))}
      </section>
    </Page>
  )
}
