/** The doors of a meeting on its way: the one screen, its forms, the minutes. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { z } from 'zod'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { addLine, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { urls } from '../urls.ts'
import * as deciding from './actions/deciding.ts'
import * as going from './actions/going.ts'
import * as speaking from './actions/speaking.ts'
import { MinutesPage } from './pages/minutes.tsx'
import { TogetherPage } from './pages/together-page.tsx'
import * as schemas from './schemas.ts'
import { stationAt } from './station.ts'
import { numberIn, togetherHere } from './together.ts'
import { words } from './words.ts'

interface Returned {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
  readonly mending?: number
}

/** The one screen, plain or with the mistakes of one of its forms. */
const togetherPage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const together = await togetherHere(c)
  if (!together) return notFound(c)
  const { on } = together
  const where = { slug: on.slug, id: on.id }
  // Whatever is over is read, and what was typed too late is given back there.
  if (!returned.errors && on.state === 'published') return seeOther(c, urls.minutes(where))
  if (!returned.errors && on.state === 'cancelled') return seeOther(c, urls.meeting(where))
  const t = words(c.var.reader.lang)
  const station = stationAt(on.kind, on.station)
  return show(c, {
    title: on.state === 'planned' ? t('here.title') : t(`${station}.ask`),
    current: 'meetings',
    ...(returned.errors ? { status: 422 as const } : {}),
    body: h(TogetherPage, { ...together, ...returned }),
  })
}

/** Reads a form, does what it says, and comes back to the screen; mistakes are told there with what was typed. */
const doing =
  <S extends z.ZodType>(
    schema: S,
    act: (c: Context<Visit>, value: z.output<S>, once: string | undefined) => Promise<Outcome<unknown>>,
    mending?: (typed: Typed) => number,
  ) =>
  async (c: Context<Visit>): Promise<Response> => {
    const form = await readForm(c, schema)
    const id = numberIn(c)
    const step = c.req.param('step')
    const typed = step ? { ...form.typed, step } : form.typed
    const again = (errors: readonly FieldError[]) =>
      togetherPage(c, { typed, errors, ...(mending ? { mending: mending(typed) } : {}) })
    if (!form.ok) return again(form.errors)
    const outcome = await act(c, form.value, form.once)
    if (outcome.ok) return seeOther(c, urls.together({ slug: c.var.place.slug, id }))
    return again([{ field: outcome.field ?? '', reason: outcome.reason }])
  }

export const runningRoutes = new RouteTable<Visit>()
  .get(urls.together, members, (c) => togetherPage(c))
  .get(urls.minutes, members, async (c) => {
    const together = await togetherHere(c)
    if (!together) return notFound(c)
    const { on } = together
    if (on.state === 'planned' || on.state === 'cancelled')
      return seeOther(c, urls.meeting({ slug: on.slug, id: on.id }))
    return show(c, {
      title: words(c.var.reader.lang)('minutes.title'),
      current: 'meetings',
      body: h(MinutesPage, { ...together, mending: undefined }),
    })
  })
  .post(
    urls.present,
    members,
    doing(schemas.circleForm, (c, circle, once) => {
      const { house, scope, place } = c.var
      return going.beginTogether(house, scope, place, numberIn(c), circle, once)
    }),
  )
  .post(
    urls.left,
    members,
    doing(schemas.leaveForm, (c, { present }, once) => {
      const { house, scope, place } = c.var
      return going.leaveCircle(house, scope, place, numberIn(c), present, once)
    }),
  )
  .post(
    urls.station,
    members,
    doing(schemas.pressForm, (c, press, once) => {
      const { house, scope, place } = c.var
      return going.goOn(house, scope, place, numberIn(c), press, once)
    }),
  )
  .post(
    urls.entries,
    members,
    doing(schemas.turnForm, (c, turn, once) => {
      const { house, scope, place, reader } = c.var
      return speaking.takeTurn(house, scope, place, numberIn(c), { ...turn, language: reader.lang }, once)
    }),
  )
  .post(
    urls.mended,
    members,
    doing(
      schemas.mendForm,
      (c, mend, once) => {
        const { house, scope, place } = c.var
        return speaking.mendTurn(house, scope, place, numberIn(c), mend, once)
      },
      (typed) => Number(typed.entry),
    ),
  )
  .post(
    urls.lines,
    members,
    doing(schemas.keepForm, (c, { entry, words: line }, once) => {
      const { house, scope, place } = c.var
      if (entry !== undefined) return speaking.keepAsLine(house, scope, place, numberIn(c), entry, once)
      return addLine(house, scope, place, { part: 'agreement', words: line ?? '' }, once)
    }),
  )
  .post(
    urls.nextSteps,
    members,
    doing(schemas.stepForm, (c, step, once) => {
      const { house, scope, place, reader } = c.var
      return deciding.takeOn(house, scope, place, numberIn(c), { ...step, language: reader.lang }, once)
    }),
  )
  .post(
    urls.told,
    members,
    doing(schemas.toldForm, (c, told, once) => {
      const { house, scope, place } = c.var
      return deciding.tellOfStep(house, scope, place, numberIn(c, 'step'), told, once)
    }),
  )
  .post(
    urls.moved,
    members,
    doing(schemas.movedForm, (c, { matter, words: said }, once) => {
      const { house, scope, place, reader } = c.var
      const id = numberIn(c)
      return matter
        ? deciding.noteMoved(house, scope, place, id, { ...matter, words: said, language: reader.lang }, once)
        : deciding.noteNothingMoved(house, scope, place, id, said, once)
    }),
  )
  .post(
    urls.publication,
    members,
    doing(schemas.pressed, (c, _, once) => {
      const { house, scope, place } = c.var
      return going.publishMinutes(house, scope, place, numberIn(c), once)
    }),
  )
