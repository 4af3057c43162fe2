/** The page on which one tells people what came of their words: who waits, one line for everyone, or another for one. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Face } from '../../../../ui/face.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { List } from '../../../../ui/list.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { fieldOf, mistakesIn } from '../../pages/mistake.ts'
import { PlainText } from '../../pages/plain-text.tsx'
import { urls } from '../../urls.ts'
import { apartField } from '../schemas.ts'
import type { Ending, Waiter } from '../store/ending.ts'
import { words } from '../words.ts'

interface Props {
  readonly lang: Language
  readonly zone: string
  readonly ending: Ending
  readonly waiters: readonly Waiter[]
  readonly once: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const nameOf = (lang: Language, { name, person_id }: Waiter): string =>
  name ?? words(lang)(person_id === null ? 'unnamed' : 'left')

const Who = ({ lang, waiters }: { lang: Language; waiters: readonly Waiter[] }) => (
  <ul class="people near">
    {waiters.map((one) => (
      <li class="person" key={one.id}>
        <Face seed={one.person_id ?? one.id} {...(one.name ? { name: one.name } : {})} />
        <b dir="auto">{nameOf(lang, one)}</b>
      </li>
    ))}
  </ul>
)

const Telling = (props: Props & { waiting: readonly Waiter[] }) => {
  const { lang, ending, waiting } = props
  const t = words(lang)
  const errors = mistakesIn(t, props.errors)
  const where = { slug: ending.slug, id: ending.challenge_id, ending: ending.id }
  const isApart = waiting.some(
    (one) => errors.some(({ field }) => field === apartField(one.id)) || !!props.typed?.[apartField(one.id)],
  )
  return (
    <Form action={urls.word(where)} once={props.once}>
      <TextArea
        {...fieldOf('everyone', props, errors, ending.words ?? '')}
        label={t('everyone')}
        hint={t('everyoneHint')}
        low
        maxlength={400}
      />
      <AudienceNote lang={lang} who={t('heard')} />
      <Disclosure summary={t('apart')} open={isApart}>
        <p class="muted">{t('apartHint')}</p>
        {waiting.map((one) => (
          <TextArea
            key={one.id}
            {...fieldOf(apartField(one.id), props, errors)}
            label={t('for', { name: nameOf(lang, one) })}
            low
            maxlength={400}
          />
        ))}
      </Disclosure>
      <Acts>
        <Button>{t('go')}</Button>
        <a href={urls.challenge({ slug: ending.slug, id: ending.challenge_id })}>{t('later')}</a>
      </Acts>
    </Form>
  )
}

const Told = ({ lang, zone, ending, told }: Props & { told: readonly Waiter[] }) => {
  const t = words(lang)
  return (
    <section id="told">
      <h2>{t('told')}</h2>
      <List lined>
        {told.map((one) => (
          <>
            <b dir="auto">{nameOf(lang, one)}</b>
            <PlainText text={one.words ?? ''} lang={one.language ?? lang} />
            <p class="meta">
              {t('by', { name: one.teller ?? t('left'), day: one.told_at ? dayOf(one.told_at, lang, zone) : '' })}
            </p>
          </>
        ))}
      </List>
      <p>
        <a href={urls.cards({ slug: ending.slug, id: ending.challenge_id, ending: ending.id })}>{t('cards.open')}</a>
      </p>
    </section>
  )
}

export const TellPage = (props: Props) => {
  const { lang, ending, waiters } = props
  const t = words(lang)
  const waiting = waiters.filter((one) => one.told_at === null)
  const told = waiters.filter((one) => one.told_at !== null)
  const kept = typedText(props.typed, 'everyone')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[{ label: t('back'), href: urls.challenge({ slug: ending.slug, id: ending.challenge_id }) }]}
        />
      }
      aside={
        <>
          {waiting.length > 0 ? (
            <section>
              <h2>{t('who')}</h2>
              <Who lang={lang} waiters={waiting} />
            </section>
          ) : null}
          <section>
            <h2>{t('because')}</h2>
            <p lang={ending.title_language} dir="auto">
              <b>{ending.title}</b>
            </p>
            <PlainText text={ending.because} lang={ending.because_language} />
          </section>
        </>
      }
    >
      <ErrorSummary lang={lang} errors={mistakesIn(t, props.errors)} />
      {waiting.length > 0 ? (
        <Telling {...props} waiting={waiting} />
      ) : (
        <>
          <Notice kind="ok" announce>
            <p>{t('all')}</p>
          </Notice>
          {kept ? (
            <Card>
              <PlainText text={kept} lang={lang} />
            </Card>
          ) : null}
        </>
      )}
      {told.length > 0 ? <Told {...props} told={told} /> : null}
    </Page>
  )
}
