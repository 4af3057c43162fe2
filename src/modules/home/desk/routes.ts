/** The doors of the desk: what lies on it, and “I read this” in one press. */
import { h } from 'preact'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { facilitators } from '../../community/public.ts'
import { readVoice } from '../../dialogue/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { shortHere } from '../../safeguarding/public.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { layOut } from './desk.ts'
import { onTheDesk } from './on-the-desk.ts'
import { DeskPage } from './pages/desk-page.tsx'

/** Mounts them. */
export const mountDesk = (table: RouteTable<Visit>): RouteTable<Visit> =>
  table
    .get(urls.desk, facilitators, async (c) => {
      const { house, reader, place } = c.var
      const laid = await onTheDesk(c)
      const short = await shortHere(c)
      return show(c, {
        title: words(reader.lang)('desk.title'),
        current: 'desk',
        body: h(DeskPage, { reader, slug: place.slug, ...layOut(laid), short, once: house.secret(18) }),
      })
    })
    .post(urls.deskReading, facilitators, async (c) => {
      const { house, scope, place } = c.var
      const voice = Number(c.req.param('voice'))
      if (!Number.isSafeInteger(voice) || voice < 1) return notFound(c)
      // Who has taken it back or answered meanwhile has left nothing to thank for: the desk shows what is true now.
      await readVoice(house, scope, voice, true)
      return seeOther(c, urls.desk({ slug: place.slug }))
    })
