/** The door behind the link of a round's letter: no session, no cookie, one's own turn in one round, and nothing else. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed, typedOf, typedText } from '../../../platform/http/form.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Visit } from '../../people/contract.ts'
import { anyone, recipientOf } from '../../people/public.ts'
import { hashOf, isToken } from '../asking/link.ts'
import { closed, forBearer, type Link, oftenTried, otherPerson, shown, tokenIn } from '../asking/link-door.ts'
import { GO_ON } from '../asking/urls.ts'
import { reasonSaid as asksReason } from '../asking/words.ts'
import { takeTurn } from './actions.ts'
import { mistake } from './door.ts'
import { ByLinkPage, SentByLinkPage } from './pages/by-link.tsx'
import { standingOf } from './pages/round-now.tsx'
import { isOver, type Round } from './round.ts'
import { turnForm } from './schemas.ts'
import { linkHolder, roundById, turnsIn } from './store.ts'
import { hadTurn } from './turns.ts'
import { urls } from './urls.ts'
import { reasonSaid } from './words.ts'

/** Whose token it is, with that person's own scope: minted for this one round, and used for nothing else. */
const bearer = async (c: Link) => {
  const { house } = c.var
  const token = tokenIn(c)
  if (!isToken(token)) return undefined
  const [[held]] = await house.db.read({ personId: null }, linkHolder(hashOf(token), house.clock.now()))
  const recipient = held && (await house.db.asSystem('sign-in', (tx) => recipientOf(tx, held.person_id)))
  return held && recipient ? { id: held.round_id, person: held.person_id, ...recipient } : undefined
}
type Bearer = NonNullable<Awaited<ReturnType<typeof bearer>>>

const roundOf = async (c: Link, { scope, id }: Bearer) => {
  const [[round], turns] = await c.var.house.db.read(scope, roundById(scope, id), turnsIn(scope, id))
  return round && { round, turns }
}

/** What one said stays out of sight of whoever else gets the letter: after one's turn the link shows nothing. */
const isMineStill = (round: Round, now: Date): boolean => !isOver(round, now) && !hadTurn(round.took)

type Again = { readonly typed?: Typed; readonly errors?: readonly FieldError[] }

const turnPage = async (c: Link, who: Bearer, again: Again = {}): Promise<Response> => {
  const found = await roundOf(c, who)
  const now = c.var.house.clock.now()
  const text = typedText(again.typed, 'text')
  if (!found || !isMineStill(found.round, now)) return closed(c, text)
  const lang = forBearer(c, who)
  return shown(c, {
    title: found.round.question,
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(ByLinkPage, {
      lang,
      zone: c.var.reader.zone,
      slug: found.round.slug,
      now,
      scope: who.scope,
      name: who.scope.name,
      action: urls.link({ token: tokenIn(c) }),
      once: c.var.house.secret(18),
      ...found,
      ...again,
    }),
  })
}

const turnByLink = async (c: Link): Promise<Response> => {
  const typed = await typedOf(c)
  const text = typedText(typed, 'text')
  const { reader, house } = c.var
  if (await oftenTried(c)) return closed(c, text, asksReason(reader.lang, 'link.often'), 429)
  const who = await bearer(c)
  if (!who) return closed(c, text)
  const form = await readForm(c, turnForm)
  if (!form.ok) return turnPage(c, who, form)
  const { nameless, names: _, ...turn } = form.value
  const taken = await takeTurn(house, who.scope, who.id, { ...turn, nameless: nameless === 'yes' }, form.once)
  if (!taken.ok && (taken.field !== undefined || taken.reason === 'turn.notNext'))
    return turnPage(c, who, { typed, errors: mistake(taken) })
  if (!taken.ok) return closed(c, text, reasonSaid(reader.lang, taken.reason))
  const found = await roundOf(c, who)
  if (!found) return closed(c, text)
  const lang = forBearer(c, who)
  const now = { ...found, lang, zone: reader.zone, slug: found.round.slug, now: house.clock.now(), scope: who.scope }
  return shown(c, {
    title: found.round.question,
    body: h(SentByLinkPage, { lang, round: found.round, says: standingOf(lang, { ...now, heard: [], said: [] }) }),
  })
}

/** Mounts it. Opening a link never uses it up: scanners of mail open links, too. */
export const mountRoundLinks = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.link, anyone, async (c) => {
      const who = await bearer(c)
      const often = asksReason(c.var.reader.lang, 'link.often')
      if (!who) return (await oftenTried(c)) ? closed(c, '', often, 429) : closed(c)
      const other = otherPerson(c, who.person, urls.link({ token: tokenIn(c) }, { [GO_ON]: 'yes' }))
      return other ?? turnPage(c, who)
    })
    .post(urls.link, anyone, turnByLink, 'before')
}
