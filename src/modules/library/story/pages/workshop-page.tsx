/** The workshop of a story: its words to read, the gate beside them, and each step where it belongs. */
import { isLanguage, type Language } from '../../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Steps } from '../../../../ui/steps.tsx'
import { StoryBody } from '../../pages/story-body.tsx'
import { urls } from '../../urls.ts'
import { words as libraryWords } from '../../words.ts'
import { type Condition, gateOpen } from '../gate.ts'
import { storyTextOf } from '../publishing.ts'
import type { AnswerRow, StoryRow } from '../store.ts'
import { words } from '../words.ts'
import { Circle, type CircleProps } from './circle.tsx'
import { Depicted, type DepictedProps } from './depicted.tsx'
import { GateList } from './gate-list.tsx'
import { People, type PeopleProps } from './people.tsx'
import { After, Publish } from './publish.tsx'

export interface WorkshopProps {
  readonly lang: Language
  readonly zone: string
  readonly place: string
  readonly once: string
  readonly story: StoryRow
  readonly out: boolean
  readonly conditions: readonly Condition[]
  readonly mayWrite: boolean
  readonly tends: boolean
  /** The noes of the last round, while the story is back with its authors. */
  readonly noes: readonly AnswerRow[]
  readonly told?: 'done' | 'publish.done' | 'withdraw.done' | undefined
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  readonly depicted: DepictedProps
  readonly circle: CircleProps
  readonly people: PeopleProps
}

const steps = ['draft', 'consent', 'circle', 'published'] as const

const Told = ({ lang, told, noes }: WorkshopProps) => {
  const t = words(lang)
  return (
    <>
      {told ? (
        <Notice kind="ok" announce>
          {t(told)}
        </Notice>
      ) : null}
      {noes.map((no) => (
        <Notice key={no.person} kind="human" title={t('circle.no.title', { name: no.name })}>
          <p dir="auto">{no.reason}</p>
        </Notice>
      ))}
    </>
  )
}

const Writing = ({ lang, place, once, story, mayWrite }: WorkshopProps) => {
  const t = words(lang)
  const open = story.state === 'draft' || story.state === 'consent' || story.state === 'circle'
  return (
    <div class="acts">
      {mayWrite && open ? (
        <ButtonLink look="quiet" icon="pen" href={urls.edit({ slug: place, id: story.id })}>
          {t('edit')}
        </ButtonLink>
      ) : null}
      <ButtonLink look="plain" href={urls.preview({ slug: place, id: story.id })}>
        {t('preview')}
      </ButtonLink>
      {story.entry_slug && !story.entry_withdrawn ? (
        <ButtonLink look="plain" href={urls.entry({ slug: story.entry_slug })}>
          {t('see')}
        </ButtonLink>
      ) : null}
      {mayWrite && story.state === 'draft' ? (
        <Form id="ready" action={urls.readiness({ slug: place, id: story.id })} once={`${once}-ready`}>
          <Button>{t('ready')}</Button>
        </Form>
      ) : null}
    </div>
  )
}

const Check = ({ lang, place, story, conditions }: WorkshopProps) => {
  const t = words(lang)
  const met = conditions.some((one) => one.name === 'child' && one.met)
  return (
    <section id="check" aria-labelledby="check-title">
      <h2 id="check-title">{t('check')}</h2>
      <p class="muted">{t(met ? 'gate.child.met' : 'gate.child.unchecked')}</p>
      <div class="acts">
        <ButtonLink look={met ? 'plain' : 'quiet'} href={urls.check({ slug: place, id: story.id })}>
          {t(met ? 'check.again' : 'check.open')}
        </ButtonLink>
      </div>
    </section>
  )
}

const Tending = (props: WorkshopProps) => {
  const { lang, place, once, story, tends, conditions } = props
  if (!tends) return null
  const licence = story.entry_licence ?? 'read-and-print'
  const to = story.entry_audience && story.entry_audience !== 'public' ? 'community' : 'public'
  return (
    <>
      {story.state === 'circle' && gateOpen(conditions) ? (
        <Publish
          lang={lang}
          place={place}
          id={story.id}
          once={once}
          licence={licence}
          free={licence === 'cc-by-4.0'}
          to={to}
        />
      ) : null}
      {story.state === 'draft' ? null : <Depicted {...props.depicted} />}
      {story.state === 'consent' || story.state === 'circle' ? <Check {...props} /> : null}
    </>
  )
}

/** Members read it here before anybody else; authors and facilitators tend it. */
export const WorkshopPage = (props: WorkshopProps) => {
  const { lang, zone, place, once, story, conditions, tends, mayWrite } = props
  const t = words(lang)
  const language = isLanguage(story.language) && story.language !== lang ? story.language : undefined
  const moving = story.state === 'draft' || story.state === 'consent' || story.state === 'circle'
  const at = steps.map(String).indexOf(story.state)
  return (
    <Page
      title={story.title}
      titleLang={language}
      eyebrow={
        <p class="eyebrow">
          <a href={urls.library()}>{libraryWords(lang)('library')}</a> · {t('kind')}
        </p>
      }
      lead={
        <p class="lead" lang={language} dir="auto">
          {story.summary}
        </p>
      }
      under={
        <Steps
          lang={lang}
          label={t('steps')}
          steps={steps.map((step) => t(`state.${step}`))}
          current={Math.max(at, 0)}
          finished={story.state === 'published'}
        />
      }
      aside={
        <>
          {moving ? <GateList lang={lang} zone={zone} conditions={conditions} tends={tends} /> : null}
          <People {...props.people} />
          <After
            lang={lang}
            place={place}
            id={story.id}
            once={once}
            out={props.out}
            mayRenew={mayWrite && !moving}
            mayWithdraw={tends}
          />
        </>
      }
    >
      <ErrorSummary lang={lang} errors={props.errors} />
      <Told {...props} />
      {story.state === 'withdrawn' ? <Notice>{t('state.withdrawn')}</Notice> : null}
      <Writing {...props} />
      {conditions.some((one) => one.name === 'ready' && !one.met) && mayWrite ? (
        <p class="hint">{t('ready.hint')}</p>
      ) : null}
      <StoryBody language={story.language} story={storyTextOf(story)} />
      <Tending {...props} />
      {story.state === 'consent' || story.state === 'circle' ? <Circle {...props.circle} /> : null}
    </Page>
  )
}
