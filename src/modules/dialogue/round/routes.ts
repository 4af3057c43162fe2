/** The doors of rounds: holding one, its page, and what one does there. */
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { askNames, wentBack } from '../../safeguarding/public.ts'
import { type Here, numbered } from '../door.ts'
import * as acts from './actions.ts'
import { holdPage, mistake, roundPage } from './door.ts'
import { mountRoundLinks } from './link.ts'
import { mountPerspective } from './perspective/routes.ts'
import { mountRoom } from './room/routes.ts'
import { harvestForm, lookForm, openForm, turnForm } from './schemas.ts'
import { urls } from './urls.ts'

// Whoever hears a round is more than oneself: a child's name is asked about.
const circle = 'community'

const toRound = (c: Here, id = numbered(c)) => seeOther(c, urls.round({ slug: c.var.place.slug, id }))

/** Does something to the round of the address, and shows it again, with why where it was not done. */
const act = async (c: Here, work: (id: number) => Promise<Outcome<unknown>>): Promise<Response> => {
  const outcome = await work(numbered(c))
  return outcome.ok ? toRound(c) : roundPage(c, { errors: mistake(outcome) })
}

/** Mounts them. */
export const mountRounds = (routes: RouteTable<Visit>): void => {
  mountRoundLinks(routes)
  mountRoom(routes)
  mountPerspective(routes)
  routes
    .get(urls.hold, members, (c) => holdPage(c))
    .post(urls.hold, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const form = await readForm(c, openForm(reader.zone))
      if (!form.ok) return holdPage(c, form)
      if (wentBack(form.typed)) return holdPage(c, { typed: form.typed })
      const { typed } = form
      const { names } = form.value
      const asked = await askNames(c, {
        typed,
        fields: ['question', 'eyes'],
        language: reader.lang,
        circle,
        answer: names,
      })
      if (asked) return asked
      const opening = { ...form.value, thread: numbered(c), community: place.id, language: reader.lang }
      const opened = await acts.openRound(house, scope, opening, form.once)
      return opened.ok ? toRound(c, opened.value.id) : holdPage(c, { typed: form.typed, errors: mistake(opened) })
    })
    .get(urls.round, members, (c) => roundPage(c))
    .post(urls.turn, members, async (c) => {
      const form = await readForm(c, turnForm)
      if (!form.ok) return roundPage(c, { typed: form.typed, errors: form.errors })
      if (wentBack(form.typed)) return roundPage(c, { typed: form.typed })
      const { nameless, names, ...turn } = form.value
      const { house, scope } = c.var
      const { typed } = form
      const about = { typed, fields: ['text'], language: turn.language, circle, answer: names }
      const asked = turn.way === 'said' && (await askNames(c, about))
      if (asked) return asked
      const taking = { ...turn, nameless: nameless === 'yes' }
      const taken = await acts.takeTurn(house, scope, numbered(c), taking, form.once)
      return taken.ok ? toRound(c) : roundPage(c, { typed: form.typed, errors: mistake(taken) })
    })
    .post(urls.place, members, (c) => act(c, (id) => acts.joinRound(c.var.house, c.var.scope, id)))
    .post(urls.leaving, members, (c) => act(c, (id) => acts.leaveRound(c.var.house, c.var.scope, id)))
    .post(urls.opening, members, (c) => act(c, (id) => acts.closeRound(c.var.house, c.var.scope, id)))
    .post(urls.harvest, members, async (c) => {
      const form = await readForm(c, harvestForm)
      if (!form.ok) return roundPage(c, { harvest: form.typed, errors: form.errors })
      const { typed } = form
      if (wentBack(typed)) return roundPage(c, { harvest: typed })
      const { names, language } = form.value
      const asked = await askNames(c, { typed, fields: ['text'], language, circle, answer: names })
      if (asked) return asked
      const kept = await acts.keepHarvest(c.var.house, c.var.scope, numbered(c), form.value, form.once)
      return kept.ok ? toRound(c) : roundPage(c, { harvest: form.typed, errors: mistake(kept) })
    })
    .post(urls.look, members, async (c) => {
      const form = await readForm(c, lookForm)
      const sign = form.ok ? form.value.sign : ''
      return act(c, (id) => acts.lookAtAnswer(c.var.house, c.var.scope, id, sign))
    })
    .get(urls.turn, members, (c) => toRound(c))
    .get(urls.place, members, (c) => toRound(c))
    .get(urls.leaving, members, (c) => toRound(c))
    .get(urls.opening, members, (c) => toRound(c))
    .get(urls.harvest, members, (c) => toRound(c))
    .get(urls.look, members, (c) => toRound(c))
}
