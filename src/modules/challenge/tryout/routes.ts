/** The doors of try-outs: the plan, that it is safe, its start, what changed, what was seen, its end. */
import type { Context } from 'hono'
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { circleOf, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { askNames, wentBack } from '../../safeguarding/public.ts'
import { onceFor, refused, statusOf } from '../door.ts'
import type { Returned } from '../pages/mistake.ts'
import { noForm } from '../schemas.ts'
import { urls } from '../urls.ts'
import { numberIn, type Whole, wholeChallenge } from '../whole.ts'
import { words } from '../words.ts'
import * as actions from './actions.ts'
import { ConcludePage } from './pages/conclude-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { SeenPage } from './pages/seen-page.tsx'
import { TryoutPage } from './pages/tryout-page.tsx'
import { changeForm, concludeForm, planForm, seenForm } from './schemas.ts'
import type { Tryout } from './store.ts'

type Named = {
  readonly whole: Whole
  readonly tryout: Tryout
  readonly where: { slug: string; id: number; tryout: number }
}

const named = async (c: Context<Visit>): Promise<Named | undefined> => {
  const whole = await wholeChallenge(c, numberIn(c.req.param('id')))
  const tryout = whole?.tryouts.find((one) => one.id === numberIn(c.req.param('tryout')))
  if (!whole || !tryout) return undefined
  return { whole, tryout, where: { slug: whole.challenge.slug, id: whole.challenge.id, tryout: tryout.id } }
}

const planPage = async (c: Context<Visit>, fromId: string | undefined, returned: Returned = {}): Promise<Response> => {
  const whole = await wholeChallenge(c, numberIn(c.req.param('id')))
  if (!whole) return notFound(c)
  const { reader, scope } = c.var
  const from = whole.tryouts.find((one) => one.id === numberIn(fromId))
  const props = {
    lang: reader.lang,
    challenge: whole.challenge,
    owners: whole.members,
    me: scope.personId,
    from,
    once: onceFor(c),
  }
  return show(c, {
    title: words(reader.lang)(from ? 'tryout.adapt.title' : 'tryout.propose.title'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(PlanPage, { ...props, ...returned }),
  })
}

const tryoutPage = (c: Context<Visit>, { whole, tryout }: Named, returned: Returned = {}): Response => {
  const { reader, scope } = c.var
  return show(c, {
    title: tryout.title,
    current: 'challenges',
    ...statusOf(returned),
    body: h(TryoutPage, { lang: reader.lang, zone: reader.zone, scope, whole, tryout, once: onceFor(c), ...returned }),
  })
}

const seenPage = (c: Context<Visit>, { tryout, where }: Named, returned: Returned = {}): Response =>
  show(c, {
    title: words(c.var.reader.lang)('seen.tell'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(SeenPage, { lang: c.var.reader.lang, slug: where.slug, tryout, once: onceFor(c), ...returned }),
  })

const concludePage = (c: Context<Visit>, { whole, tryout, where }: Named, returned: Returned = {}): Response => {
  const seen = whole.sightings.filter((one) => one.tryout_id === tryout.id)
  return show(c, {
    title: words(c.var.reader.lang)('conclude.title'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(ConcludePage, { lang: c.var.reader.lang, slug: where.slug, tryout, seen, once: onceFor(c), ...returned }),
  })
}

/** A button on the page of a try-out: acts and comes back to it, or tells why not. */
const press =
  (act: (c: Context<Visit>, on: Named, once: string | undefined) => Promise<Outcome<unknown>>) =>
  async (c: Context<Visit>): Promise<Response> => {
    const found = await named(c)
    if (!found) return notFound(c)
    const form = await readForm(c, noForm)
    const outcome = await act(c, found, form.once)
    return outcome.ok ? seeOther(c, urls.tryout(found.where)) : tryoutPage(c, found, refused(outcome, form.typed))
  }

const onQuestion = ({ slug, id, tryout }: Named['where']): string => `${urls.challenge({ slug, id })}#try-out-${tryout}`

const onCameOfIt = ({ slug, id }: Named['where']): string =>
  `${urls.challenge({ slug, id }, { at: 'came-of-it' })}#came-of-it`

/** Mounts them. */
export const mountTryouts = (table: RouteTable<Visit>): RouteTable<Visit> =>
  table
    .get(urls.propose, members, (c) => planPage(c, c.req.query('from')))
    .post(urls.propose, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const id = numberIn(c.req.param('id'))
      if (id === undefined) return notFound(c)
      const form = await readForm(c, planForm)
      const from = typeof form.typed.from === 'string' ? form.typed.from : undefined
      if (!form.ok) return planPage(c, from, form)
      const outcome = await actions.propose(house, scope, id, { ...form.value, language: reader.lang }, form.once)
      if (!outcome.ok) return planPage(c, from, refused(outcome, form.typed))
      return seeOther(c, onQuestion({ slug: place.slug, id, tryout: outcome.value.id }))
    })
    .get(urls.tryout, members, async (c) => {
      const found = await named(c)
      return found ? tryoutPage(c, found) : notFound(c)
    })
    .post(
      urls.safe,
      members,
      press((c, { where }, once) => actions.agree(c.var.house, c.var.scope, where.id, where.tryout, once)),
    )
    .post(
      urls.start,
      members,
      press((c, { where }, once) =>
        actions.start(c.var.house, c.var.scope, where.id, where.tryout, c.var.reader.zone, once),
      ),
    )
    .post(
      urls.lookBack,
      members,
      press((c, { where }, once) => actions.lookBack(c.var.house, c.var.scope, where.id, where.tryout, once)),
    )
    .post(urls.changes, members, async (c) => {
      const found = await named(c)
      if (!found) return notFound(c)
      const form = await readForm(c, changeForm)
      if (!form.ok) return tryoutPage(c, found, form)
      const { house, scope, reader } = c.var
      const said = { happened: form.value.happened, nowDo: form.value.now, language: reader.lang }
      const outcome = await actions.change(house, scope, found.where.id, found.where.tryout, said, form.once)
      if (!outcome.ok) return tryoutPage(c, found, refused(outcome, form.typed))
      return seeOther(c, `${urls.tryout(found.where)}#changed`)
    })
    .get(urls.sightings, members, async (c) => {
      const found = await named(c)
      return found ? seenPage(c, found) : notFound(c)
    })
    .post(urls.sightings, members, async (c) => {
      const found = await named(c)
      if (!found) return notFound(c)
      const form = await readForm(c, seenForm)
      if (!form.ok) return seenPage(c, found, form)
      if (wentBack(form.typed)) return seenPage(c, found, { typed: form.typed, errors: [] })
      const { house, scope, reader } = c.var
      const { names } = form.value
      const about = { typed: form.typed, fields: ['seen'], circle: circleOf(found.tryout.audience), answer: names }
      const asked = await askNames(c, { ...about, language: reader.lang })
      if (asked) return asked
      const said = { words: form.value.seen, language: reader.lang, names }
      const outcome = await actions.tell(house, scope, found.where.id, found.where.tryout, said, reader.zone, form.once)
      if (!outcome.ok) return seenPage(c, found, refused(outcome, form.typed))
      return seeOther(c, `${urls.tryout(found.where)}#seen`)
    })
    .get(urls.conclude, members, async (c) => {
      const found = await named(c)
      return found ? concludePage(c, found) : notFound(c)
    })
    .post(urls.conclude, members, async (c) => {
      const found = await named(c)
      if (!found) return notFound(c)
      const form = await readForm(c, concludeForm)
      if (!form.ok) return concludePage(c, found, form)
      const { house, scope } = c.var
      const outcome = await actions.conclude(house, scope, found.where.id, found.where.tryout, form.value, form.once)
      if (!outcome.ok) return concludePage(c, found, refused(outcome, form.typed))
      const { slug, id, tryout } = found.where
      return seeOther(
        c,
        form.value.ending === 'adapt'
          ? urls.propose({ slug, id }, { from: tryout })
          : outcome.value.waited
            ? onCameOfIt(found.where)
            : onQuestion(found.where),
      )
    })
    .post(urls.takeBackTryout, members, async (c) => {
      const found = await named(c)
      if (!found) return notFound(c)
      const form = await readForm(c, noForm)
      const { slug, id, tryout } = found.where
      const outcome = await actions.takeBackTryout(c.var.house, c.var.scope, id, tryout, form.once)
      return outcome.ok ? seeOther(c, urls.challenge({ slug, id })) : tryoutPage(c, found, refused(outcome, form.typed))
    })
