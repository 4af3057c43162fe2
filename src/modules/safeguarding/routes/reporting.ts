/** The doors of reporting and of cases. */
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { actOnCase, lookAtCase, reportThing, type Thing } from '../actions/reporting.ts'
import type { Reportables } from '../contract.ts'
import { countryHere, type Here, mistaken, numbered, statusOf } from '../door.ts'
import { CarePage } from '../pages/care-page.tsx'
import { CasePage } from '../pages/case-page.tsx'
import { ReportedPage, ReportPage } from '../pages/report-page.tsx'
import type { Returned } from '../pages/returned.ts'
import { actForm, reportForm } from '../schemas.ts'
import { standingOf } from '../store/adults.ts'
import { casesOf, keepsHere } from '../store/cases.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const country = async (c: Here) => {
  const { house, scope, place } = c.var
  const [[standing]] = await house.db.read(scope, standingOf(scope, place.id))
  return countryHere(c, standing)
}

/** What the address names, if the asking person may see it and it can be reported. */
const thingOf = async (c: Here, reportables: Reportables): Promise<Thing | undefined> => {
  const kind = c.req.param('kind') ?? ''
  const tells = Object.hasOwn(reportables, kind) ? reportables[kind] : undefined
  const id = numbered(c, 'thing')
  if (!tells || id === 0) return undefined
  const found = await c.var.addressBook.lookUp(c.var.scope, [{ kind, id }])
  const title = found.get(`${kind} ${id}`)?.title
  return title === undefined ? undefined : { kind, id, title: title.slice(0, 300), tells }
}

const reportPage = async (c: Here, thing: Thing, returned: Returned = {}): Promise<Response> => {
  const { house, place, reader } = c.var
  return show(c, {
    title: words(reader.lang)('report.title'),
    noindex: true,
    ...statusOf(returned),
    body: h(ReportPage, {
      reader,
      slug: place.slug,
      kind: thing.kind,
      thing: thing.id,
      title: thing.title,
      country: await country(c),
      once: house.secret(18),
      ...returned,
    }),
  })
}

const casePage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader, addressBook } = c.var
  const id = numbered(c)
  const found = id === 0 ? undefined : await lookAtCase(house, scope, place, id)
  if (!found) return notFound(c)
  const subject = { kind: found.kind, id: found.thing }
  const described = await addressBook.lookUp(scope, [subject])
  return show(c, {
    title: words(reader.lang)('case.title'),
    noindex: true,
    ...statusOf(returned),
    body: h(CasePage, {
      reader,
      slug: place.slug,
      found,
      href: described.get(`${subject.kind} ${subject.id}`)?.href,
      once: house.secret(18),
      ...returned,
    }),
  })
}

/** Mounts them. */
export const mountReporting = (routes: RouteTable<Visit>, reportables: Reportables): void => {
  routes
    .get(urls.report, members, async (c) => {
      const thing = await thingOf(c, reportables)
      return thing ? reportPage(c, thing) : notFound(c)
    })
    .post(urls.report, members, async (c) => {
      const thing = await thingOf(c, reportables)
      const { house, scope, place, reader } = c.var
      const form = await readForm(c, reportForm)
      // Sent twice: it is out of sight already, and all is well.
      if (!thing) return form.ok ? seeOther(c, urls.reported({ slug: place.slug })) : notFound(c)
      if (!form.ok) return reportPage(c, thing, form)
      const report = { ...form.value, language: reader.lang }
      const reported = await reportThing(house, scope, place, thing, report)
      if (!reported.ok) return reportPage(c, thing, mistaken(reported, form.typed))
      return seeOther(c, urls.reported({ slug: place.slug }, reported.value.kept ? {} : { left: 'nobody' }))
    })
    .get(urls.reported, members, async (c) => {
      const { place, reader } = c.var
      const nobody = c.req.query('left') === 'nobody'
      return show(c, {
        title: words(reader.lang)('reported.title'),
        noindex: true,
        body: h(ReportedPage, { reader, slug: place.slug, nobody, country: await country(c) }),
      })
    })
    .get(urls.care, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const [cases, [keeps]] = await house.db.read(scope, casesOf(place.id), keepsHere(place.id))
      if (!keeps?.keeps) return notFound(c)
      return show(c, {
        title: words(reader.lang)('care.title'),
        noindex: true,
        body: h(CarePage, { reader, slug: place.slug, cases }),
      })
    })
    .get(urls.case, members, (c) => casePage(c))
    .post(urls.acts, members, async (c) => {
      const form = await readForm(c, actForm)
      if (!form.ok) return casePage(c, form)
      const { house, scope, place } = c.var
      const acted = await actOnCase(house, scope, place, numbered(c), form.value.act, form.value.words, form.once)
      return acted.ok
        ? seeOther(c, urls.case({ slug: place.slug, id: numbered(c) }))
        : casePage(c, mistaken(acted, form.typed))
    })
}
