/** The doors of one's own data: what is kept of me, my copy, leaving. */
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../platform/http/form.ts'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import type { OwnDataPart } from '../../platform/own-data/part.ts'
import { communityUrls, leftWithout } from '../community/public.ts'
import type { Visit } from '../people/contract.ts'
import {
  anyone,
  dropSession,
  isLastAdministrator,
  ownSessions,
  proofAsked,
  proveMyself,
  show,
  signedIn,
  signInsOf,
} from '../people/public.ts'
import * as actions from './actions.ts'
import { archiveOf } from './copy/archive.ts'
import { LeavingPage } from './pages/leaving.tsx'
import { LeftPage } from './pages/left.tsx'
import { MinePage } from './pages/mine.tsx'
import { leavingForm } from './schemas.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const SIGN_INS = 30

const say = (c: Context<Visit>) => words(c.var.reader.lang)

const minePage = async (c: Context<Visit>, trouble?: string) => {
  const { house, scope, reader } = c.var
  const person = scope.personId as number
  const { sessions, signIns } = await house.db.asSystem('own-data', async (tx) => ({
    sessions: (await tx.rows(ownSessions(person))).filter(({ expires_at }) => expires_at > tx.now),
    signIns: await tx.rows(signInsOf(person, SIGN_INS)),
  }))
  return show(c, {
    title: say(c)('mine.title'),
    noindex: true,
    ...(trouble ? { status: 429 as const } : {}),
    body: h(MinePage, { reader, sessions, signIns, trouble }),
  })
}

const leavingPage = async (c: Context<Visit>, rest: { typed?: Typed; errors?: readonly FieldError[] } = {}) => {
  const { house, scope, reader } = c.var
  const person = scope.personId as number
  const { alone, last } = await house.db.asSystem('own-data', async (tx) => ({
    alone: await tx.rows(leftWithout(person)),
    last: await tx.one(isLastAdministrator(person)),
  }))
  return show(c, {
    title: say(c)('leave.title'),
    noindex: true,
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(LeavingPage, {
      lang: reader.lang,
      proof: await proofAsked(c),
      alone: alone.map(({ name, slug }) => ({ name, href: communityUrls.handOver(slug) })),
      lastAdministrator: last?.last ?? false,
      ...rest,
    }),
  })
}

/** The doors, over what each module says is a person's. */
export const ownDataRoutes = (parts: readonly OwnDataPart[]): RouteTable<Visit> =>
  new RouteTable<Visit>()
    .get(urls.mine, signedIn, (c) => minePage(c))
    .post(urls.copies, signedIn, async (c) => {
      const copy = await actions.makeCopy(c.var.house, c.var.scope, parts)
      if (!copy.ok) return minePage(c, copy.reason)
      const stream = archiveOf(copy.value, {
        files: c.var.house.files,
        reader: c.var.reader,
        siteName: c.var.settings.siteName,
      })
      return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="my-data.zip"',
        'cache-control': 'private, no-store',
      })
    })
    .get(urls.leaving, signedIn, (c) => leavingPage(c))
    .post(urls.leaving, signedIn, async (c) => {
      const form = await readForm(c, leavingForm)
      if (!form.ok) return leavingPage(c, { typed: form.typed, errors: form.errors })
      const proved = await proveMyself(c, form.value.password)
      if (!proved.ok)
        return leavingPage(c, { typed: form.typed, errors: [{ field: proved.field ?? '', reason: proved.reason }] })
      await actions.leaveForGood(c.var.house, c.var.scope, parts, form.value.choice)
      dropSession(c)
      return seeOther(c, urls.left())
    })
    .get(urls.left, anyone, (c) =>
      show(c, {
        title: say(c)('left.title'),
        noindex: true,
        bare: true,
        body: h(LeftPage, { lang: c.var.reader.lang }),
      }),
    )
