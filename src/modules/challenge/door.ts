/** What every door of a question does alike: find it, show its page, tell a refusal in place. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { FieldError, Typed } from '../../platform/http/form.ts'
import type { Refusal } from '../../platform/outcome.ts'
import { noteVisit } from '../dialogue/public.ts'
import type { Visit } from '../people/contract.ts'
import { notFound, show } from '../people/public.ts'
import type { Challenge } from './contract.ts'
import { ChallengePage } from './pages/challenge-page.tsx'
import type { Returned } from './pages/mistake.ts'
import { challengeById } from './store/challenge.ts'
import { numberIn, wholeChallenge } from './whole.ts'

/** The question that an address names, when it is for the asking person and in this place. */
export const namedChallenge = async (c: Context<Visit>): Promise<Challenge | undefined> => {
  const id = numberIn(c.req.param('id'))
  if (id === undefined) return undefined
  const { house, scope, place } = c.var
  const [found] = await house.db.read(scope, challengeById(scope, id))
  return found[0]?.community_id === place.id ? found[0] : undefined
}

/** A fresh token for the forms of a page. */
export const onceFor = (c: Context<Visit>): string => c.var.house.secret(18)

/** 422 when a page comes back with mistakes. */
export const statusOf = (returned: Returned) => (returned.errors ? { status: 422 as const } : {})

/** A refusal as the mistake of a form, with what was typed. */
export const refused = (refusal: Refusal, typed: Typed): Required<Returned> => ({
  typed,
  errors: [{ field: refusal.field ?? '', reason: refusal.reason } satisfies FieldError],
})

/** The page of a question, plain or with the mistakes of one of its forms. */
export const challengePage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const whole = await wholeChallenge(c, numberIn(c.req.param('id')))
  if (!whole) return notFound(c)
  const { house, reader, scope, place, addressBook } = c.var
  await noteVisit(house, scope, whole.thread)
  const said = whole.unknowns.flatMap(({ evidence_contribution: id }) => (id ? [{ kind: 'contribution', id }] : []))
  const described = await addressBook.lookUp(scope, said)
  return show(c, {
    title: whole.challenge.question,
    current: 'challenges',
    ...statusOf(returned),
    body: h(ChallengePage, {
      lang: reader.lang,
      zone: reader.zone,
      place: place.name,
      scope,
      whole,
      stories: whole.stories,
      said: new Map(
        said.flatMap(({ id }) => {
          const found = described.get(`contribution ${id}`)
          return found ? [[id, found.href] as const] : []
        }),
      ),
      once: onceFor(c),
      ...returned,
    }),
  })
}
