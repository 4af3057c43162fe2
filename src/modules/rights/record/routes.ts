/** The doors of periods, of the record of processing, and of the privacy notice. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { House } from '../../../platform/house.ts'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import type { MemberScope, Visit } from '../../people/contract.ts'
import { administrators, anyone, everybody, show } from '../../people/public.ts'
import { periodsForm, periodsIn } from '../retention.ts'
import { erasedCount, signedBases } from '../store/record.ts'
import { settingOf } from '../store/retention.ts'
import { urls } from '../urls.ts'
import * as actions from './actions.ts'
import { words as assessmentWords } from './assessment/words.ts'
import { AssessmentPage } from './pages/impact-assessment.tsx'
import { PrivacyPage } from './pages/privacy.tsx'
import { ProcessingPage } from './pages/processing.tsx'
import { RetentionPage } from './pages/retention.tsx'
import type { Told } from './pages/told.tsx'
import { basisForm, controllerForm, controllerIn } from './purposes.ts'
import { words } from './words.ts'

interface Mistaken {
  readonly typed?: Typed
  readonly errors: readonly FieldError[]
}

/** What the record tells of the rest of the house. */
export interface RecordSources {
  readonly parts: readonly OwnDataPart[]
  /** The machines to which facts are sent. */
  readonly hookHosts: (house: House, scope: MemberScope) => Promise<readonly string[]>
}

const say = (c: Context<Visit>) => words(c.var.reader.lang)

const toldOf = async (c: Context<Visit>): Promise<Told> => {
  const { house, scope, reader, settings } = c.var
  const [[periods], [controller], signed] = await house.db.read(
    scope,
    settingOf('retention'),
    settingOf('controller'),
    signedBases(),
  )
  return {
    lang: reader.lang,
    zone: reader.zone,
    siteName: settings.siteName,
    controller: controllerIn(controller?.value),
    periods: periodsIn(periods?.value),
    signed,
    mailServer: house.mailWay === 'server',
  }
}

const retentionPage = async (c: Context<Visit>, mistaken?: Mistaken) => {
  const { lang, periods } = await toldOf(c)
  return show(c, {
    title: say(c)('retention.title'),
    noindex: true,
    ...(mistaken ? { status: 422 as const } : {}),
    body: h(RetentionPage, { lang, periods, saved: c.req.query('saved') === 'yes', ...mistaken }),
  })
}

const processingPage = async (c: Context<Visit>, { parts, hookHosts }: RecordSources, mistaken?: Mistaken) => {
  const { house, scope, reader } = c.var
  // One after the other: the first flight proves who asks.
  const told = await toldOf(c)
  const hooks = await hookHosts(house, scope)
  const counts = await house.db.asSystem('own-data', async (tx) => ({
    people: (await tx.rows(everybody())).length,
    erased: (await tx.one(erasedCount()))?.count ?? 0,
  }))
  return show(c, {
    title: say(c)('record.title'),
    noindex: true,
    ...(mistaken ? { status: 422 as const } : {}),
    body: h(ProcessingPage, {
      ...told,
      ...counts,
      hooks,
      parts: parts.map(({ name, title, erases }) => ({ name, title: title(reader.lang), tables: erases.length })),
      now: house.clock.now(),
      saved: c.req.query('saved') === 'yes',
      ...mistaken,
    }),
  })
}

/** The doors, over what the rest of the house tells of itself. */
export const recordRoutes = (sources: RecordSources): RouteTable<Visit> =>
  new RouteTable<Visit>()
    .get(urls.privacy, anyone, async (c) =>
      show(c, {
        title: say(c)('privacy.title'),
        body: h(PrivacyPage, { ...(await toldOf(c)), signedIn: c.var.scope.personId !== null }),
      }),
    )
    .get(urls.retention, administrators, (c) => retentionPage(c))
    .post(urls.retention, administrators, async (c) => {
      const form = await readForm(c, periodsForm)
      if (!form.ok) return retentionPage(c, form)
      const chosen = await actions.choosePeriods(c.var.house, c.var.scope, form.value)
      if (chosen.ok) return seeOther(c, urls.retention({}, { saved: 'yes' }))
      return retentionPage(c, { typed: form.typed, errors: [{ field: '', reason: chosen.reason }] })
    })
    .get(urls.processing, administrators, (c) => processingPage(c, sources))
    .get(urls.assessment, administrators, async (c) => {
      const { house, scope, reader } = c.var
      const told = await toldOf(c)
      const hooks = await sources.hookHosts(house, scope)
      const people = await house.db.asSystem('own-data', async (tx) => (await tx.rows(everybody())).length)
      return show(c, {
        title: assessmentWords(reader.lang)('title'),
        noindex: true,
        body: h(AssessmentPage, { ...told, hooks, people, now: house.clock.now() }),
      })
    })
    .post(urls.bases, administrators, async (c) => {
      const form = await readForm(c, basisForm)
      if (!form.ok) return processingPage(c, sources, form)
      const signed = await actions.chooseBasis(c.var.house, c.var.scope, form.value)
      if (signed.ok) return seeOther(c, urls.processing({}, { saved: 'yes' }))
      return processingPage(c, sources, { typed: form.typed, errors: [{ field: '', reason: signed.reason }] })
    })
    .post(urls.controller, administrators, async (c) => {
      const form = await readForm(c, controllerForm)
      if (!form.ok) return processingPage(c, sources, form)
      const named = await actions.nameController(c.var.house, c.var.scope, form.value)
      if (named.ok) return seeOther(c, urls.processing({}, { saved: 'yes' }))
      return processingPage(c, sources, { errors: [{ field: '', reason: named.reason }] })
    })
