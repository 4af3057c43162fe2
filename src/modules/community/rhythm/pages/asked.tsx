/** What the group is asked now: the proposal, what people say, one's own answer, and its end. */
import { typedText } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { Voice } from '../../../../ui/voice.tsx'
import { askedUntil, mayAnswer, mayConclude } from '../confirming.ts'
import type { Proposal } from '../store.ts'
import { rhythmUrls as urls } from '../urls.ts'
import { words } from '../words.ts'
import { Farewell } from './farewell.tsx'
import type { RhythmProps } from './rhythm.tsx'

type AskedProps = RhythmProps & { readonly proposal: Proposal }

const Answering = (props: AskedProps) => {
  const { place, proposal } = props
  const t = words(props.reader.lang)
  const mine = props.answers.find((one) => one.person_id === props.me)
  const typed = typedText(props.typed, 'words')
  const long = props.errors?.find((one) => one.field === 'words')
  return (
    <Form action={urls.answers({ slug: place.slug, proposal: proposal.id })}>
      <TextArea
        name="words"
        low
        note={t('optional')}
        lang={mine?.language}
        label={t('answer.words')}
        value={typed || (mine?.words ?? '')}
        error={long ? t.maybe(long.reason) : undefined}
      />
      <Acts>
        <Button look="quiet" name="answer" value="yes">
          {t('answer.yes')}
        </Button>
        <Button look="quiet" name="answer" value="not-yet">
          {t('answer.not-yet')}
        </Button>
      </Acts>
    </Form>
  )
}

const Ending = (props: AskedProps) => {
  const { reader, place, proposal, answers } = props
  const t = words(reader.lang)
  const yes = answers.filter((one) => one.yes).length
  const members = props.people.filter(({ role }) => role === 'facilitator' || role === 'member').length
  const asking = { stage: proposal.stage, yes, notYet: answers.length - yes, members }
  const day = dayOf(askedUntil(proposal.asked_at), reader.lang, reader.zone)
  const at = { slug: place.slug, proposal: proposal.id }
  return (
    <>
      {mayConclude(asking, proposal.asked_at, props.now) ? (
        <Form action={urls.conclusion(at)}>
          <p class="muted">{t('conclude.hint')}</p>
          <Button>{t('conclude.go')}</Button>
        </Form>
      ) : (
        <p class="muted">{t('conclude.when', { day })}</p>
      )}
      <Form action={urls.takingBack(at)}>
        <Button look="plain">{t('takeBack')}</Button>
      </Form>
    </>
  )
}

export const AskedOfTheGroup = (props: AskedProps) => {
  const { reader, proposal, answers } = props
  const t = words(reader.lang)
  const closing = proposal.stage === 'closed'
  const role = props.people.find((one) => one.person_id === props.me)?.role
  const answering = (role === 'facilitator' || role === 'member') && mayAnswer(proposal.asked_at, props.now)
  const until = dayOf(askedUntil(proposal.asked_at), reader.lang, reader.zone)
  return (
    <section class="flow" id="asked">
      <h2>{closing ? t('ask.close') : t('ask.stage', { stage: t(`stage.${proposal.stage}`) })}</h2>
      <p class="muted">{t('ask.by', { who: proposal.author ?? t('somebody') })}</p>
      <blockquote lang={proposal.language} dir="auto">
        {proposal.why}
      </blockquote>
      {closing ? <Farewell lang={reader.lang} said={proposal} /> : null}
      <p class="muted">
        {t(closing ? 'ask.ruleClose' : 'ask.rule')} {answering ? t('ask.until', { day: until }) : null}
      </p>
      {answering ? <Answering {...props} /> : null}
      {answers.length > 0 ? <h3>{t('answer.all')}</h3> : null}
      {answers.map((one) => (
        <Voice
          key={one.person_id}
          level={4}
          name={one.name}
          seed={one.person_id}
          meta={t(one.yes ? 'answer.yes' : 'answer.not-yet')}
          lang={one.language}
          body={one.words}
        />
      ))}
      {props.tends ? <Ending {...props} /> : null}
    </section>
  )
}
