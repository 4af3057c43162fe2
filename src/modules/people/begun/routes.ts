/** The doors of words begun: all and one of them, keeping them while one types, throwing them away. */
import type { Context } from 'hono'
import { h } from 'preact'
import { cleanText, typedOf } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import { signedIn } from '../access.ts'
import type { Visit } from '../contract.ts'
import { notFound } from '../pages/not-found.tsx'
import { show } from '../pages/show.tsx'
import * as actions from './actions.ts'
import { BegunPage, OneBegunPage } from './pages/begun-page.tsx'
import { daysKept } from './period.ts'
import { BEGUN_ID, cleanFields, keepForm } from './schemas.ts'
import { begunBy, begunById, begunIn, periodsKept } from './store.ts'
import { begunUrls } from './urls.ts'
import { words } from './words.ts'

const seen = (c: Context<Visit>, period: unknown) => ({
  reader: c.var.reader,
  now: c.var.house.clock.now(),
  days: daysKept(period),
})

export const begunRoutes = new RouteTable<Visit>()
  .get(begunUrls.list, signedIn, async (c) => {
    const { house, scope, reader } = c.var
    const [all, [period]] = await house.db.read(scope, begunBy(scope), periodsKept())
    return show(c, {
      title: words(reader.lang)('all.title'),
      noindex: true,
      body: h(BegunPage, { ...seen(c, period?.value), all, away: c.req.query('away') === 'yes' }),
    })
  })
  .post(begunUrls.list, signedIn, async (c) => {
    const read = keepForm.safeParse(await typedOf(c))
    if (!read.success) return c.json({ reason: 'odd' }, 400)
    const fields = cleanFields(read.data.fields, cleanText)
    const kept = await actions.keepBegun(c.var.house, c.var.scope, { ...read.data, fields })
    return kept.ok ? c.json(kept.value) : c.json({ reason: kept.reason }, 409)
  })
  .get(begunUrls.here, signedIn, async (c) => {
    const { house, scope } = c.var
    const [all] = await house.db.read(scope, begunIn(scope, c.req.query('form')?.slice(0, 500) ?? ''))
    c.header('cache-control', 'private, no-store')
    return c.json(all)
  })
  .get(begunUrls.one, signedIn, async (c) => {
    const { house, scope, reader } = c.var
    const id = c.req.param('id')
    if (!BEGUN_ID.test(id)) return notFound(c)
    const [[begun], [period]] = await house.db.read(scope, begunById(scope, id), periodsKept())
    if (!begun) return notFound(c)
    return show(c, {
      title: begun.title || words(reader.lang)('all.untitled'),
      noindex: true,
      body: h(OneBegunPage, { ...seen(c, period?.value), begun, gone: c.req.query('gone') === 'yes' }),
    })
  })
  .post(begunUrls.removal, signedIn, async (c) => {
    const id = c.req.param('id')
    if (BEGUN_ID.test(id)) await actions.throwAway(c.var.house, c.var.scope, id)
    return seeOther(c, begunUrls.list({}, { away: 'yes' }))
  })
