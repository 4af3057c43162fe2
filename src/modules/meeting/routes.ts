/** The doors of meetings as they are planned: the list, one meeting, planning, moving, cancelling, coming. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../platform/http/form.ts'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import type { Refusal } from '../../platform/outcome.ts'
import { dayIn } from '../../platform/words/dates.ts'
import { openMatters, runningTryouts } from '../challenge/public.ts'
import { facilitates, members, membersOf } from '../community/public.ts'
import { pageAsked } from '../dialogue/public.ts'
import type { Visit } from '../people/contract.ts'
import { notFound, show } from '../people/public.ts'
import { mayChange } from './access.ts'
import * as actions from './actions.ts'
import { MeetingPage } from './pages/meeting-page.tsx'
import { MeetingsPage } from './pages/meetings-page.tsx'
import type { Returned } from './pages/mistakes.ts'
import { CancelPage, ChangePage, PlanPage } from './pages/plan-page.tsx'
import { stepsBefore } from './running/store/step.ts'
import { numberIn } from './running/together.ts'
import { cancelForm, comingForm, planForm } from './schemas.ts'
import * as store from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** How many meetings of the past stand on a page. */
const PAGE = 20
/** Enough of what is open to choose from; the rest stand on the page of questions. */
const OPEN = 8

const statusOf = (returned: Returned) => (returned.errors ? { status: 422 as const } : {})
const refused = (refusal: Refusal, typed: Typed): Returned => ({
  typed,
  errors: [{ field: refusal.field ?? '', reason: refusal.reason } satisfies FieldError],
})
const todayIn = ({ var: { house, settings } }: Context<Visit>): string => dayIn(house.clock.now(), settings.timeZone)
const onceFor = (c: Context<Visit>): string => c.var.house.secret(18)

const meetingPage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const id = numberIn(c)
  const [[meeting], coming, people, tryouts, matters, steps] = await house.db.read(
    scope,
    store.meetingById(scope, place.id, id),
    store.comingTo(scope, id),
    membersOf(scope, place.id),
    runningTryouts(scope, [place.id]),
    openMatters(scope, place.id, OPEN),
    stepsBefore(scope, { id, community_id: place.id, began_at: null }),
  )
  if (!meeting) return notFound(c)
  return show(c, {
    title: meeting.question || words(reader.lang)(meeting.kind === 'first' ? 'first' : 'usual'),
    current: 'meetings',
    ...statusOf(returned),
    body: h(MeetingPage, {
      reader,
      me: scope.personId,
      today: todayIn(c),
      meeting,
      coming,
      people,
      tryouts,
      matters,
      steps,
      mayChange: mayChange(scope, meeting),
      mayNote: facilitates(scope, place.id),
      once: onceFor(c),
      ...returned,
    }),
  })
}

const planPage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [matters] = await house.db.read(scope, openMatters(scope, place.id))
  return show(c, {
    title: words(reader.lang)('plan.title'),
    current: 'meetings',
    ...statusOf(returned),
    body: h(PlanPage, { reader, slug: place.slug, once: onceFor(c), matters, ...returned }),
  })
}

/** The form of a plan that may be changed; otherwise the meeting itself, which says how it stands. */
const changePage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const id = numberIn(c)
  const [[before], [sign], matters] = await house.db.read(
    scope,
    store.meetingById(scope, place.id, id),
    store.signOfPlan(scope, id),
    openMatters(scope, place.id),
  )
  if (!before || !mayChange(scope, before)) return notFound(c)
  if (before.state !== 'planned' || before.kind === 'first')
    return returned.errors ? meetingPage(c, returned) : seeOther(c, urls.meeting({ slug: place.slug, id }))
  return show(c, {
    title: words(reader.lang)('change.title'),
    current: 'meetings',
    ...statusOf(returned),
    body: h(ChangePage, {
      reader,
      slug: place.slug,
      once: onceFor(c),
      matters,
      before,
      sign: sign?.sign ?? '',
      ...returned,
    }),
  })
}

const cancelPage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const id = numberIn(c)
  const [[meeting]] = await house.db.read(scope, store.meetingById(scope, place.id, id))
  if (!meeting || !mayChange(scope, meeting)) return notFound(c)
  if (meeting.state !== 'planned' || meeting.kind === 'first')
    return returned.errors ? meetingPage(c, returned) : seeOther(c, urls.meeting({ slug: place.slug, id }))
  return show(c, {
    title: words(reader.lang)('cancel.title'),
    current: 'meetings',
    ...statusOf(returned),
    body: h(CancelPage, { reader, once: onceFor(c), meeting, ...returned }),
  })
}

/** Every door of planning. */
export const routes = new RouteTable<Visit>()
  .get(urls.meetings, members, async (c) => {
    const { house, scope, place, reader } = c.var
    const today = todayIn(c)
    const page = pageAsked(c.req.query('page'))
    const read = (at: number) =>
      house.db.read(
        scope,
        store.meetingsAhead(scope, place.id, today),
        store.meetingsOf(scope, place.id, { today, limit: PAGE, offset: (at - 1) * PAGE }),
      )
    const [ahead, before] = await read(page)
    const pages = Math.max(1, Math.ceil((before[0]?.total ?? 0) / PAGE))
    return show(c, {
      title: words(reader.lang)('nav'),
      current: 'meetings',
      body: h(MeetingsPage, { reader, slug: place.slug, ahead: page === 1 ? ahead : [], before, page, pages }),
    })
  })
  .get(urls.plan, members, (c) => planPage(c))
  .post(urls.plan, members, async (c) => {
    const { house, scope, place, reader, settings } = c.var
    const form = await readForm(c, planForm)
    if (!form.ok) return planPage(c, form)
    const { seen: _, ...plan } = form.value
    const input = { ...plan, zone: settings.timeZone, language: reader.lang }
    const outcome = await actions.plan(house, scope, place, input, form.once)
    if (!outcome.ok) return planPage(c, refused(outcome, form.typed))
    return seeOther(c, urls.meeting({ slug: place.slug, id: outcome.value.id }))
  })
  .get(urls.meeting, members, (c) => meetingPage(c))
  .get(urls.change, members, (c) => changePage(c))
  .post(urls.change, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, planForm)
    if (!form.ok) return changePage(c, form)
    const id = numberIn(c)
    const outcome = await actions.changePlan(house, scope, place, id, form.value, form.once)
    if (!outcome.ok) return changePage(c, refused(outcome, form.typed))
    return seeOther(c, urls.meeting({ slug: place.slug, id }))
  })
  .get(urls.cancel, members, (c) => cancelPage(c))
  .post(urls.cancel, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, cancelForm)
    if (!form.ok) return cancelPage(c, form)
    const id = numberIn(c)
    const outcome = await actions.cancel(house, scope, place, id, form.value.why, form.once)
    if (!outcome.ok) return cancelPage(c, refused(outcome, form.typed))
    return seeOther(c, urls.meeting({ slug: place.slug, id }))
  })
  .post(urls.coming, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, comingForm)
    if (!form.ok) return meetingPage(c, form)
    const id = numberIn(c)
    const { answer, person = scope.personId ?? 0 } = form.value
    const outcome = await actions.answerComing(house, scope, place, id, { person, answer }, form.once)
    if (!outcome.ok) return meetingPage(c, refused(outcome, form.typed))
    return seeOther(c, urls.meeting({ slug: place.slug, id }))
  })
