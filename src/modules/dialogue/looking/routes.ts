/** The doors of looking: what waits, opening it, asking first, and “it is fine”. */
import { h } from 'preact'
import { z } from 'zod'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { describeContributions } from '../describe.ts'
import { backTo, type Here, numbered, setting, voiceHere, voicePage } from '../door.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { askFirst, openForAll, sayFine } from './actions.ts'
import { isAdultOf, questions } from './look.ts'
import { WaitingPage } from './pages/waiting-page.tsx'
import { waitingIn } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const MOST = 30

const openingForm = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) })
const questionForm = z.object({ about: z.enum(questions) })

const waitingPage = async (c: Here, reason?: string): Promise<Response> => {
  const { house, scope, place, addressBook, reader } = c.var
  if (!isAdultOf(scope, place.id)) return notFound(c)
  const [rows] = await house.db.read(scope, waitingIn(scope, place.id, MOST + 1))
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
      more: rows.length > MOST,
      reason,
    }),
  })
}

/** Does something to the voice of the address, and answers where it was asked: on its page, or on the list of what waits. */
const lookAt = async (c: Here, work: (id: number) => Promise<Outcome<{ id: number }>>): Promise<Response> => {
  const { place, reader } = c.var
  const listed = c.req.query('from') === 'waiting'
  const said = await voiceHere(c)
  if (!said) return listed ? waitingPage(c, 'look.gone') : notFound(c)
  const outcome = await work(said.id)
  if (listed) return outcome.ok ? seeOther(c, urls.waiting({ slug: place.slug })) : waitingPage(c, outcome.reason)
  if (outcome.ok) return backTo(c, said.id)
  const now = (await voiceHere(c)) ?? said
  return voicePage(c, now, { reachable: true, told: words(reader.lang).maybe(outcome.reason) })
}

const toVoice = (c: Here) => seeOther(c, dialogueUrls.voice({ slug: c.var.place.slug, id: numbered(c) }))

/** Mounts them. */
export const mountLooking = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.waiting, members, (c) => waitingPage(c))
    .post(urls.opening, members, async (c) => {
      const form = await readForm(c, openingForm)
      const { house, scope } = c.var
      return lookAt(c, (id) => openForAll(house, scope, id, form.ok ? form.value.version : 0))
    })
    .post(urls.question, members, async (c) => {
      const form = await readForm(c, questionForm)
      if (!form.ok) return toVoice(c)
      return lookAt(c, (id) => askFirst(c.var.house, c.var.scope, id, form.value.about))
    })
    .post(urls.fine, members, (c) => lookAt(c, (id) => sayFine(c.var.house, c.var.scope, id)))
    .get(urls.opening, members, toVoice)
    .get(urls.question, members, toVoice)
    .get(urls.fine, members, toVoice)
}
