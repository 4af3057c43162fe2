/** The doors of paper: which sheets there are, and each as it is printed. */
import type { Context } from 'hono'
import { h } from 'preact'
import { RouteTable } from '../../../platform/http/routes.ts'
import { dayIn } from '../../../platform/words/dates.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { nextMeeting } from '../store.ts'
import { urls } from '../urls.ts'
import { PaperPage } from './pages/paper-page.tsx'
import { SheetPage } from './pages/sheet-page.tsx'
import { isSheet } from './sheets.ts'
import { words } from './words.ts'

const sheetPage = async (c: Context<Visit>): Promise<Response> => {
  const { house, scope, place, reader, settings } = c.var
  const sheet = c.req.param('sheet') ?? ''
  if (!isSheet(sheet)) return notFound(c)
  const [[meeting]] = await house.db.read(
    scope,
    nextMeeting(scope, [place.id], dayIn(house.clock.now(), settings.timeZone)),
  )
  return show(c, {
    title: words(reader.lang)(sheet),
    current: 'meetings',
    body: h(SheetPage, { reader, place, meeting, sheet }),
  })
}

export const paperRoutes = new RouteTable<Visit>()
  .get(urls.paper, members, (c) => {
    const { place, reader } = c.var
    return show(c, {
      title: words(reader.lang)('title'),
      current: 'meetings',
      body: h(PaperPage, { reader, slug: place.slug }),
    })
  })
  .get(urls.sheet, members, sheetPage)
