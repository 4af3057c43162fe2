/** The doors of pace: for those who facilitate slowly, a pause, its end; for everybody what they kept meanwhile. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { circleOf, facilitators, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { askNames, wentBack } from '../../safeguarding/public.ts'
import { isKept } from '../access.ts'
import { type Here, numbered, once, roomHere, setting, speakPage, voiceHere } from '../door.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { goSlowly, pause, resume } from './actions.ts'
import { PacePage } from './pages/pace-page.tsx'
import { pauseForm, slowForm } from './schemas.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const pacePage = async (c: Here, again: { typed?: Typed; errors?: readonly FieldError[] } = {}): Promise<Response> => {
  const room = await roomHere(c)
  if (!room) return notFound(c)
  return show(c, {
    title: words(c.var.reader.lang)('pace.title'),
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(PacePage, { ...setting(c), thread: room.id, pace: room, once: once(c), ...again }),
  })
}

const answered = (c: Here, outcome: Outcome<null>, typed?: Typed) =>
  outcome.ok
    ? seeOther(c, dialogueUrls.say({ slug: c.var.place.slug, id: numbered(c) }))
    : pacePage(c, { ...(typed ? { typed } : {}), errors: [{ field: outcome.field ?? '', reason: outcome.reason }] })

const toPage = (c: Here) => seeOther(c, urls.pace({ slug: c.var.place.slug, id: numbered(c) }))

/** Mounts them. */
export const mountPacing = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.pace, facilitators, (c) => pacePage(c))
    .post(urls.pace, facilitators, async (c) => {
      const form = await readForm(c, slowForm)
      if (!form.ok) return pacePage(c, form)
      if (!(await roomHere(c))) return notFound(c)
      return answered(c, await goSlowly(c.var.house, c.var.scope, numbered(c), form.value.slow), form.typed)
    })
    .post(urls.pause, facilitators, async (c) => {
      const form = await readForm(c, pauseForm)
      if (!form.ok) return pacePage(c, form)
      const room = await roomHere(c)
      if (!room) return notFound(c)
      if (wentBack(form.typed)) return pacePage(c, { typed: form.typed })
      const { why, names, language = c.var.reader.lang } = form.value
      const about = { typed: form.typed, fields: ['why'], language, circle: circleOf(room.audience), answer: names }
      const asked = await askNames(c, about)
      if (asked) return asked
      const paused = await pause(c.var.house, c.var.scope, room.id, { why, language, names }, form.once)
      return answered(c, paused, form.typed)
    })
    .post(urls.pauseEnd, facilitators, async (c) => {
      if (!(await roomHere(c))) return notFound(c)
      return answered(c, await resume(c.var.house, c.var.scope, numbered(c)))
    })
    .get(urls.others, members, async (c) => {
      const said = await voiceHere(c)
      if (!said || !isKept(c.var.scope, said)) return notFound(c)
      return speakPage(c, said.thread_id, { typed: { text: said.text, language: said.language } })
    })
    .get(urls.pause, facilitators, toPage)
    .get(urls.pauseEnd, facilitators, toPage)
}
