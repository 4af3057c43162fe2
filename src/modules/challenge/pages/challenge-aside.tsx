/** Beside a question: who is in it, who is missing, who hears it, where it may go. */
import type { Language } from '../../../platform/words/words.ts'
import { Faces } from '../../../ui/face.tsx'
import { circleOf } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isAsker } from '../access.ts'
import { notHeardYet, together } from '../perspective.ts'
import { urls } from '../urls.ts'
import type { Whole } from '../whole.ts'
import { words } from '../words.ts'

/** The stories made from it, as links. */
export interface StoryLink {
  readonly title: string
  readonly language: string
  readonly href: string
}

export const ChallengeAside = (props: {
  lang: Language
  place: string
  scope: MemberScope
  whole: Whole
  stories: readonly StoryLink[]
}) => {
  const t = words(props.lang)
  const { challenge, people, members } = props.whole
  const { slug, id } = challenge
  const missing = notHeardYet(
    members,
    people.map((one) => one.person_id),
  )
  const circle = circleOf(challenge.audience)
  const heard =
    circle === 'me'
      ? t('heard.me')
      : circle === 'facilitators'
        ? t('heard.facilitators')
        : t('heard.community', { name: props.place })
  const named = people.flatMap(({ person_id, name }) => (name ? [{ name, seed: person_id }] : []))
  return (
    <>
      <section>
        <h2>{t('who.title')}</h2>
        {named.length > 0 ? <Faces people={named} /> : null}
        <p>{t('who.asked', { name: challenge.asker ?? t('leftPerson') })}</p>
        {challenge.help.length > 0 ? (
          <p>
            {t('help.hoped', {
              name: challenge.asker ?? t('leftPerson'),
              helps: together(
                challenge.help.map((help) => t(`help.${help}`)),
                props.lang,
              ),
            })}
          </p>
        ) : null}
        {circle !== 'me' && missing.length > 0 ? (
          <p class="muted">
            {t('who.missing', {
              perspectives: together(
                missing.map((one) => t(`perspective.${one}`)),
                props.lang,
              ),
            })}
          </p>
        ) : null}
      </section>
      <section>
        <h2>{t('heard.title')}</h2>
        <p>{heard}</p>
        {isAsker(props.scope, challenge) ? (
          <p>
            <a href={urls.reword({ slug, id })}>{t('wording.change')}</a>
          </p>
        ) : null}
      </section>
      <section>
        <h2>{props.stories.length > 0 ? t('story.from') : t('where.title')}</h2>
        {props.stories.length > 0 ? (
          <ul>
            {props.stories.map((story) => (
              <li key={story.href}>
                <a href={story.href} lang={story.language} dir="auto">
                  {story.title}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('where.text')}</p>
        )}
      </section>
    </>
  )
}
