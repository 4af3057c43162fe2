/** The doors of opening words to the community: the author's wish, and the facilitators' list. */
import { h } from 'preact'
import { z } from 'zod'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { facilitators, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { isMine } from '../access.ts'
import { type Here, numbered, setting, voiceHere } from '../door.ts'
import * as actions from './actions.ts'
import { WishesPage, WishPage } from './pages/wider-page.tsx'
import { wishesIn, wishFor } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const openingForm = z.object({ version: z.coerce.number().int().min(1).max(1_000_000).catch(0) })
const wishForm = z.object({ wish: z.enum(['yes', 'no']).catch('yes') })

const wishPage = async (c: Here, reason?: string): Promise<Response> => {
  const { house, scope, reader } = c.var
  const said = await voiceHere(c)
  if (!said || !isMine(scope, said)) return notFound(c)
  const [[wish]] = await house.db.read(scope, wishFor(scope, said.id))
  return show(c, {
    title: words(reader.lang)('wish.title'),
    ...(reason ? { status: 422 as const } : {}),
    body: h(WishPage, { ...setting(c), said, asked: wish?.asked_at ?? null, could: wish?.could === true, reason }),
  })
}

const wishesPage = async (c: Here, reason?: string): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [wishes] = await house.db.read(scope, wishesIn(place.id))
  return show(c, {
    title: words(reader.lang)('wishes.title'),
    ...(reason ? { status: 422 as const } : {}),
    body: h(WishesPage, { ...setting(c), wishes, reason }),
  })
}

/** Mounts them. */
export const mountWidening = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.wish, members, (c) => wishPage(c))
    .post(urls.wish, members, async (c) => {
      const form = await readForm(c, wishForm)
      const said = await voiceHere(c)
      if (!said || !isMine(c.var.scope, said)) return notFound(c)
      const act = form.ok && form.value.wish === 'no' ? actions.letBe : actions.askWider
      const asked = await act(c.var.house, c.var.scope, c.var.place, said.id)
      return asked.ok ? seeOther(c, urls.wish({ slug: c.var.place.slug, id: said.id })) : wishPage(c, asked.reason)
    })
    .get(urls.wishes, facilitators, (c) => wishesPage(c))
    .post(urls.opening, facilitators, async (c) => {
      const form = await readForm(c, openingForm)
      const version = form.ok ? form.value.version : 0
      const opened = await actions.openWider(c.var.house, c.var.scope, c.var.place, numbered(c), version)
      return opened.ok ? seeOther(c, urls.wishes({ slug: c.var.place.slug })) : wishesPage(c, opened.reason)
    })
    .post(urls.leaving, facilitators, async (c) => {
      await actions.letBe(c.var.house, c.var.scope, c.var.place, numbered(c))
      return seeOther(c, urls.wishes({ slug: c.var.place.slug }))
    })
}
