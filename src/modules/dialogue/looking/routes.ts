/** The doors of looking: what waits, opening it, asking first, and “it is fine”. */
import { h } from 'preact'
import { z } from 'zod'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { type HeldAct, heldStore, heldUrls, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { describeContributions } from '../describe.ts'
import { backTo, type Here, numbered, setting, voiceHere, voicePage } from '../door.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { askFirst, openForAll, sayFine } from './actions.ts'
import { askAboutHeld, openHeld } from './held/actions.ts'
import { mountOwn, named } from './held/routes.ts'
import { isAdultOf, questions } from './look.ts'
import { WaitingPage } from './pages/waiting-page.tsx'
import { waitingIn } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const MOST = 30

const openingForm = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) })
const questionForm = z.object({ about: z.enum(questions) })

const waitingPage = async (c: Here, acts: readonly HeldAct[], reason?: string): Promise<Response> => {
  const { house, scope, place, addressBook, reader } = c.var
  if (!isAdultOf(scope, place.id)) return notFound(c)
  const [rows, held] = await house.db.read(
    scope,
    waitingIn(scope, place.id, MOST + 1),
    heldStore.heldIn(scope, place.id, MOST + 1),
  )
  const shown = rows.slice(0, MOST)
  const about = await describeContributions(house, addressBook)(
    scope,
    shown.map((one) => one.id),
  )
  return show(c, {
    title: words(reader.lang)('waiting.title'),
    ...(reason ? { status: 422 as const } : {}),
    body: h(WaitingPage, {
      ...setting(c),
      waiting: shown.map((one) => ({ ...one, about: about.get(one.id)?.title ?? '' })),
      held: await named(c, acts, held.slice(0, MOST)),
      more: rows.length > MOST || held.length > MOST,
      reason,
    }),
  })
}

/** Does something to the voice of the address, and answers where it was asked: on its page, or on the list of what waits. */
const lookAt = async (
  c: Here,
  acts: readonly HeldAct[],
  work: (id: number) => Promise<Outcome<{ id: number }>>,
): Promise<Response> => {
  const { place, reader } = c.var
  const listed = c.req.query('from') === 'waiting'
  const said = await voiceHere(c)
  if (!said) return listed ? waitingPage(c, acts, 'look.gone') : notFound(c)
  const outcome = await work(said.id)
  if (listed) return outcome.ok ? seeOther(c, urls.waiting({ slug: place.slug })) : waitingPage(c, acts, outcome.reason)
  if (outcome.ok) return backTo(c, said.id)
  const now = (await voiceHere(c)) ?? said
  return voicePage(c, now, { reachable: true, told: words(reader.lang).maybe(outcome.reason) })
}

const toVoice = (c: Here) => seeOther(c, dialogueUrls.voice({ slug: c.var.place.slug, id: numbered(c) }))

/** They all, over the acts of all modules that can wait. */
export const lookingRoutes = (acts: readonly HeldAct[]): RouteTable<Visit> => {
  const routes = new RouteTable<Visit>()
  const toList = (c: Here) => seeOther(c, urls.waiting({ slug: c.var.place.slug }))
  /** Does something to what waits as a whole, and answers with the list. */
  const lookAtHeld = async (c: Here, work: (id: number) => Promise<Outcome<null>>): Promise<Response> => {
    if (!isAdultOf(c.var.scope, c.var.place.id)) return notFound(c)
    const outcome = await work(numbered(c))
    return outcome.ok ? toList(c) : waitingPage(c, acts, outcome.reason)
  }
  mountOwn(routes, acts)
  return routes
    .get(urls.waiting, members, (c) => waitingPage(c, acts))
    .post(heldUrls.opening, members, (c) => lookAtHeld(c, (id) => openHeld(c.var.house, c.var.scope, acts, id)))
    .post(heldUrls.question, members, async (c) => {
      const form = await readForm(c, questionForm)
      return form.ok ? lookAtHeld(c, (id) => askAboutHeld(c.var.house, c.var.scope, id, form.value.about)) : toList(c)
    })
    .get(heldUrls.opening, members, toList)
    .get(heldUrls.question, members, toList)
    .post(urls.opening, members, async (c) => {
      const form = await readForm(c, openingForm)
      const { house, scope } = c.var
      return lookAt(c, acts, (id) => openForAll(house, scope, id, form.ok ? form.value.version : 0))
    })
    .post(urls.question, members, async (c) => {
      const form = await readForm(c, questionForm)
      if (!form.ok) return toVoice(c)
      return lookAt(c, acts, (id) => askFirst(c.var.house, c.var.scope, id, form.value.about))
    })
    .post(urls.fine, members, (c) => lookAt(c, acts, (id) => sayFine(c.var.house, c.var.scope, id)))
    .get(urls.opening, members, toVoice)
    .get(urls.question, members, toVoice)
    .get(urls.fine, members, toVoice)
}
