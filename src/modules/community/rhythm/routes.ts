/** The doors of Our rhythm: how a community stands, what the group is asked, rest, handing over and farewell. */
import type { Context } from 'hono'
import { type ComponentChildren, h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { facilitators, members } from '../access.ts'
import { facilitates } from '../audience.ts'
import { membersOf } from '../store.ts'
import * as asking from './actions/asking.ts'
import { askToTakeOver, leaveAsItIs, takeOver } from './actions/handing-over.ts'
import { goOn, move } from './actions/resting.ts'
import { RhythmPage } from './pages/rhythm.tsx'
import * as schemas from './schemas.ts'
import * as store from './store.ts'
import { rhythmUrls as urls } from './urls.ts'
import { words } from './words.ts'

interface Again {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

/** What other modules know of the rhythm, for those who belong: how a community meets, and what moved. */
export type Beat = (c: Context<Visit>) => Promise<ComponentChildren>

const pageWith =
  (beat: Beat | undefined) =>
  async (c: Context<Visit>, again: Again = {}): Promise<Response> => {
    const { house, scope, reader, place } = c.var
    const [[rhythm], [proposal], answers, [farewell], handovers, people] = await house.db.read(
      scope,
      store.rhythmOf(scope, place.id),
      store.openProposal(scope, place.id),
      store.answersOf(scope, place.id),
      store.farewellOf(scope, place.id),
      store.handoversOf(scope, place.id),
      membersOf(scope, place.id),
    )
    if (!rhythm) return notFound(c)
    return show(c, {
      title: words(reader.lang)('nav'),
      current: 'rhythm',
      ...(again.errors ? { status: 422 as const } : {}),
      body: h(RhythmPage, {
        reader,
        place,
        rhythm,
        proposal,
        answers,
        farewell: rhythm.stage === 'closed' ? farewell : undefined,
        handovers,
        people,
        me: scope.personId,
        tends: facilitates(scope, place.id),
        beats: await beat?.(c),
        now: house.clock.now(),
        once: house.secret(18),
        ...again,
      }),
    })
  }

const numberIn = (c: Context<Visit>, name: 'proposal' | 'handover'): number | undefined => {
  const number = Number(c.req.param(name))
  return Number.isSafeInteger(number) ? number : undefined
}

/** Them; `beat` is the part that the page shows of other modules. */
export const rhythmRoutes = (beat?: Beat): RouteTable<Visit> => {
  const rhythmPage = pageWith(beat)
  /** Back to the page when it is done; otherwise the page as it is now, with a sentence why not. */
  const after = async (c: Context<Visit>, outcome: Promise<Outcome<unknown>>, typed?: Typed) => {
    const said = await outcome
    if (said.ok) return seeOther(c, urls.rhythm({ slug: c.var.place.slug }))
    const errors = [{ field: said.field ?? '', reason: said.reason }]
    return rhythmPage(c, typed ? { typed, errors } : { errors })
  }
  return new RouteTable<Visit>()
    .get(urls.rhythm, members, (c) => rhythmPage(c))
    .post(urls.proposals, facilitators, async (c) => {
      const { house, scope, place, reader } = c.var
      const form = await readForm(c, schemas.proposeForm)
      if (!form.ok) return rhythmPage(c, { typed: form.typed, errors: form.errors })
      const input = { ...form.value, farewell: null, learned: null, language: reader.lang }
      return after(c, asking.propose(house, scope, place, input, form.once), form.typed)
    })
    .post(urls.farewells, facilitators, async (c) => {
      const { house, scope, place, reader } = c.var
      const form = await readForm(c, schemas.farewellForm)
      if (!form.ok) return rhythmPage(c, { typed: form.typed, errors: form.errors })
      const { ending: why, farewell, learned } = form.value
      const input = { stage: 'closed' as const, why, farewell, learned: learned || null, language: reader.lang }
      return after(c, asking.propose(house, scope, place, input, form.once), form.typed)
    })
    .post(urls.answers, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const proposal = numberIn(c, 'proposal')
      if (proposal === undefined) return notFound(c)
      const form = await readForm(c, schemas.answerForm)
      if (!form.ok) return rhythmPage(c, { typed: form.typed, errors: form.errors })
      const input = {
        proposal,
        yes: form.value.answer === 'yes',
        words: form.value.words || null,
        language: reader.lang,
      }
      return after(c, asking.answer(house, scope, place, input), form.typed)
    })
    .post(urls.conclusion, facilitators, async (c) => {
      const proposal = numberIn(c, 'proposal')
      if (proposal === undefined) return notFound(c)
      return after(c, asking.conclude(c.var.house, c.var.scope, c.var.place, proposal))
    })
    .post(urls.takingBack, facilitators, async (c) => {
      const proposal = numberIn(c, 'proposal')
      if (proposal === undefined) return notFound(c)
      return after(c, asking.takeBack(c.var.house, c.var.scope, c.var.place, proposal))
    })
    .post(urls.moves, facilitators, async (c) => {
      const form = await readForm(c, schemas.moveForm)
      if (!form.ok) return rhythmPage(c, { errors: form.errors })
      return after(c, move(c.var.house, c.var.scope, c.var.place, form.value.move))
    })
    .post(urls.goingOn, facilitators, (c) => after(c, goOn(c.var.house, c.var.scope, c.var.place)))
    .post(urls.handovers, facilitators, async (c) => {
      const form = await readForm(c, schemas.takeOverForm)
      if (!form.ok) return rhythmPage(c, { typed: form.typed, errors: form.errors })
      return after(c, askToTakeOver(c.var.house, c.var.scope, c.var.place, form.value.to, form.once), form.typed)
    })
    .post(urls.handover, members, async (c) => {
      const handover = numberIn(c, 'handover')
      if (handover === undefined) return notFound(c)
      const form = await readForm(c, schemas.handoverForm)
      if (!form.ok) return rhythmPage(c, { errors: form.errors })
      const answer = form.value.answer === 'yes' ? takeOver : leaveAsItIs
      return after(c, answer(c.var.house, c.var.scope, c.var.place, handover))
    })
}
