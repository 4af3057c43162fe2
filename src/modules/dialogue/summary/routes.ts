/** The doors of a summary: writing it, and its earlier versions. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { circleOf, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { askNames, wentBack } from '../../safeguarding/public.ts'
import { type Here, once, roomHere, setting } from '../door.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { summarise } from './actions.ts'
import { SummaryPage } from './pages/summary-page.tsx'
import { VersionsPage } from './pages/versions-page.tsx'
import { summaryForm } from './schemas.ts'
import { latestSummary, versionsOfSummary } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const summaryPage = async (
  c: Here,
  again: { typed?: Typed; errors?: readonly FieldError[]; meanwhile?: boolean } = {},
): Promise<Response> => {
  const { house, scope, reader } = c.var
  const room = await roomHere(c)
  if (!room) return notFound(c)
  const [[latest]] = await house.db.read(scope, latestSummary(scope, room.id))
  return show(c, {
    title: words(reader.lang)('summary.title'),
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(SummaryPage, { ...setting(c), room, summary: latest?.summary ?? null, once: once(c), ...again }),
  })
}

/** Mounts them. */
export const mountSummary = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.summary, members, (c) => summaryPage(c))
    .post(urls.summary, members, async (c) => {
      const form = await readForm(c, summaryForm)
      const room = await roomHere(c)
      if (!room) return notFound(c)
      if (!form.ok) return summaryPage(c, form)
      if (wentBack(form.typed)) return summaryPage(c, { typed: form.typed })
      const { language, names } = form.value
      const about = { typed: form.typed, fields: ['text'], language, circle: circleOf(room.audience), answer: names }
      const asked = await askNames(c, about)
      if (asked) return asked
      const summing = { ...form.value, community: c.var.place.id }
      const written = await summarise(c.var.house, c.var.scope, room.id, summing, form.once)
      if (written.ok) return seeOther(c, dialogueUrls.say({ slug: c.var.place.slug, id: room.id }))
      const errors = [{ field: written.field ?? '', reason: written.reason }]
      return summaryPage(c, { typed: form.typed, errors, meanwhile: written.reason === 'summary.meanwhile' })
    })
    .get(urls.versions, members, async (c) => {
      const { house, scope, reader } = c.var
      const room = await roomHere(c)
      if (!room) return notFound(c)
      const [versions] = await house.db.read(scope, versionsOfSummary(scope, room.id))
      return show(c, {
        title: words(reader.lang)('versions.title'),
        body: h(VersionsPage, { ...setting(c), thread: room.id, versions }),
      })
    })
}
