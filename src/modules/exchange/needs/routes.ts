/** The doors of what people need and can offer. */
import type { Context } from 'hono'
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import { communityById, members, membersOf } from '../../community/public.ts'
import { pageAsked } from '../../dialogue/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { writesAsStudent } from './access.ts'
import { answerNeed, takeAnswerBack } from './actions/answering.ts'
import { openAnswerForAll, openForAll } from './actions/looking.ts'
import { meet, sayNeed, stand, takeBackNeed } from './actions/saying.ts'
import type { Returned } from './pages/mistakes.ts'
import { NeedPage } from './pages/need-page.tsx'
import { NeedsPage } from './pages/needs-page.tsx'
import { SayPage } from './pages/say-page.tsx'
import { answerForm, metForm, sayForm } from './schemas.ts'
import { answersTo } from './store/answer.ts'
import { waitingHere } from './store/look.ts'
import { mineResting, needById, needsById, openOf } from './store/need.ts'
import { speakingTo } from './store/speaking.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

type Here = Context<Visit>

/** How many needs, and as many offers, stand on a page. */
const PAGE = 20

/** A number of the address; 0, which is nobody's, when it is none. */
const numbered = (c: Here, name: 'id' | 'answer' = 'id'): number => {
  const text = c.req.param(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}
const statusOf = (returned: Returned) => (returned.errors ? { status: 422 as const } : {})

const listPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const page = pageAsked(c.req.query('page'))
  const wanted = { limit: PAGE, offset: (page - 1) * PAGE }
  const [need, offer, resting, waits] = await house.db.read(
    scope,
    openOf(scope, place.id, 'need', wanted),
    openOf(scope, place.id, 'offer', wanted),
    mineResting(scope, place.id),
    waitingHere(scope, place.id),
  )
  // Seldom anything: then it costs a second flight.
  const [waiting] =
    waits.length > 0 && page === 1 ? await house.db.read(scope, needsById(waits.map(({ id }) => id))) : [[]]
  const most = Math.max(need[0]?.total ?? 0, offer[0]?.total ?? 0)
  return show(c, {
    title: words(reader.lang)('nav'),
    current: 'needs',
    ...statusOf(returned),
    body: h(NeedsPage, {
      reader,
      slug: place.slug,
      closed: place.closed === true,
      standing: { need, offer },
      resting: page === 1 ? resting : [],
      waiting,
      looks: scope.reach.includes(`adults:${place.id}`),
      page,
      pages: Math.max(1, Math.ceil(most / PAGE)),
      ...returned,
    }),
  })
}

const sayPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[community], people] = await house.db.read(scope, communityById(scope, place.id), membersOf(scope, place.id))
  return show(c, {
    title: words(reader.lang)('say.title'),
    current: 'needs',
    ...statusOf(returned),
    body: h(SayPage, {
      reader,
      slug: place.slug,
      once: house.secret(18),
      kind: c.req.query('kind') === 'offer' ? 'offer' : 'need',
      looked: writesAsStudent(people, scope.personId),
      seats: community ?? { members: 0, facilitators: 0 },
      ...returned,
    }),
  })
}

const needPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const id = numbered(c)
  const [[need], answers, people] = await house.db.read(
    scope,
    needById(scope, place.id, id),
    answersTo(scope, id),
    membersOf(scope, place.id),
  )
  // Taken back without a trace meanwhile: what was typed is given back on the list.
  if (!need) return returned.errors ? listPage(c, returned) : notFound(c)
  const question = need.state === 'open' ? speakingTo(scope, need) : undefined
  const [speaking] = question ? await house.db.read(scope, question) : [[]]
  return show(c, {
    title: need.words || words(reader.lang)('withdrawn.title'),
    current: 'needs',
    ...statusOf(returned),
    body: h(NeedPage, {
      reader,
      place,
      scope,
      me: scope.personId,
      now: house.clock.now(),
      need,
      answers,
      speaking,
      people,
      once: house.secret(18),
      ...returned,
    }),
  })
}

const back = (c: Here) => seeOther(c, urls.need({ slug: c.var.place.slug, id: numbered(c) }))

/** Every door of needs and offers. */
export const needsRoutes = new RouteTable<Visit>()
  .get(urls.needs, members, (c) => listPage(c))
  .get(urls.say, members, (c) => sayPage(c))
  .post(urls.say, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, sayForm)
    if (!form.ok) return sayPage(c, form)
    const said = await sayNeed(house, scope, place, form.value, form.once)
    if (!said.ok) return sayPage(c, { typed: form.typed, errors: [{ field: said.field ?? '', reason: said.reason }] })
    return seeOther(c, urls.need({ slug: place.slug, id: said.value.id }))
  })
  .get(urls.need, members, (c) => needPage(c))
  .post(urls.answers, members, async (c) => {
    const { house, scope, place, reader } = c.var
    const form = await readForm(c, answerForm)
    if (!form.ok) return needPage(c, form)
    const said = { ...form.value, language: reader.lang }
    const answered = await answerNeed(house, scope, place, numbered(c), said, form.once)
    return answered.ok ? back(c) : needPage(c, { typed: form.typed, errors: [{ field: '', reason: answered.reason }] })
  })
  .post(urls.answer, members, async (c) => {
    await takeAnswerBack(c.var.house, c.var.scope, c.var.place, numbered(c), numbered(c, 'answer'))
    return back(c)
  })
  .post(urls.open, members, async (c) => {
    const opened = await openForAll(c.var.house, c.var.scope, c.var.place, numbered(c))
    return opened.ok ? back(c) : needPage(c, { errors: [{ field: '', reason: opened.reason }] })
  })
  .post(urls.openAnswer, members, async (c) => {
    const { house, scope, place } = c.var
    const opened = await openAnswerForAll(house, scope, place, numbered(c), numbered(c, 'answer'))
    return opened.ok ? back(c) : needPage(c, { errors: [{ field: '', reason: opened.reason }] })
  })
  .post(urls.thanks, members, async (c) => {
    const { house, scope, place, reader } = c.var
    const form = await readForm(c, metForm)
    if (!form.ok) return needPage(c, form)
    const met = await meet(house, scope, place, numbered(c), { ...form.value, language: reader.lang }, form.once)
    if (met.ok) return back(c)
    return needPage(c, { typed: form.typed, errors: [{ field: met.field ?? '', reason: met.reason }] })
  })
  .post(urls.standing, members, async (c) => {
    const stands = await stand(c.var.house, c.var.scope, c.var.place, numbered(c))
    return stands.ok ? back(c) : needPage(c, { errors: [{ field: '', reason: stands.reason }] })
  })
  .post(urls.takingBack, members, async (c) => {
    const { house, scope, place } = c.var
    const taken = await takeBackNeed(house, scope, place, numbered(c))
    if (!taken.ok) return needPage(c, { errors: [{ field: '', reason: taken.reason }] })
    return taken.value.gone ? seeOther(c, urls.needs({ slug: place.slug })) : back(c)
  })
