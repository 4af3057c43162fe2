/** What next: the one thing to do, the quiet ones beside it, and why. */
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button, ButtonLink, type ButtonLook } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import type { MemberScope } from '../../people/contract.ts'
import { isAsker, mayMove } from '../access.ts'
import type { Challenge } from '../contract.ts'
import type { Next } from '../next.ts'
import { movesFrom } from '../state.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

interface Props {
  readonly lang: Language
  readonly slug: string
  readonly scope: MemberScope
  readonly challenge: Challenge
  readonly next: Next | undefined
  /** Nobody else is in it yet, so its asker may still take it back. */
  readonly alone: boolean
  readonly once: string
}

// The acts of a try-out say themselves on its slip; these want a reason.
const reasons = { choose: true, explore: true, propose: true, answer: true, story: true }

const MoveForm = (props: Props & { move: 'choose' | 'explore' | 'park' | 'reopen'; look: ButtonLook }) => (
  <Form action={urls.move({ slug: props.slug, id: props.challenge.id })} once={`${props.once}-${props.move}`}>
    <Button look={props.look} name="move" value={props.move}>
      {words(props.lang)(`move.${props.move}`)}
    </Button>
  </Form>
)

const Main = (props: Props) => {
  const t = words(props.lang)
  const { next, slug, challenge } = props
  const where = { slug, id: challenge.id }
  if (next === 'choose' || next === 'explore') return <MoveForm {...props} move={next} look="filled" />
  if (next === 'propose') return <ButtonLink href={urls.propose(where)}>{t('move.propose')}</ButtonLink>
  if (next === 'answer') return <ButtonLink href={urls.answer(where)}>{t('move.answer')}</ButtonLink>
  if (next === 'story')
    return (
      <Form action={urls.story(where)} once={`${props.once}-story`}>
        <Button>{t('move.story')}</Button>
      </Form>
    )
  return null
}

export const NextSection = (props: Props) => {
  const t = words(props.lang)
  const { next, slug, challenge, scope } = props
  const where = { slug, id: challenge.id }
  const moves = mayMove(scope, challenge) ? movesFrom(challenge) : []
  const busy = challenge.state !== 'answered' && challenge.state !== 'parked'
  const why = next && next in reasons ? t(`move.${next as keyof typeof reasons}Why`) : undefined
  return (
    <section id="next">
      <h2>{t('next.title')}</h2>
      {why ? <p>{why}</p> : null}
      {!mayMove(scope, challenge) ? <p class="muted">{t('next.wait')}</p> : null}
      <Acts>
        <Main {...props} />
        {busy && next !== 'propose' ? <a href={urls.propose(where)}>{t('move.propose')}</a> : null}
        {moves.includes('answer') && next !== 'answer' ? <a href={urls.answer(where)}>{t('move.answer')}</a> : null}
        <a href={urls.reflections(where)}>{t('move.reflect')}</a>
        {moves.includes('reopen') ? (
          <MoveForm {...props} move="reopen" look={challenge.state === 'parked' ? 'filled' : 'plain'} />
        ) : null}
        {moves.includes('park') ? <MoveForm {...props} move="park" look="plain" /> : null}
        {props.alone && isAsker(scope, challenge) ? (
          <Form action={urls.takeBack(where)} once={`${props.once}-back`}>
            <Button look="plain">{t('takeBack')}</Button>
          </Form>
        ) : null}
      </Acts>
    </section>
  )
}
