/** What was answered to a need, and the form for answering: one press, and a short sentence for those who wish. */
import { typedText } from '../../../../platform/http/form.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Form, mistakeOf } from '../../../../ui/form.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { Voice, Voices } from '../../../../ui/voice.tsx'
import { writesAsStudent } from '../access.ts'
import type { NeedAnswer } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Look } from './look.tsx'
import { mistakesIn } from './mistakes.ts'
import type { Seen } from './seen.ts'
import { WhenSaid } from './when-said.tsx'

const Answer = ({ seen, answer }: { seen: Seen; answer: NeedAnswer }) => {
  const { lang, zone } = seen.reader
  const t = words(lang)
  const { slug, id, kind } = seen.need
  return (
    <Voice
      id={`answer-${answer.id}`}
      name={answer.author}
      seed={answer.author_id}
      meta={<WhenSaid lang={lang} zone={zone} at={answer.at} />}
      {...(answer.words ? { lang: answer.language } : {})}
      body={<p>{answer.words || t(`answer.only.${kind}`)}</p>}
      after={
        answer.waits ? (
          <Look
            lang={lang}
            scope={seen.scope}
            said={{ ...answer, community_id: seen.need.community_id }}
            action={urls.openAnswer({ slug, id, answer: answer.id })}
          />
        ) : undefined
      }
      acts={
        answer.author_id === seen.me ? (
          <Form action={urls.answer({ slug, id, answer: answer.id })}>
            <Button look="plain">{t('answer.takeBack')}</Button>
          </Form>
        ) : undefined
      }
    />
  )
}

/** The answers, in the order they came. */
export const Answers = (seen: Seen) => {
  const t = words(seen.reader.lang)
  const mine = seen.need.author_id === seen.me
  if (seen.answers.length === 0 && !(mine && seen.need.state === 'open' && !seen.need.waits)) return null
  return (
    <section class="flow">
      <h2>{t('answers.title')}</h2>
      {seen.answers.length === 0 ? <p class="muted">{t('answers.none')}</p> : null}
      {seen.answers.length > 0 ? (
        <Voices>
          {seen.answers.map((answer) => (
            <Answer key={answer.id} seen={seen} answer={answer} />
          ))}
        </Voices>
      ) : null}
    </section>
  )
}

/** Whether the reader is offered to answer. */
export const canAnswer = ({ need, me, place }: Seen): boolean =>
  need.state === 'open' &&
  !need.waits &&
  place.closed !== true &&
  need.author_id !== me &&
  !need.answered.some((one) => one.person_id === me)

/** The form for answering. */
export const AnswerForm = (seen: Seen) => {
  const { lang } = seen.reader
  const t = words(lang)
  const { slug, id, kind, audience } = seen.need
  const error = mistakeOf(mistakesIn(lang, seen), 'words')
  return (
    <section class="flow">
      <h2>{t(`answer.title.${kind}`)}</h2>
      <Form action={urls.answers({ slug, id })} once={seen.once}>
        <TextField
          name="words"
          label={t('answer.words')}
          hint={t(`answer.hint.${kind}`)}
          note={t('optional')}
          value={typedText(seen.typed, 'words')}
          {...(error ? { error } : {})}
        />
        {writesAsStudent(seen.people, seen.me) ? <p class="meta">{t('look.before')}</p> : null}
        <AudienceNote lang={lang} who={t(audience.startsWith('community:') ? 'seen.community' : 'seen.facilitators')} />
        <Acts>
          <Button>{t(`answer.go.${kind}`)}</Button>
        </Acts>
      </Form>
    </section>
  )
}
